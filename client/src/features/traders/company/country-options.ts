import { countryName } from '@qafila/shared/kernel/country-name';
import { INTL_TAG, type Locale } from '@qafila/shared/kernel/locale';

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
