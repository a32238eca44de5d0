import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const SOURCE = join(__dirname, '..', '..');
const PLURALS = { en: ['one', 'other'], no: ['one', 'other'], fr: ['one', 'many', 'other'] } as const;
const ARABIC = ['zero', 'one', 'two', 'few', 'many', 'other'];
/** Staff screens speak Arabic and English; what traders and recipients see speaks all four. */
const STAFF_WORDS = [
  'gateways',
  'oversight',
  'payments',
  'receipts',
  'refunds',
  'review',
  'shipping',
  'store',
  'acting',
  'desk',
  'gate',
  'checks',
];

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
const all = filesUnder(SOURCE);

type Leaves = Map<string, string>;
function leavesOf(value: unknown, path = ''): Leaves {
  if (typeof value === 'string') return new Map([[path, value]]);
  const entries = Object.entries(value as Record<string, unknown>);
  return new Map(entries.flatMap(([key, child]) => [...leavesOf(child, path ? `${path}.${key}` : key)]));
}
const words = new Map(
  all
    .filter((path) => /\/words\/[a-z]+\.(en|ar|no|fr)\.json$/.test(path))
    .map((path) => {
      const [, namespace = '', locale = ''] = /([a-z]+)\.(\w\w)\.json$/.exec(path) ?? [];
      return [`${namespace}.${locale}`, leavesOf(JSON.parse(readFileSync(path, 'utf8')))] as const;
    }),
);
const namespaces = [...new Set([...words.keys()].map((name) => name.split('.')[0] ?? ''))].sort();
const leaves = (namespace: string, locale: string): Leaves =>
  words.get(`${namespace}.${locale}`) ?? new Map();
const singular = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const meanings = (of: Leaves): string[] => [...new Set([...of.keys()].map(singular))].sort();
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((hit) => hit[1] ?? '').sort();
const localesOf = (namespace: string) =>
  STAFF_WORDS.includes(namespace) ? (['en', 'ar'] as const) : (['en', 'ar', 'no', 'fr'] as const);

describe.each(namespaces)('words of %s', (namespace) => {
  const english = leaves(namespace, 'en');

  it.each(localesOf(namespace))('say the same things in %s', (locale) => {
    expect(meanings(leaves(namespace, locale))).toEqual(meanings(english));
  });

  it.each(localesOf(namespace))('have every plural form that %s needs', (locale) => {
    const forms = locale === 'ar' ? ARABIC : PLURALS[locale];
    const own = leaves(namespace, locale);
    const counted = [...own.keys()].filter((key) => key !== singular(key)).map(singular);
    const missing = counted
      .flatMap((key) => forms.map((form) => `${key}_${form}`))
      .filter((key) => !own.has(key));
    expect(missing).toEqual([]);
  });

  it.each(localesOf(namespace))('fill in nothing in %s that English does not give', (locale) => {
    const given = new Map([...english].map(([key, text]) => [singular(key), placeholders(text)]));
    const unknown = [...leaves(namespace, locale)].flatMap(([key, text]) =>
      placeholders(text)
        .filter((name) => !given.get(singular(key))?.includes(name))
        .map((name) => `${key}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });
});

describe('words asked for', () => {
  it('exist: every t() with a plain key', () => {
    const keys = new Set(namespaces.flatMap((namespace) => meanings(leaves(namespace, 'en'))));
    const screens = all.filter((path) => path.endsWith('.tsx'));
    const asked = screens.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\bt\('([\w:.]+)'/g)].map((hit) => hit[1] ?? ''),
    );
    expect(asked.length).toBeGreaterThan(200);
    expect(
      [...new Set(asked)].map((key) => key.replace(/^\w+:/, '')).filter((key) => !keys.has(key)),
    ).toEqual([]);
  });
});
