import { LOCALES, type Locale } from '@qafila/shared/kernel/locale';
import i18next, { type BackendModule, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** Loads the words of one namespace in one language; `undefined` where there are none (staff screens in fr, no). */
export type WordsLoader = (namespace: string, locale: string) => Promise<ResourceKey | undefined>;

/** Starts the translations. `base` are the namespaces every screen needs, loaded before first paint. */
export async function startWords(load: WordsLoader, locale: Locale, base: readonly string[]): Promise<void> {
  const backend: BackendModule = {
    type: 'backend',
    init: () => undefined,
    read: (language, namespace, done) => {
      load(namespace, language).then(
        (words) => done(null, words ?? {}),
        (error: Error) => done(error, false),
      );
    },
  };
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: locale,
      fallbackLng: 'en',
      supportedLngs: [...LOCALES],
      ns: [...base],
      defaultNS: 'ui',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
      returnNull: false,
    });
}
