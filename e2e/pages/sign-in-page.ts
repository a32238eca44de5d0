import type { Locale } from '@qafila/shared/kernel/locale';
import type { Visit } from '../worlds/journey';
import { freshCode, passwordOf } from '../worlds/people';
import { ScreenWords } from '../worlds/words';

/** Each language as its menu names it. */
const OWN_NAME: Readonly<Record<Locale, string>> = {
  en: 'English',
  ar: 'العربية',
  no: 'Norsk',
  fr: 'Français',
};

/** Picks a language in the menu of the page, whatever the page speaks now. */
export async function pickLanguage({ page }: Visit, locale: Locale): Promise<void> {
  const names = Object.values(OWN_NAME).join('|');
  await page.getByRole('button', { name: new RegExp(`: (${names})$`) }).click();
  await page.getByRole('menuitem', { name: OWN_NAME[locale] }).click();
  await page.locator(`html[dir="${locale === 'ar' ? 'rtl' : 'ltr'}"]`).waitFor();
}

/** Types mail and password; the page asks for the second factor then. */
export async function giveCredentials(visit: Visit, email: string, locale: Locale): Promise<void> {
  const { page } = visit;
  const words = new ScreenWords(locale);
  const mail = page.getByLabel(words.say('identity:email'));
  // Where a session ended the page knows whose it was.
  if (await mail.isEditable()) await mail.fill(email);
  await page.getByLabel(words.say('identity:password')).fill(await passwordOf(visit.request, email));
  await page.getByRole('button', { name: words.say('identity:next'), exact: true }).click();
}

/** Types the six digits; the page goes on by itself at the last one. */
export async function giveCode({ page }: Visit, code: string, locale: Locale): Promise<void> {
  const words = new ScreenWords(locale);
  await page.getByLabel(words.say('identity:code')).fill(code);
}

/** The whole sign-in as a person does it: language, mail and password, code of the authenticator app. */
export async function signInByHand(visit: Visit, email: string, locale: Locale): Promise<void> {
  await visit.page.goto('/sign-in');
  await pickLanguage(visit, locale);
  await giveCredentials(visit, email, locale);
  await giveCode(visit, await freshCode(visit.request, email), locale);
}
