import { completeRegistration } from '@qafila/shared/identity/registration.contract';
import { INTL_TAG, type Locale } from '@qafila/shared/kernel/locale';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Where most of the traders are stands first. */
const FIRST = ['SA', 'AE', 'KW', 'QA', 'BH', 'OM', 'NO'];
const isCountry = (code: string): boolean => completeRegistration.body.shape.country.safeParse(code).success;

/** Every country the contract takes, by its name in a language; the Gulf and Norway first. */
export function countryOptions(locale: Locale): { readonly value: string; readonly text: string }[] {
  const names = new Intl.DisplayNames(INTL_TAG[locale], { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => `${first}${second}`)).filter(isCountry);
  const named = codes.flatMap((value) => {
    const text = names.of(value);
    return text === undefined ? [] : [{ value, text }];
  });
  const rank = (code: string): number => (FIRST.includes(code) ? FIRST.indexOf(code) : FIRST.length);
  const order = new Intl.Collator(INTL_TAG[locale]);
  return named.sort((a, b) => rank(a.value) - rank(b.value) || order.compare(a.text, b.text));
}
