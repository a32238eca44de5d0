import { COUNTRIES } from '@qafila/shared/kernel/countries';
import { INTL_TAG, type Locale } from '@qafila/shared/kernel/locale';

/** Where most of the traders are stands first. */
const FIRST = ['SA', 'AE', 'KW', 'QA', 'BH', 'OM', 'NO'];

/** Every country the contract takes, by its name in a language; the Gulf and Norway first. */
export function countryOptions(locale: Locale): { readonly value: string; readonly text: string }[] {
  const names = new Intl.DisplayNames(INTL_TAG[locale], { type: 'region', fallback: 'none' });
  const named = COUNTRIES.flatMap((value) => {
    const text = names.of(value);
    return text === undefined ? [] : [{ value, text }];
  });
  const rank = (code: string): number => (FIRST.includes(code) ? FIRST.indexOf(code) : FIRST.length);
  const order = new Intl.Collator(INTL_TAG[locale]);
  return named.sort((a, b) => rank(a.value) - rank(b.value) || order.compare(a.text, b.text));
}
