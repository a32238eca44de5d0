import { type APIRequestContext, type BrowserContext, test as base, type Page } from '@playwright/test';
import type { Locale } from '@qafila/shared/kernel/locale';
import { portalOrigin } from './addresses';
import { signInAs } from './people';

export interface VisitOptions {
  /** Language picked in this browser; without it the page decides. */
  readonly locale?: Locale;
  /** Mail of the account that is signed in already. */
  readonly as?: string;
  readonly width?: number;
  readonly height?: number;
}
/** One person at one browser. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Calls with the cookies of this browser. */
  readonly request: APIRequestContext;
}
export type Visitor = (options?: VisitOptions) => Promise<Visit>;

/** Puts the choice of a language where the page keeps it, before the page reads it. */
const pick = (locale: Locale): void => {
  if (location.protocol.startsWith('http')) {
    localStorage.setItem('qafila.locale', locale);
    sessionStorage.setItem('qafila.locale-picked', 'yes');
  }
};

/** The language of one tab. */
export const pickOn = (page: Page, locale: Locale): Promise<unknown> => page.addInitScript(pick, locale);

/** Tests whose people each have a browser of their own. */
export const test = base.extend<{ visit: Visitor }>({
  visit: async ({ browser }, use) => {
    const open: BrowserContext[] = [];
    await use(async ({ locale, as, width = 1440, height = 900 } = {}) => {
      const context = await browser.newContext({
        baseURL: portalOrigin(),
        viewport: { width, height },
        reducedMotion: 'reduce',
      });
      open.push(context);
      if (locale) await context.addInitScript(pick, locale);
      if (as) await signInAs(context.request, as);
      return { page: await context.newPage(), context, request: context.request };
    });
    for (const context of open) await context.close();
  },
});
export { expect } from '@playwright/test';
