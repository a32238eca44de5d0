import type { Page, Route } from '@playwright/test';

/** How the interface answers a screen: as it does, with nothing in its lists, not yet, or with a fault. */
export type Answers = 'data' | 'empty' | 'loading' | 'error';

/** What the screen needs to be that screen at all: who is signed in. */
const isSession = (route: Route): boolean =>
  /\/api\/identity\/(session|refresh)$/.test(route.request().url());

const FAULT = {
  type: 'about:blank',
  title: 'Internal Server Error',
  status: 500,
  detail: 'Something failed on our side. Nothing was changed.',
  code: 'UNEXPECTED',
  params: {},
  requestId: '0d8a2f9e-5a7c-4a56-9f0e-5b2c6e0f1a34',
};

/** The same answer with its lists empty. */
function emptied(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]: [string, unknown]) => {
      if (Array.isArray(value)) return [name, []];
      return [name, name === 'next' || name === 'latest' ? null : value];
    }),
  );
}

async function answerEmpty(route: Route): Promise<void> {
  const response = await route.fetch();
  const isJson = (response.headers()['content-type'] ?? '').includes('json');
  if (!response.ok() || !isJson) return route.fulfill({ response });
  return route.fulfill({ response, json: emptied(await response.json()) });
}

/** Makes the network answer so until `restore` is called; what was held is let go then. */
export async function answerWith(page: Page, answers: Answers): Promise<{ restore: () => Promise<void> }> {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/api/**', async (route) => {
    if (answers === 'data' || isSession(route)) return route.fallback();
    if (answers === 'empty') return answerEmpty(route);
    if (answers === 'loading') {
      await held;
      return route.abort();
    }
    return route.fulfill({ status: 500, contentType: 'application/problem+json', json: FAULT });
  });
  return {
    restore: async () => {
      letGo();
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    },
  };
}
