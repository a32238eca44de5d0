import type { BrowserContext, Page, Response } from '@playwright/test';
import { methodName } from '@qafila/shared/payments/methods';
import { isReference } from '@qafila/shared/payments/reference.rules';
import { DeskPage } from '../../pages/desk-page';
import { OrderPages, type TypedRecipient } from '../../pages/order-pages';
import { PackPages } from '../../pages/pack-pages';
import { signInByHand } from '../../pages/sign-in-page';
import { portalOrigin, trackingOrigin } from '../../worlds/addresses';
import { placeOlderOrder } from '../../worlds/drafts';
import { goodOf, inArabicDigits } from '../../worlds/goods';
import { expect, test, type Visitor } from '../../worlds/journey';
import { PEOPLE } from '../../worlds/people';
import { ofTheStore } from '../../worlds/store-marks';
import { ScreenWords } from '../../worlds/words';

/** Hundreds of scans: a recording of each would take longer than the job. */
test.use({ trace: 'off' });

/** Above SAR 20,000 with VAT, so that two people of finance confirm; stock for both languages. */
const BASKET = [
  { sku: 'ARG-100', pieces: 24 },
  { sku: 'AGC-500', pieces: 60 },
  { sku: 'TPT-700', pieces: 36 },
  { sku: 'PUF-TAN', pieces: 36 },
  { sku: 'HGB-P05', pieces: 30 },
] as const;

const RECIPIENTS: Readonly<Record<'en' | 'ar', readonly [TypedRecipient, TypedRecipient]>> = {
  en: [
    {
      name: 'Lama Al-Faisal',
      phone: '055 765 4321',
      form: 'short',
      address: { shortAddress: 'RHMA3184', city: 'Riyadh' },
    },
    {
      name: 'Khulood Bin Saad',
      phone: '+966 50 222 3344',
      form: 'parts',
      address: {
        buildingNumber: '7712',
        street: 'Palestine Street',
        district: 'Al Hamra',
        city: 'Jeddah',
        postalCode: '23321',
        additionalNumber: '4409',
      },
    },
  ],
  ar: [
    {
      name: 'لمى الفيصل',
      phone: inArabicDigits('055 765 4321'),
      form: 'short',
      address: { shortAddress: `RHMA${inArabicDigits('3184')}`, city: 'الرياض' },
    },
    {
      name: 'خلود بن سعد',
      phone: inArabicDigits('0502223344'),
      form: 'parts',
      address: {
        buildingNumber: inArabicDigits('7712'),
        street: 'شارع فلسطين',
        district: 'الحمراء',
        city: 'جدة',
        postalCode: inArabicDigits('23321'),
        additionalNumber: inArabicDigits('4409'),
      },
    },
  ],
};

interface Play {
  readonly visit: Visitor;
  readonly locale: 'en' | 'ar';
  readonly words: ScreenWords;
}

/** The trader: an order for two recipients, from the grid to the instruction. */
async function order({ visit, locale, words }: Play) {
  const trader = await visit();
  await signInByHand(trader, PEOPLE.noura, locale);
  await expect(trader.page).toHaveURL(/\/home$/);
  const pages = new OrderPages(trader, words);
  await pages.begin(locale === 'ar' ? 'هدايا العملاء' : 'Gifts for two');
  const [first, ...others] = BASKET;
  await pages.type(await goodOf(trader.request, first.sku), '12');
  await expect(trader.page.getByText(words.like('ordering:minimum.add.later')).first()).toBeVisible();
  await expect(pages.button('summary.review')).toHaveAttribute('aria-disabled', 'true');
  const typed = (pieces: number): string =>
    locale === 'ar' ? inArabicDigits(String(pieces)) : String(pieces);
  for (const { sku, pieces } of [first, ...others]) {
    await pages.type(await goodOf(trader.request, sku), typed(pieces));
  }
  await expect(trader.page.getByText(words.say('ordering:minimum.met')).first()).toBeVisible();
  await pages.chooseCustomers();
  await pages.showRecipients();
  const [one, two] = RECIPIENTS[locale];
  await pages.addRecipient(one, true);
  await pages.addRecipient(two, false);
  await pages.shareEvenly();
  await pages.review();
  await expect(trader.page.getByText(one.name)).toBeVisible();
  await expect(trader.page.getByRole('radio', { name: methodName('bank_transfer', locale) })).toBeChecked();
  const placed = await pages.place();
  expect(isReference(placed.reference.replaceAll(' ', ''))).toBe(true);
  expect(placed.iban.replaceAll(' ', '')).toMatch(/^SA\d{22}$/);
  const code = await trader.page.locator('.top-sub .code').first().innerText();
  return { trader, placed, code: code.trim() };
}

