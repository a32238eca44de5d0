import { INTL_TAG, type Locale } from '@qafila/shared/kernel/locale';

/** A language of a pack, in the words of the page. */
export const languageName = (language: string, locale: Locale): string =>
  new Intl.DisplayNames(INTL_TAG[locale], { type: 'language' }).of(language) ?? language;
