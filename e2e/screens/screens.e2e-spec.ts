import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { SCREEN_ROUTES } from '@qafila/shared/registry/routes';
import { OrderPages } from '../pages/order-pages';
import { screensFolder } from '../worlds/addresses';
import { networkOf } from '../worlds/answers';
import { expect, pickOn, test, type Visit } from '../worlds/journey';
import { PEOPLE } from '../worlds/people';
import { accountFor, addressFor, trackingAddress } from '../worlds/screens';
import { ScreenWords } from '../worlds/words';

const LOCALES = ['en', 'ar'] as const;
const WIDTHS = [1440, 390] as const;
const HEIGHT: Readonly<Record<(typeof WIDTHS)[number], number>> = { 1440: 900, 390: 844 };
/** A window higher than this cannot be drawn in one piece; what lies below is still on the picture. */
const HIGHEST = 4000;
const folder = path.resolve(screensFolder());

test.beforeAll(() => mkdirSync(folder, { recursive: true }));

/** The window grows to the whole page, so that what sticks to its edges stands where a reader finds it. */
async function whole(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const { width = 0, height: least = 0 } = page.viewportSize() ?? {};
  await page.setViewportSize({ width, height: Math.min(Math.max(height, least), HIGHEST) });
  await page.waitForFunction(() =>
    [...document.images].every((each) => each.complete || each.getBoundingClientRect().top > innerHeight),
  );
  await page.screenshot({
    path: path.join(folder, `${name}.png`),
    fullPage: true,
    animations: 'disabled',
    timeout: 60_000,
  });
}

type Shot = (page: Page, locale: (typeof LOCALES)[number]) => Promise<void>;

/** One picture for each language and width. */
async function inEachWay({ context }: Visit, name: string, open: Shot): Promise<void> {
  for (const locale of LOCALES) {
    for (const width of WIDTHS) {
      const page = await context.newPage();
      await pickOn(page, locale);
      await page.setViewportSize({ width, height: HEIGHT[width] });
      await open(page, locale);
      await whole(page, `${name}.${locale}.${width}`);
      await page.close();
    }
  }
}

const settled = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
};

for (const route of SCREEN_ROUTES) {
  test(`${route.name} in both directions and widths`, async ({ visit }) => {
    const outside = await visit();
    const as = await accountFor(outside.request, route);
    const person = await visit(as ? { as } : {});
    const address = await addressFor(person.request, route);
    await inEachWay(person, route.name, async (page) => {
      await page.goto(address);
      await settled(page);
    });
  });
}

test('the tracking page', async ({ visit }) => {
  const trader = await visit({ as: PEOPLE.noura });
  const address = await trackingAddress(trader.request);
  const recipient = await visit();
  await inEachWay(recipient, 'tracking', async (page, locale) => {
    await page.goto(address);
    await page.getByRole('button', { name: locale === 'ar' ? 'العربية' : 'English' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test('the screens nobody plans: 403, 404, a fault, nothing there yet', async ({ visit }) => {
  test.setTimeout(300_000);
  const huda = await visit({ as: PEOPLE.huda });
  const open = (address: string) => async (page: Page) => {
    await page.goto(address);
    await settled(page);
  };
  await inEachWay(huda, 'x-403', open('/orders'));
  await inEachWay(huda, 'x-404', open('/no/such/page'));
  const noura = await visit({ as: PEOPLE.noura });
  for (const state of ['error', 'empty'] as const) {
    await inEachWay(noura, `x-orders-${state}`, async (page) => {
      await (await networkOf(page)).answer(state);
      await page.goto('/orders');
      await settled(page);
    });
  }
  await inEachWay(noura, 'x-orders-loading', async (page) => {
    await (await networkOf(page)).answer('loading');
    await page.goto('/orders');
    await expect(page.locator('[aria-busy="true"]').first()).toBeVisible();
  });
});

test('a new recipient typed in', async ({ visit }) => {
  const noura = await visit({ as: PEOPLE.noura });
  const route = SCREEN_ROUTES.find(({ name }) => name === 'order-edit');
  if (!route) throw new Error('The grid is gone');
  const address = await addressFor(noura.request, route);
  await inEachWay(noura, 'x-recipient', async (page, locale) => {
    await page.goto(`${address}?part=recipients`);
    await settled(page);
    const words = new ScreenWords(locale);
    await new OrderPages({ ...noura, page }, words).button('recipients.add').click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words.say('ordering:recipients.add') })
      .click();
    await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible();
  });
});
