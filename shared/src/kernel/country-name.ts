import { INTL_TAG, type Locale } from './locale';

/** The name of a country in the reader's language: `Saudi Arabia`. */
export const countryName = (code: string, locale: Locale): string =>
  new Intl.DisplayNames([INTL_TAG[locale]], { type: 'region' }).of(code) ?? code;
