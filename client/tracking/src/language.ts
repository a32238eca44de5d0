import {
  directionOf,
  HTML_LANG,
  isLocale,
  LOCALES,
  type Locale,
  localeFromHeader,
} from '@qafila/shared/kernel/locale';
import { h } from './dom';
import { WORDS } from './words';

/** The language of the address (`?lang=fr`), if the reader chose one. */
export function chosenLocale(): Locale | undefined {
  const lang = new URLSearchParams(location.search).get('lang');
  return isLocale(lang) ? lang : undefined;
}

/** The reader's language before the parcel's is known. */
export const browserLocale = (): Locale => chosenLocale() ?? localeFromHeader(navigator.languages.join(','));

/** Sets the document's language and direction. */
export function speak(locale: Locale): void {
  document.documentElement.lang = HTML_LANG[locale];
  document.documentElement.dir = directionOf(locale);
}

const NAMES: Readonly<Record<Locale, string>> = { en: 'English', ar: 'العربية', no: 'Norsk', fr: 'Français' };

/** The four languages as small buttons; the choice stands in the address. */
export function languageSwitch(current: Locale, choose: (locale: Locale) => void): HTMLElement {
  const buttons = LOCALES.map((locale) =>
    h(
      'button',
      {
        type: 'button',
        lang: HTML_LANG[locale],
        'aria-pressed': String(locale === current),
        click: () => {
          const address = new URL(location.href);
          address.searchParams.set('lang', locale);
          history.replaceState(null, '', address);
          choose(locale);
          document.querySelector<HTMLElement>('.languages [aria-pressed="true"]')?.focus();
        },
      },
      NAMES[locale],
    ),
  );
  return h('nav', { class: 'languages', 'aria-label': WORDS.language[current] }, ...buttons);
}
