import type { Page } from '@playwright/test';
import type { Locale } from '@qafila/shared/kernel/locale';
import { sayNotOffered } from '@qafila/shared/payments/method-reasons';
import { DeskPage } from '../../pages/desk-page';
import { OrderPages } from '../../pages/order-pages';
import { PackPages } from '../../pages/pack-pages';
import { signInByHand } from '../../pages/sign-in-page';
import { trackingOrigin } from '../../worlds/addresses';
import { goodOf, inArabicDigits } from '../../worlds/goods';
import { expect, test, type Visit, type Visitor } from '../../worlds/journey';
import { languagesOf } from '../../worlds/long';
import { PEOPLE } from '../../worlds/people';
import { ScreenWords } from '../../worlds/words';

/** The three walks of docs/DEMO.md, step by step, as a newcomer plays them. */
test.use({ trace: 'off' });

async function arrive(visit: Visitor, email: string, locale: Locale): Promise<Visit> {
  const person = await visit();
  await signInByHand(person, email, locale);
  await expect(person.page).toHaveURL(/\/(home|today)$/);
  return person;
}

/** Reloads until what another process does has come. */
const comes = (page: Page, text: string): Promise<void> =>
  expect(async () => {
    await page.reload();
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 45_000 });

const LANGUAGE = { en: 'English', ar: 'Arabic' } as const;

const typed = (locale: Locale, text: string): string => (locale === 'ar' ? inArabicDigits(text) : text);

for (const locale of languagesOf('ar')) {
  test(`walk 1: two parcels for two of Dar Nour’s customers, in ${LANGUAGE[locale]}`, async ({
    visit,
    browser,
  }) => {
    test.setTimeout(300_000);
    const words = new ScreenWords(locale);
    const noura = await arrive(visit, PEOPLE.noura, locale);
    const order = new OrderPages(noura, words);
    await order.begin(words.say('ordering:new.suggested', { date: '1' }));
    const [small, large] = [await goodOf(noura.request, 'ARG-030'), await goodOf(noura.request, 'ARG-100')];
    await order.type(small, '48');
    await expect(noura.page.getByText(words.like('ordering:grid.tier')).first()).toBeVisible();
    await order.type(large, '15');
    await expect(
      noura.page.getByRole('button', { name: words.like('ordering:grid.fixTo') }).first(),
    ).toBeVisible();
    await order.type(large, '24');
    await expect(noura.page.getByText(words.like('ordering:minimum.add.later')).first()).toBeVisible();
    await order.type(large, '36');
    await expect(noura.page.getByText(words.say('ordering:minimum.met')).first()).toBeVisible();
    await noura.page.locator('.order-grid button.chip').first().click();
    await noura.page.getByRole('menuitem', { name: words.like('ordering:pack.spec') }).click();
    await order.chooseCustomers();
    await order.showRecipients();
    await order.addRecipient(
      {
        name: locale === 'ar' ? 'منى الشهري' : 'Mona Al-Shehri',
        phone: typed(locale, '0551234567'),
        form: 'short',
        address: { shortAddress: 'RNBB2312', city: locale === 'ar' ? 'الرياض' : 'Riyadh' },
      },
      true,
    );
    await order.addRecipient(
      {
        name: locale === 'ar' ? 'ريم الدوسري' : 'Reem Al-Dosari',
        phone: typed(locale, '0509876543'),
        form: 'parts',
        address: {
          buildingNumber: typed(locale, '3210'),
          street: locale === 'ar' ? 'شارع الأمير سلطان' : 'Prince Sultan Street',
          district: locale === 'ar' ? 'الروضة' : 'Al Rawdah',
          city: locale === 'ar' ? 'جدة' : 'Jeddah',
          postalCode: typed(locale, '23435'),
          additionalNumber: typed(locale, '6612'),
        },
      },
      false,
    );
    await order.shareEvenly();
    await order.review();
    const { reference } = await order.place();
    const code = (await noura.page.locator('.top-sub .code').first().innerText()).trim();

    const farah = await arrive(visit, PEOPLE.farah, locale);
    const desk = new DeskPage(farah, words);
    await desk.open();
    await desk.importStatement();
    await desk.confirmTicked(reference, PEOPLE.farah);
    await expect(desk.said('doneBooked')).toBeVisible();

    const khalid = await arrive(visit, PEOPLE.khalid, locale);
    const station = new PackPages(khalid, words);
    await expect(async () => {
      await station.open();
      await expect(station.parcels(code)).toHaveCount(2, { timeout: 3000 });
    }).toPass({ timeout: 45_000 });
    await station.parcels(code).first().click();
    await station.start();
    await station.scanAll();
    await station.closeParcel();
    await station.printLabel();
    await station.handOver(`7788${locale === 'ar' ? '02' : '01'}11`);

    await comes(noura.page, words.say('ordering:state.parcel.handed_over'));
    await expect(noura.page.locator('.parcels li')).toHaveCount(2);
    const link = noura.page
      .getByRole('link', { name: words.say('ordering:parcels.track'), exact: true })
      .first();
    const recipient = await (await browser.newContext()).newPage();
    await recipient.goto((await link.getAttribute('href')) ?? '');
    expect(new URL(recipient.url()).origin).toBe(trackingOrigin());
    await expect(recipient.getByRole('banner')).toContainText(/Dar Nour|دار نور/);
    await recipient.context().close();
  });
}

