import * as ts from 'typescript';
import type { FileRule } from '../rule';
import type { CheckedFile, Finding } from '../tree';

export const CAPABILITIES = [
  'identity',
  'traders',
  'catalogue',
  'branding',
  'ordering',
  'shipping',
  'payments',
  'invoicing',
  'privacy',
  'oversight',
  'store',
  'notifications',
];

const KINDS =
  'controller|module|entity|repository|mapper|job|listener|contract|lifecycle|rules|problems|api|config|d';
const TESTS = 'spec|int-spec|e2e-spec|race-spec';
const LANGUAGES = 'en|ar|no|fr';
const KEBAB = '[a-z0-9]+(-[a-z0-9]+)*';
const CODE_NAME = new RegExp(`^${KEBAB}(\\.(${KINDS}))?(\\.(${TESTS}|${LANGUAGES}))?\\.(ts|tsx|mjs|cjs)$`);
const STYLE_NAME = new RegExp(`^${KEBAB}(\\.module)?\\.css$`);
const FOLDER_NAME = new RegExp(`^\\.?${KEBAB}$`);

/** Folders whose children are capabilities, and what else each may hold. */
const TREES: Record<string, string[]> = {
  'shared/src/': ['kernel', 'access', 'registry'],
  'server/src/modules/': [],
  'client/src/features/': [],
  'e2e/tests/': ['access', 'house'],
};

/** Words that are not ours, each with the one we use (GLOSSARY). */
const FOREIGN: Record<string, string> = {
  customer: 'trader or recipient',
  customers: 'traders or recipients',
  buyer: 'trader or member',
  user: 'member or staff',
  users: 'members or staff',
  vendor: 'the seller',
  merchant: 'the seller',
  shipment: 'consignment',
  shipments: 'consignments',
  catalog: 'catalogue',
  cart: 'draft',
  basket: 'draft',
};

export const fileNames: FileRule = {
  name: 'file-names',
  sentence: 'Files and folders are kebab-case; a suffix comes from the closed list.',
  why: 'A file is found by guessing its name. Use cases have no suffix: the verb is the name.',
  check(file) {
    const parts = file.path.split('/');
    const name = parts.at(-1) ?? '';
    const badFolder = parts.slice(0, -1).find((folder) => !FOLDER_NAME.test(folder));
    if (badFolder !== undefined) return [file.atOffset(0, `folder ${badFolder}`)];
    const isRight = file.isCode ? CODE_NAME.test(name) : !name.endsWith('.css') || STYLE_NAME.test(name);
    return isRight ? [] : [file.atOffset(0, name)];
  },
};

export const capabilityWords: FileRule = {
  name: 'capability-words',
  sentence: 'A capability has the same name in shared, server, client and e2e, and it is on the list.',
  why: 'One word per thing in every tree: who knows one folder has found the other three.',
  check(file) {
    return Object.entries(TREES).flatMap(([tree, others]) => {
      const [folder = '', ...rest] = file.under(tree) ? file.path.slice(tree.length).split('/') : [];
      if (rest.length === 0 || CAPABILITIES.includes(folder) || others.includes(folder)) return [];
      return [file.atOffset(0, `${tree}${folder} is no capability`)];
    });
  },
};

export const ourWords: FileRule = {
  name: 'our-words',
  sentence: 'Files, classes, interfaces, types and tables are named with the words of the glossary.',
  why: 'Two words for one thing become two things. Trader, never customer; draft, never cart.',
  check(file) {
    if (!file.isCode || !file.under('server/', 'shared/', 'client/', 'e2e/')) return [];
    const name = file.path.split('/').at(-1) ?? '';
    const inName = foreignWord(name.split(/[-.]/));
    const named = inName === undefined ? [] : [file.atOffset(0, `${inName}: say ${FOREIGN[inName]}`)];
    return [...named, ...foreignTypes(file), ...foreignTables(file)];
  },
};

function foreignTypes(file: CheckedFile): Finding[] {
  const isNamed = (
    node: ts.Node,
  ): node is ts.ClassDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration =>
    ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
  return file.every(isNamed).flatMap((node) => {
    const word = foreignWord((node.name?.text ?? '').split(/(?=[A-Z])/));
    return word === undefined ? [] : [file.at(node, `${node.name?.text}: say ${FOREIGN[word]}`)];
  });
}

function foreignTables(file: CheckedFile): Finding[] {
  if (!file.under('server/src/migrations/')) return [];
  const tables = [...file.text.matchAll(/create\s+table\s+(?:if\s+not\s+exists\s+)?"?(\w+)/gi)];
  return tables.flatMap((hit) => {
    const word = foreignWord((hit[1] ?? '').split('_'));
    return word === undefined ? [] : [file.atOffset(hit.index, `table ${hit[1]}: say ${FOREIGN[word]}`)];
  });
}

function foreignWord(words: string[]): string | undefined {
  return words.map((word) => word.toLowerCase()).find((word) => Object.hasOwn(FOREIGN, word));
}
