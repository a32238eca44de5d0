import { INTL_TAG, type Locale } from '@qafila/shared/kernel/locale';

/** A country in the reader's language. */
export const countryName = (code: string, locale: Locale): string =>
  new Intl.DisplayNames([INTL_TAG[locale]], { type: 'region' }).of(code) ?? code;

/** Where goods of the store's traders go, by name. */
const COUNTRIES = [
  'SA',
  'AE',
  'KW',
  'QA',
  'BH',
  'OM',
  'MA',
  'EG',
  'JO',
  'NO',
  'SE',
  'DK',
  'FR',
  'DE',
  'ES',
  'GB',
  'US',
];
export const countryOptions = (locale: Locale): { value: string; text: string }[] =>
  COUNTRIES.map((value) => ({ value, text: countryName(value, locale) })).sort((a, b) =>
    a.text.localeCompare(b.text, INTL_TAG[locale]),
  );