/** Finance: the statement, the exact line, and a list that two people confirm. */
async function confirm({ visit, locale, words }: Play, reference: string): Promise<void> {
  const farah = await visit();
  await signInByHand(farah, PEOPLE.farah, locale);
  const desk = new DeskPage(farah, words);
  await desk.open();
  await desk.importStatement();
  await expect((await desk.line(reference)).getByText(words.say('payments:chip.exact'))).toBeVisible();
  await desk.confirmTicked(reference, PEOPLE.farah);
  await expect(desk.said('doneWaits')).toBeVisible();

  const omar = await visit();
  await signInByHand(omar, PEOPLE.omar, locale);
  const second = new DeskPage(omar, words);
  await second.open();
  await second.showView('second');
  await second.confirmTicked(reference, PEOPLE.omar);
  await expect(second.said('doneBooked')).toBeVisible();
}

/** The warehouse: both parcels scanned, weighed, labelled and handed over. */
async function pack({ visit, locale, words }: Play, orderCode: string): Promise<void> {
  const khalid = await visit();
  await signInByHand(khalid, PEOPLE.khalid, locale);
  const pages = new PackPages(khalid, words);
  for (const left of [2, 1]) {
    await pages.open();
    await expect(pages.parcels(orderCode)).toHaveCount(left);
    await pages.parcels(orderCode).first().click();
    await pages.start();
    await pages.scan('4006381333931');
    await expect(khalid.page.locator('.scan-bad')).toBeVisible();
    await pages.scanAll();
    await pages.closeParcel();
    await pages.printLabel();
    for (const kind of ['openLabel', 'openSlip'] as const) {
      const paper = await pages.paper(kind);
      expect(paper).toMatchObject({ status: 200, type: 'application/pdf' });
      expect(paper.text.startsWith('%PDF-')).toBe(true);
    }
    await pages.handOver(`34800${left}77${locale === 'ar' ? '02' : '01'}`);
  }
}

/** Both tracking addresses, from the trader's order. */
async function trackingLinks(page: Page, words: ScreenWords): Promise<string[]> {
  const links = page.getByRole('link', { name: words.say('ordering:parcels.track'), exact: true });
  await expect(async () => {
    await page.reload();
    await expect(links).toHaveCount(2, { timeout: 3000 });
  }).toPass({ timeout: 45_000 });
  return links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
}

/** Everything a browser received, as one text. */
async function received(responses: readonly Response[]): Promise<string> {
  const parts = await Promise.all(
    responses.map(async (response) => {
      const headers = Object.entries(await response.allHeaders()).flat();
      const type = response.headers()['content-type'] ?? '';
      const isText = /text|json|javascript|svg/.test(type);
      return [response.url(), ...headers, isText ? await response.text() : ''].join('\n');
    }),
  );
  return parts.join('\n');
}

/** A recipient with a browser that has never been here. */
async function track(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(address);
  expect(new URL(page.url()).origin).toBe(trackingOrigin());
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page).toHaveTitle(/Dar Nour|دار نور/);
  await expect(page.getByRole('banner')).toContainText(/Dar Nour|دار نور/);
  await expect(page.getByRole('banner').locator('img')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(ofTheStore(`${await page.innerText('body')}\n${await page.content()}`)).toEqual([]);
  expect(ofTheStore(await received(responses))).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(responses.every((response) => !response.url().startsWith(portalOrigin()))).toBe(true);
}

for (const locale of ['en', 'ar'] as const) {
  const language = locale === 'en' ? 'English' : 'Arabic';
  test(`one order from the grid to two blind parcels, in ${language}`, async ({ visit, browser }) => {
    test.setTimeout(300_000);
    const play: Play = { visit, locale, words: new ScreenWords(locale) };
    await placeOlderOrder((await visit({ as: PEOPLE.sami })).request);
    const { trader, placed, code } = await order(play);
    await confirm(play, placed.reference);
    await expect(async () => {
      await trader.page.reload();
      const confirmed = trader.page.getByText(play.words.say('ordering:state.order.confirmed')).first();
      await expect(confirmed).toBeVisible({ timeout: 3000 });
    }).toPass({ timeout: 45_000 });
    await pack(play, code);
    const links = await trackingLinks(trader.page, play.words);
    for (const address of links) {
      const clean = await browser.newContext();
      await track(clean, address);
      await clean.close();
    }
  });
}