for (const locale of languagesOf('en')) {
  test(`walk 2: the first order of Atlas Gifts, in ${LANGUAGE[locale]}`, async ({ visit }) => {
    const words = new ScreenWords(locale);
    const yusuf = await arrive(visit, PEOPLE.yusuf, locale);
    const { page } = yusuf;
    await expect(page.getByText(words.say('ordering:home.next.first_order.title'))).toBeVisible();
    await expect(page.getByText('5,000').first()).toBeVisible();
    const order = new OrderPages(yusuf, words);
    await order.begin(locale === 'ar' ? 'الطلب الأول' : 'First order');
    const good = await goodOf(yusuf.request, 'TPT-400');
    await order.type(good, '12');
    await expect(page.getByText(words.like('ordering:minimum.add.first')).first()).toBeVisible();
    await expect(order.button('summary.review')).toHaveAttribute('aria-disabled', 'true');
    await order.type(await goodOf(yusuf.request, 'HGB-P03'), '60');
    await order.type(good, '36');
    await expect(page.getByText(words.say('ordering:minimum.met')).first()).toBeVisible();
    await order.review();
    const { reference } = await order.place();
    const inbox = await visit({ locale });
    await expect(async () => {
      await inbox.page.goto('/demo/inbox');
      await inbox.page.locator('.inbox-row').first().click({ timeout: 3000 });
      const mail = inbox.page.frameLocator('iframe');
      await expect(mail.getByText(reference).first()).toBeVisible({ timeout: 3000 });
    }).toPass({ timeout: 45_000 });
    await order.button('cancel.order').first().click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words.say('ordering:cancel.order') })
      .click();
    await expect(page.getByText(words.like('ordering:cancel.done')).first()).toBeVisible();
    await page.goto('/home');
    await expect(page.getByText(words.say('ordering:home.next.first_order.title'))).toBeVisible();
  });
}

test('walk 3: a trader abroad in Norwegian, and the people who watch', async ({ visit }) => {
  const words = new ScreenWords('no');
  const ingrid = await arrive(visit, PEOPLE.ingrid, 'no');
  const order = new OrderPages(ingrid, words);
  await order.begin('Første bestilling');
  await order.type(await goodOf(ingrid.request, 'HGB-P03'), '96');
  await expect(ingrid.page.getByText(words.say('ordering:minimum.met')).first()).toBeVisible();
  await order.review();
  await ingrid.page.locator('.methods-off > summary').click();
  const why = {
    method: 'bank_transfer',
    reason: 'company_country',
    params: { needed: 'SA', country: 'NO' },
  } as const;
  await expect(ingrid.page.getByText(sayNotOffered(why, 'no'))).toBeVisible();
  await order.button('review.place').click();
  await expect(ingrid.page.getByRole('heading', { name: words.say('ordering:pay.title') })).toBeVisible();
  await ingrid.page.goto('/home');
  await expect(ingrid.page.getByText(/Første bestilling/).first()).toBeVisible();

  for (const locale of ['en', 'ar'] as const) {
    const said = new ScreenWords(locale);
    const salma = await arrive(visit, PEOPLE.salma, locale);
    await expect(salma.page.getByRole('heading', { level: 1 })).toHaveText(said.say('oversight:today.title'));
    await salma.page
      .getByRole('link', { name: said.say('app:rail.audit') })
      .first()
      .click();
    await expect(salma.page.getByRole('row').nth(1)).toBeVisible();
    for (const email of [PEOPLE.mehdi, PEOPLE.amal]) {
      const person = await arrive(visit, email, locale);
      await expect(person.page.getByRole('heading', { level: 1 })).toHaveText(
        said.say('oversight:today.title'),
      );
      await expect(person.page.locator('main .card').first()).toBeVisible();
    }
  }
});
