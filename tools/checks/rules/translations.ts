import * as ts from 'typescript';
import type { TreeRule } from '../rule';
import type { CheckedFile, Finding, Tree } from '../tree';

const TRADER_LANGUAGES = ['en', 'ar', 'no', 'fr'] as const;
const STAFF_LANGUAGES = ['en', 'ar'] as const;
/** Files named by their language: `orders.ar.json`, `locales/ar/orders.ts`, `ar.json`. */
const BY_LANGUAGE = /^(.*[./])(en|ar|no|fr)((?:\/[\w/-]+)?\.(?:json|ts))$/;
const PLURAL = /_(zero|one|two|few|many|other)$/;
const PLACEHOLDER = /\{\{?\s*([\w.]+)[^{}]*\}\}?/g;
/** Forms every language must tell apart; French `many` (from a million) may fall back to `other`. */
const FORMS: Record<string, string[]> = {
  en: ['one', 'other'],
  no: ['one', 'other'],
  fr: ['one', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
};

interface Words {
  readonly file: CheckedFile;
  readonly language: string;
  readonly texts: ReadonlyMap<string, string>;
}

export const translationsComplete: TreeRule = {
  name: 'translations-complete',
  sentence: 'Every text exists in all its languages: four, or Arabic and English where only staff read it.',
  why: 'A missing key shows its own name to a person, in the language nobody tested.',
  checkTree(tree) {
    return groups(tree).flatMap((group) => {
      const present = group.map((words) => words.language);
      const needed = present.some((name) => name === 'no' || name === 'fr')
        ? TRADER_LANGUAGES
        : STAFF_LANGUAGES;
      const absent = needed.filter((language) => !present.includes(language));
      const all = new Set(group.flatMap((words) => [...words.texts.keys()].map(base)));
      return [
        ...absent.map((language) => at(group[0], `no file in ${language}`)),
        ...group.flatMap((words) =>
          missing(all, words).map((key) => at(words, `${words.language} lacks ${key}`)),
        ),
      ];
    });
  },
};

export const translationPlaceholders: TreeRule = {
  name: 'translation-placeholders',
  sentence: 'A text has the same placeholders in all its languages.',
  why: 'A forgotten placeholder is an amount or a name that the reader never sees.',
  checkTree(tree) {
    const inFiles = groups(tree).flatMap((group) => {
      const english = holesByKey(group.find((words) => words.language === 'en') ?? group[0]);
      return group.flatMap((words) => {
        const own = holesByKey(words);
        const wrong = [...own.keys()].filter((key) => english.has(key) && english.get(key) !== own.get(key));
        return wrong.map((key) => at(words, `${key}: {${own.get(key)}}, English {${english.get(key)}}`));
      });
    });
    return [...inFiles, ...tree.files.flatMap(unevenLiterals)];
  },
};

export const arabicPlurals: TreeRule = {
  name: 'plural-forms',
  sentence: 'A counted text has every form its language tells apart; Arabic has six.',
  why: '"3 orders" and "11 orders" are different words in Arabic; one form for both reads like a machine.',
  checkTree(tree) {
    return groups(tree).flatMap((group) => {
      const counted = new Set(
        group.flatMap(({ texts }) => [...texts.keys()].filter((key) => PLURAL.test(key)).map(base)),
      );
      return group.flatMap((words) =>
        [...counted].flatMap((key) => {
          const lacking = (FORMS[words.language] ?? []).filter((form) => !words.texts.has(`${key}_${form}`));
          return lacking.map((form) => at(words, `${words.language} lacks ${key}_${form}`));
        }),
      );
    });
  },
};

/** Files that say the same in several languages, together. */
function groups({ files }: Tree): Words[][] {
  const byName = new Map<string, Words[]>();
  for (const file of files) {
    const [, before, language, after] = BY_LANGUAGE.exec(file.path) ?? [];
    if (language === undefined || !file.under('client/', 'server/src/', 'shared/src/')) continue;
    const name = `${before}*${after}`;
    byName.set(name, [...(byName.get(name) ?? []), { file, language, texts: textsOf(file) }]);
  }
  return [...byName.values()].filter((group) => group.some((words) => words.texts.size > 0));
}

function textsOf(file: CheckedFile): Map<string, string> {
  const texts = new Map<string, string>();
  if (!file.isCode) collectJson(JSON.parse(file.text), '', texts);
  for (const node of file.every(ts.isVariableDeclaration)) collect(node.initializer, '', texts);
  return texts;
}

function collect(value: ts.Expression | undefined, path: string, into: Map<string, string>): void {
  if (value === undefined) return;
  if (ts.isAsExpression(value) || ts.isSatisfiesExpression(value)) {
    collect(value.expression, path, into);
  }
  if (ts.isStringLiteralLike(value)) into.set(path, value.text);
  if (ts.isTemplateExpression(value) || ts.isBinaryExpression(value)) into.set(path, value.getText());
  if (!ts.isObjectLiteralExpression(value)) return;
  for (const property of value.properties.filter(ts.isPropertyAssignment)) {
    const name = ts.isComputedPropertyName(property.name) ? property.name.getText() : property.name.text;
    collect(property.initializer, path === '' ? name : `${path}.${name}`, into);
  }
}

function collectJson(value: unknown, path: string, into: Map<string, string>): void {
  if (typeof value === 'string') into.set(path, value);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, child] of Object.entries(value))
    collectJson(child, path === '' ? name : `${path}.${name}`, into);
}

/** `{ en: '…', ar: '…' }` written in code: the texts of one such object must have the same holes. */
function unevenLiterals(file: CheckedFile): Finding[] {
  if (!file.under('shared/src/', 'server/src/', 'client/') || file.isSpec) return [];
  return file.every(ts.isObjectLiteralExpression).flatMap((node) => {
    const sides = node.properties.filter(ts.isPropertyAssignment).flatMap(({ name, initializer }) => {
      const language = ts.isIdentifier(name) ? name.text : '';
      return language in FORMS && ts.isStringLiteralLike(initializer)
        ? [{ language, text: initializer.text }]
        : [];
    });
    const languages = sides.map((side) => side.language);
    if (!languages.includes('en') || !languages.includes('ar')) return [];
    const different = new Set(sides.map((side) => holes(side.text))).size > 1;
    return different ? [file.at(node)] : [];
  });
}

function holesByKey(words: Words | undefined): Map<string, string> {
  const plain = [...(words?.texts ?? [])].filter(([key]) => !PLURAL.test(key) || key.endsWith('_other'));
  return new Map(plain.map(([key, text]) => [key, holes(text)]));
}

function holes(text: string): string {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((hit) => hit[1] ?? ''))].sort().join(', ');
}

function base(key: string): string {
  return key.replace(PLURAL, '');
}

function missing(all: ReadonlySet<string>, words: Words): string[] {
  const own = new Set([...words.texts.keys()].map(base));
  return [...all].filter((key) => !own.has(key));
}

function at(words: Words | undefined, detail: string): Finding {
  return { path: words?.file.path ?? '', line: 1, detail };
}
