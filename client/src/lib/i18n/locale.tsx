import {
  directionOf,
  HTML_LANG,
  isLocale,
  type Locale,
  localeFromHeader,
} from '@qafila/shared/kernel/locale';
import i18next from 'i18next';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

const STORED = 'qafila.locale';
const PICKED = 'qafila.locale-picked';

/** The language to begin with: stored in this browser, else the browser's own. */
export function firstLocale(): Locale {
  const stored = localStorage.getItem(STORED);
  return isLocale(stored) ? stored : localeFromHeader(navigator.languages.join(','));
}

/** Sets `lang` and `dir` of the document; called before first paint and on every change. */
export function dressDocument(locale: Locale): void {
  document.documentElement.lang = HTML_LANG[locale];
  document.documentElement.dir = directionOf(locale);
}

/** True when the language was picked by hand in this visit, so that signing in does not change it back. */
export const wasPicked = (): boolean => sessionStorage.getItem(PICKED) === 'yes';

interface LocaleState {
  readonly locale: Locale;
  readonly dir: 'rtl' | 'ltr';
  /** Shows the page in another language; `byHand` when the person picked it. */
  readonly show: (locale: Locale, byHand?: boolean) => Promise<void>;
}
const LocaleContext = createContext<LocaleState | undefined>(undefined);

/** Holds the language of the page. */
export function LocaleProvider({ first, children }: { first: Locale; children: ReactNode }): ReactNode {
  const [locale, setLocale] = useState(first);
  const show = useCallback(async (next: Locale, byHand = false) => {
    await i18next.changeLanguage(next);
    localStorage.setItem(STORED, next);
    if (byHand) sessionStorage.setItem(PICKED, 'yes');
    dressDocument(next);
    setLocale(next);
  }, []);
  const state = useMemo(() => ({ locale, dir: directionOf(locale), show }), [locale, show]);
  return <LocaleContext value={state}>{children}</LocaleContext>;
}

/** Language and direction of the page. */
export function useLocale(): LocaleState {
  const state = useContext(LocaleContext);
  if (!state) throw new Error('LocaleProvider is missing');
  return state;
}
