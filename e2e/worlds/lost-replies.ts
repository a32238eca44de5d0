import type { Page } from '@playwright/test';

/** The next call to an address is carried out, and its reply never arrives. */
export const loseReply = (page: Page, address: string): Promise<unknown> =>
  page.route(
    address,
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
