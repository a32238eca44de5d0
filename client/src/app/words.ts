import type { ResourceKey } from 'i18next';
import type { WordsLoader } from '../lib/i18n/start';

type WordsFile = { readonly default: ResourceKey };
const files = import.meta.glob<WordsFile>(['../*/words/*.json', '../features/*/words/*.json']);

/** Namespaces every screen needs. */
export const BASE_WORDS = ['ui', 'app'] as const;

/** Loads `<namespace>.<locale>.json` of the feature (or `ui`, `app`) that has it; only the language shown is fetched. */
export const loadWords: WordsLoader = async (namespace, locale) => {
  const ending = `/words/${namespace}.${locale}.json`;
  const path = Object.keys(files).find((each) => each.endsWith(ending));
  const file = path === undefined ? undefined : await files[path]?.();
  return file?.default;
};
