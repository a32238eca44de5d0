import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  test as base,
  type Page,
} from '@playwright/test';
import { readSession } from '@qafila/shared/identity/identity.contract';
import type { Locale } from '@qafila/shared/kernel/locale';
import { portalOrigin } from './addresses';
import { signInAs } from './people';
import { call } from './portal-call';

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

/** A browser of somebody's own: nothing in it, and signed in when it is somebody's. */
async function open(browser: Browser, { locale, as, width = 1440, height = 900 }: VisitOptions) {
  const context = await browser.newContext({
    baseURL: portalOrigin(),
    viewport: { width, height },
    reducedMotion: 'reduce',
  });
  if (locale) await context.addInitScript(pick, locale);
  if (as) await signInAs(context.request, as);
  return context;
}

const visitIn = async (context: BrowserContext): Promise<Visit> => ({
  page: await context.newPage(),
  context,
  request: context.request,
});

/** Whoever moved the clock past the end of a session signs in again. */
async function stayIn({ request }: BrowserContext, as: string | undefined): Promise<void> {
  if (as === undefined) return;
  await call(request, readSession).catch(() => signInAs(request, as));
}

/**
 * Tests whose people each have a browser of their own. `visit` opens a new one each time; `visitAgain` keeps one and
 * its page for each person as long as the worker lives, so that code and session are there already: for tests that
 * only look.
 */
export const test = base.extend<{ visit: Visitor }, { visitAgain: Visitor }>({
  visit: async ({ browser }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await open(browser, options);
      opened.push(context);
      return visitIn(context);
    });
    for (const context of opened) await context.close();
  },
  visitAgain: [
    async ({ browser }, use) => {
      const kept = new Map<string, Visit>();
      await use(async (options = {}) => {
        const key = JSON.stringify(options);
        const found = kept.get(key) ?? (await visitIn(await open(browser, options)));
        kept.set(key, found);
        await stayIn(found.context, options.as);
        return found;
      });
      for (const { context } of kept.values()) await context.close();
    },
    { scope: 'worker' },
  ],
});
export { expect } from '@playwright/test';
