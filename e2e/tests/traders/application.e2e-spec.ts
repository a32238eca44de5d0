import { randomUUID } from 'node:crypto';
import type { Locale } from '@qafila/shared/kernel/locale';
import { CHANGE_TEXTS, REJECT_TEXTS } from '@qafila/shared/traders/application-reasons';
import type { ItemKind } from '@qafila/shared/traders/checklist';
import { ApplyPages, ReviewPages } from '../../pages/application-pages';
import { IdentityPages } from '../../pages/identity-pages';
import { registerOwner, sendApplication, typedFor } from '../../worlds/applicants';
import { givePasskeys } from '../../worlds/authenticators';
import { expect, test, type Visitor } from '../../worlds/journey';
import { PEOPLE } from '../../worlds/people';
import { ScreenWords } from '../../worlds/words';

const LOCALES = ['en', 'ar'] as const;
/** A name of its own for every run, so that the queue shows it once. */
const aCompany = (): string => `Rawabi ${randomUUID().slice(0, 6)}`;

async function anOwner(visit: Visitor, given: { locale: Locale; country: string; company: string }) {
  const trader = await visit({ locale: given.locale });
  await registerOwner(trader.request, given);
  await trader.page.goto('/');
  await expect(trader.page).toHaveURL(/\/application/);
  return { ...trader, apply: new ApplyPages(trader, new ScreenWords(given.locale)) };
}
/** Somebody who registered on the screens and whose only factor is a passkey of this browser. */
async function anOwnerWithPasskey(visit: Visitor, given: { locale: Locale; company: string }) {
  const words = new ScreenWords(given.locale);
  const pages = new IdentityPages(await visit({ locale: given.locale }), words);
  await givePasskeys(pages.page);
  const owner = {
    email: `owner-${randomUUID().slice(0, 12)}@applicants.example`,
    name: given.locale === 'ar' ? 'ريم الشهري' : 'Reem Al-Shehri',
    company: given.company,
    country: 'SA',
    password: 'tamarind kettle orbit violin',
  };
  await pages.askAndOpen(owner);
  await pages.tellWho(owner);
  await pages.enrolPasskey();
  await pages.keepRecoveryCodes();
  await expect(pages.page).toHaveURL(/\/application/);
  return { owner, words, pages, page: pages.page, apply: new ApplyPages(pages.visit, words) };
}
async function aReviewer(visit: Visitor, locale: Locale): Promise<ReviewPages> {
  return new ReviewPages(await visit({ as: PEOPLE.amal, locale }), new ScreenWords(locale));
}
const acceptAll = async (review: ReviewPages, kinds: readonly ItemKind[]): Promise<void> => {
  for (const kind of kinds) await review.accept(kind);
};

for (const locale of LOCALES) {
  test(`apply from Riyadh, a change is asked, sent again, approved, signed in with a passkey (${locale})`, async ({
    visit,
  }) => {
    const company = aCompany();
    const { owner, words, pages, apply, page } = await anOwnerWithPasskey(visit, { locale, company });
    await expect(page.getByText(apply.say('progress', { done: 0, total: 6 }))).toBeVisible();
    await apply.fillAll('SA');
    // What was typed is there after a reload: nothing was saved by hand.
    await page.reload();
    await apply.open('unified_number');
    await expect(page.locator('.field-number input')).toHaveValue('7034567898');
    await apply.send();

    const review = await aReviewer(visit, locale);
    await review.open(company);
    await review.item('unified_number').click();
    await expect(review.page.locator('.viewer-paper img')).toBeVisible();
    await acceptAll(review, ['contact', 'legal_name', 'vat_number', 'national_address']);
    await review.ask('unified_number');
    await review.button('decision.sendBack').click();
    await review.decided('changes_requested');

    await page.reload();
    await expect(page.getByText(CHANGE_TEXTS.unreadable[locale])).toBeVisible();
    await apply.open('unified_number');
    await apply.fill({ number: '7034567889' });
    await apply.give('clearer.pdf');
    await apply.send('sendAgain');
    await pages.signOut();

    await review.open(company);
    await review.item('unified_number').click();
    await expect(review.page.locator('del')).toHaveText('7034567898');
    await review.accept('unified_number');
    await review.button('decision.approve').click();
    await review.decided('approved');

    // Neither mail nor password nor digits are typed: the passkey alone opens the company that was approved.
    await page.goto('/');
    await expect(page).toHaveURL(/\/sign-in/);
    await pages.button('passkeySignIn').click();
    await expect(page).toHaveURL(/\/home/);
    const { nameLatin, nameArabic } = typedFor('SA').legal_name ?? {};
    const name = (locale === 'ar' ? nameArabic : nameLatin) ?? 'a name';
    await expect(page.locator('.rail-foot')).toContainText(owner.name);
    await expect(page.locator('.top-sub')).toHaveText(name);
    await expect(page.getByText(words.say('ordering:home.next.first_order.title'))).toBeVisible();
  });

  test(`rejected and applied again with what was accepted (${locale})`, async ({ visit }) => {
    const company = aCompany();
    const { apply, page, request } = await anOwner(visit, { locale, country: 'SA', company });
    await sendApplication(request, 'SA');
    const review = await aReviewer(visit, locale);
    await review.open(company);
    await acceptAll(review, ['contact', 'legal_name']);
    await review.button('decision.reject').click();
    const dialog = review.page.getByRole('dialog');
    await dialog.getByRole('button', { name: review.say('rejectDone'), exact: true }).click();
    await review.decided('rejected');

    await page.reload();
    await expect(page.getByText(REJECT_TEXTS.not_a_business[locale])).toBeVisible();
    await page.getByRole('button', { name: apply.say('status.applyAgain') }).click();
    await apply.open('contact');
    await expect(page.locator('.field-contactName input')).toHaveAttribute('readonly', '');
    await apply.send();
    await review.open(company);
    await expect(review.page.locator('.top-sub')).toContainText(review.say('queue.attempt', { count: 2 }));
  });
}

/** What the applicant reads, and the reviewer. */
const BERGEN = [
  ['no', 'en'],
  ['en', 'en'],
  ['ar', 'ar'],
] as const;
for (const [locale, staffLocale] of BERGEN) {
  test(`apply from Bergen (${locale})`, async ({ visit }) => {
    const company = `Nordlys ${randomUUID().slice(0, 6)}`;
    const { apply, page } = await anOwner(visit, { locale, country: 'NO', company });
    await apply.open('org_number');
    await apply.fill({ number: '923456781' });
    await page.locator('.field-issuedOn input').focus();
    await expect(page.locator('.field-error').first()).toBeVisible();
    await apply.fillAll('NO');
    await apply.send();
    const review = await aReviewer(visit, staffLocale);
    await review.open(company);
    await review.item('org_number').click();
    await expect(review.page.getByText(review.say('format.org_number'), { exact: true })).toBeVisible();
  });
}
