import type { Page } from '@playwright/test';
import type { Locale } from '@qafila/shared/kernel/locale';
import { SCREEN_ROUTES, type ScreenRoute } from '@qafila/shared/registry/routes';
import { type Answers, networkOf } from '../../worlds/answers';
import { faultsOn, STANDARD } from '../../worlds/axe';
import { expect, test } from '../../worlds/journey';
import { advance, PEOPLE } from '../../worlds/people';
import { accountFor, addressFor, trackingAddress } from '../../worlds/screens';
import { ScreenWords } from '../../worlds/words';

const STATES: readonly Answers[] = ['data', 'empty', 'loading', 'error'];
/** Screens that are whole before anything is read: a form, with lists beside it that may be missing. */
const FORMS = [
  ...['sign-in', 'register', 'forgot-password', 'reset-password', 'confirm-email', 'unlock'],
  'join',
  'new-order',
];
/** Longer than anything that was read counts as fresh. */
const AWAY_MS = 120_000;
/** Longer than a trader's session stays open unused. */
const IDLE_S = 61 * 60;
const OWN_NAME = { en: 'English', ar: 'العربية', no: 'Norsk', fr: 'Français' } as const satisfies Record<
  Locale,
  string
>;
let checked = 0;

/** Nothing here changes anything, so the screens are shared out among the workers. */
test.describe.configure({ mode: 'parallel' });

async function expectNoFault(page: Page, what: string): Promise<void> {
  expect.soft(await faultsOn(page), what).toEqual([]);
  checked += 1;
}

/** The screen stands in the state that its answers make. */
async function expectState(page: Page, route: ScreenRoute, state: Answers): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  if (state === 'data' || state === 'empty') await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  if (FORMS.includes(route.name)) return;
  if (state === 'loading') await expect(page.locator('[aria-busy="true"]').first()).toBeVisible();
  if (state === 'error') await expect(page.getByRole('alert').first()).toBeVisible();
}

const spoken = async (page: Page): Promise<'en' | 'ar'> =>
  (await page.locator('html').getAttribute('dir')) === 'rtl' ? 'ar' : 'en';

/** The page in another language without another visit, by its own menu. */
async function speak(
  page: Page,
  { from, to }: { readonly from: Locale; readonly to: Locale },
): Promise<void> {
  const menu = new RegExp(`^${new ScreenWords(from).say('ui:language')}: `);
  await page.getByRole('button', { name: menu }).first().click();
  await page.getByRole('menuitem', { name: OWN_NAME[to], exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', to === 'ar' ? 'rtl' : 'ltr');
  await expect(page.getByRole('menu')).toHaveCount(0);
}

/** Somebody presses "Try again" wherever it stands, goes to another tab and comes back after a while. */
async function comeBack(page: Page): Promise<void> {
  const again = page.getByRole('button', { name: new ScreenWords(await spoken(page)).say('ui:retry') });
  await expect(async () => {
    if ((await again.count()) > 0) await again.first().click();
    await expect(again).toHaveCount(0, { timeout: 2000 });
  }).toPass();
  await page.evaluate((away) => {
    const now = Date.now;
    Date.now = () => now() + away;
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, AWAY_MS);
}

for (const route of SCREEN_ROUTES) {
  test(`${route.name} has no fault with data, empty, loading and failed, in both directions`, async ({
    visitAgain,
    request: outside,
  }) => {
    const as = await accountFor(outside, route);
    const { page, request } = await visitAgain({ locale: 'en', ...(as ? { as } : {}) });
    const address = await addressFor(request, route);
    const network = await networkOf(page);
    const look = async (state: Answers): Promise<void> => {
      await expectState(page, route, state);
      const from = await spoken(page);
      await expectNoFault(page, `${route.name}, ${state}, ${from}`);
      const to = from === 'en' ? 'ar' : 'en';
      await speak(page, { from, to });
      await expectNoFault(page, `${route.name}, ${state}, ${to}`);
    };
    const visit = async (): Promise<void> => {
      // To an address with a hash the browser would only scroll.
      if (address.includes('#')) await page.goto('about:blank');
      await page.goto(address);
    };
    await network.answer('loading');
    await visit();
    await look('loading');
    await network.answer('error');
    await look('error');
    for (const state of ['data', 'empty'] as const) {
      await network.answer(state);
      // A screen that keeps what it has read is visited anew.
      if (!(await network.readsAgain(() => comeBack(page)))) await visit();
      await look(state);
    }
    await network.release();
  });
}

test('the tracking page has no fault with a parcel, waiting, failed and unknown', async ({ visit }) => {
  const trader = await visit({ as: PEOPLE.noura });
  const address = await trackingAddress(trader.request);
  for (const language of ['ar-SA', 'en-GB']) {
    const { page, context } = await visit();
    await context.setExtraHTTPHeaders({ 'accept-language': language });
    const network = await networkOf(page);
    for (const state of STATES) {
      await network.answer(state);
      await page.goto(address);
      if (state === 'data') await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      if (state === 'loading') await expect(page.locator('[aria-busy="true"]').first()).toBeVisible();
      await expectNoFault(page, `tracking, ${state}, ${language}`);
    }
    await page.goto(`${new URL(address).origin}/p/${'A'.repeat(22)}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoFault(page, `tracking, unknown, ${language}`);
  }
});

test('403 and 404 have no fault', async ({ visit }) => {
  for (const locale of ['en', 'ar'] as const) {
    const { page } = await visit({ as: PEOPLE.huda, locale });
    for (const address of ['/orders', '/no/such/page']) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNoFault(page, `${address}, ${locale}`);
    }
  }
});

test('the sign-in over a page whose session ended has no fault', async ({ visit }) => {
  for (const locale of ['en', 'ar'] as const) {
    const { page, request } = await visit({ as: PEOPLE.sami, locale });
    await page.goto('/home');
    // Signed in and read to the end; before the heading there is nothing that could be busy.
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await advance(request, IDLE_S);
    // Whatever asks first finds that it ended: this page by itself, or a screen that was not read yet.
    const orders = page.getByRole('link', { name: new ScreenWords(locale).say('app:rail.orders') }).first();
    const code = page.getByRole('dialog').getByRole('textbox').first();
    await expect(async () => {
      if (!(await code.isVisible())) await orders.click({ timeout: 2000 });
      await expect(code).toBeVisible({ timeout: 5000 });
    }).toPass();
    await expectNoFault(page, `session ended, ${locale}`);
  }
});

test.afterAll(() => console.log(`axe looked at ${checked} screens by ${STANDARD.join(', ')}`));
