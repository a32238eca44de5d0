import * as ts from 'typescript';
import type { FileRule, TreeRule } from '../rule';
import { type CheckedFile, type Finding, isText } from '../tree';

const PLACE = 'server/src/migrations/';
const WALLS = 'server/src/platform/database/';
const PREFIXES: Record<string, string> = {
  'PRIMARY KEY': 'pk_',
  'FOREIGN KEY': 'fk_',
  REFERENCES: 'fk_',
  UNIQUE: 'uq_',
  CHECK: 'ck_',
  EXCLUDE: 'ex_',
};
const PROTECTIONS: Record<string, RegExp> = {
  'ENABLE ROW LEVEL SECURITY': /ALTER\s+TABLE\s+"?(\w+|\$\{\w+\})"?\s+ENABLE\s+ROW\s+LEVEL\s+SECURITY/gi,
  'FORCE ROW LEVEL SECURITY':
    /ALTER\s+TABLE\s+"?(\w+|\$\{\w+\})"?\s+(?:ENABLE\s+ROW\s+LEVEL\s+SECURITY,\s*)?FORCE\s+ROW\s+LEVEL\s+SECURITY/gi,
  'CREATE POLICY': /CREATE\s+POLICY\s+\S+\s+ON\s+"?(\w+|\$\{\w+\})"?/gi,
};

interface Table {
  readonly file: CheckedFile;
  readonly name: string;
  readonly offset: number;
  /** What stands between the table's parentheses. */
  readonly body: string;
  readonly bodyOffset: number;
}

export const tenantTables: TreeRule = {
  name: 'tenant-tables',
  sentence: 'A table with company_id has row-level security enabled and forced, and a policy.',
  why: 'The last lock between two traders must not depend on a remembered WHERE.',
  checkTree({ files }) {
    const sources = files.filter((file) => file.under(PLACE, WALLS) && !file.isSpec);
    const owned = sources.flatMap(tablesOf).filter(({ body }) => /\bcompany_id\b/.test(body));
    return owned.flatMap(({ file, name, offset }) => {
      const missing = Object.entries(PROTECTIONS).filter(([, pattern]) => !isGiven(name, pattern, sources));
      return missing.map(([protection]) => file.atOffset(offset, `${name}: no ${protection}`));
    });
  },
};

export const tenantKeys: TreeRule = {
  name: 'tenant-keys',
  sentence:
    'A table whose rows all belong to a company has company_id first in its primary key and in keys to such tables.',
  why: 'A child could otherwise belong to another company than its parent, and the schema could not be spread by company.',
  checkTree({ files }) {
    const owned = files
      .filter((file) => file.under(PLACE))
      .flatMap(tablesOf)
      .filter(({ body }) => /\bcompany_id\s+uuid\s+not\s+null/i.test(body));
    const names = new Set(owned.map(({ name }) => name));
    return owned.flatMap((table) => [
      ...(/primary\s+key\s*\(\s*company_id\b/i.test(table.body)
        ? []
        : [table.file.atOffset(table.offset, `${table.name}: primary key without company_id first`)]),
      ...strayReferences(table, names),
    ]);
  },
};

export const namedConstraints: FileRule = {
  name: 'named-constraints',
  sentence:
    'Every constraint and index in a migration has a name with its prefix: pk_ fk_ uq_ ck_ ix_ (ex_ for EXCLUDE).',
  why: 'A violation is turned into a problem code by the name; a nameless one becomes a 500.',
  check(file) {
    if (!file.under(PLACE) || file.isSpec) return [];
    const inTables = tablesOf(file).flatMap(namelessIn);
    const added = [...file.text.matchAll(/\bADD\s+(PRIMARY\s+KEY|FOREIGN\s+KEY|UNIQUE|CHECK)\b/gi)];
    const misnamed = [
      ...file.text.matchAll(
        /\bCONSTRAINT\s+"?(\w+)"?\s+(PRIMARY\s+KEY|FOREIGN\s+KEY|REFERENCES|UNIQUE|CHECK|EXCLUDE)\b/gi,
      ),
    ];
    const indexes = [
      ...file.text.matchAll(
        /\bCREATE\s+(UNIQUE\s+)?INDEX\s+(?:CONCURRENTLY\s+)?(?:IF\s+NOT\s+EXISTS\s+)?"?(\w+)/gi,
      ),
    ];
    return [
      ...inTables,
      ...added.map((hit) => file.atOffset(hit.index, hit[0])),
      ...misnamed.filter((hit) => !startsRight(hit)).map((hit) => file.atOffset(hit.index, hit[0])),
      ...indexes
        .filter((hit) => !hit[2]?.startsWith(hit[1] === undefined ? 'ix_' : 'uq_'))
        .map((hit) => file.atOffset(hit.index, hit[0])),
    ];
  },
};

/** Keys to a table of companies that leave the company out. */
function strayReferences({ file, name, body, bodyOffset }: Table, owned: ReadonlySet<string>): Finding[] {
  const references = [...body.matchAll(/(foreign\s+key\s*\(([^)]*)\)\s*)?references\s+"?(\w+)/gi)];
  return references
    .filter((hit) => owned.has(hit[3] ?? '') && !/^\s*company_id\b/i.test(hit[2] ?? ''))
    .map((hit) =>
      file.atOffset(bodyOffset + hit.index, `${name}: key to ${hit[3]} without company_id first`),
    );
}

function tablesOf(file: CheckedFile): Table[] {
  const heads = [...file.text.matchAll(/CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?"?(\w+)"?\s*\(/gi)];
  return heads.map((hit) => {
    const bodyOffset = hit.index + hit[0].length;
    const body = file.text.slice(bodyOffset, closing(file.text, bodyOffset));
    return { file, name: hit[1] ?? '', offset: hit.index, body: withoutRemarks(body), bodyOffset };
  });
}

/** Offset of the parenthesis that closes the one just before `from`. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let offset = from; offset < text.length; offset += 1) {
    if (text[offset] === '(') depth += 1;
    if (text[offset] === ')') depth -= 1;
    if (depth === 0) return offset;
  }
  return text.length;
}

function withoutRemarks(sql: string): string {
  return sql.replace(/--[^\n]*/g, (remark) => ' '.repeat(remark.length));
}

function namelessIn({ file, name, body, bodyOffset }: Table): Finding[] {
  const keys = [...body.matchAll(/\b(PRIMARY\s+KEY|FOREIGN\s+KEY|REFERENCES|UNIQUE|CHECK|EXCLUDE)\b/gi)];
  return keys
    .filter((hit) => {
      const before = body.slice(0, hit.index);
      const isTarget = /REFERENCES/i.test(hit[0]) && /FOREIGN\s+KEY\s*\([^)]*\)\s*$/i.test(before);
      return !isTarget && !/\bCONSTRAINT\s+"?[\w$}{]+"?\s+$/i.test(before);
    })
    .map((hit) => file.atOffset(bodyOffset + hit.index, `${name}: ${hit[0]} without a name`));
}

function startsRight(hit: RegExpMatchArray): boolean {
  const kind = (hit[2] ?? '').toUpperCase().replace(/\s+/g, ' ');
  return (hit[1] ?? '').startsWith(PREFIXES[kind] ?? '');
}

/** Protected by its own statement, or by one written once and raised for each name of a list. */
function isGiven(table: string, pattern: RegExp, files: readonly CheckedFile[]): boolean {
  const targets = files.map((file) => ({
    file,
    names: [...file.text.matchAll(pattern)].map((hit) => hit[1] ?? ''),
  }));
  if (targets.some(({ names }) => names.includes(table))) return true;
  const raisers = targets
    .filter(({ names }) => names.some((name) => name.startsWith('${')))
    .flatMap(({ file }) => raisersOf(file));
  return files.some((file) => file.under(PLACE) && raisesFor(table, raisers, file));
}

/** Names under which a file offers its statement to others. */
function raisersOf(file: CheckedFile): string[] {
  const constants = file.every(ts.isVariableDeclaration).map((node) => node.name.getText());
  const functions = file.every(ts.isFunctionDeclaration).map((node) => node.name?.text ?? '');
  return [...constants, ...functions].filter((name) => name.length > 3);
}

/** `raise('orders')`, `for (… of ['orders']) raise(…)`, `TABLES.map(raise)` with the name in TABLES. */
function raisesFor(table: string, raisers: readonly string[], file: CheckedFile): boolean {
  return file
    .every(isText)
    .filter((node) => node.text === table)
    .some((node) => {
      const list = ts.isArrayLiteralExpression(node.parent) ? node.parent.parent : undefined;
      if (ts.isCallExpression(node.parent)) return raisers.includes(node.parent.expression.getText());
      if (list !== undefined && ts.isVariableDeclaration(list)) {
        return usersOf(list.name.getText(), file).some((user) => mentions(user, raisers));
      }
      return list !== undefined && mentions(around(list), raisers);
    });
}

function usersOf(name: string, file: CheckedFile): ts.Node[] {
  const uses = file
    .every(ts.isIdentifier)
    .filter((node) => node.text === name && !ts.isVariableDeclaration(node.parent));
  return uses.map((node) => around(node));
}

/** The statement in which a list is gone through. */
function around(node: ts.Node): ts.Node {
  return ts.isStatement(node) || node.parent === undefined ? node : around(node.parent);
}

function mentions(node: ts.Node, names: readonly string[]): boolean {
  const text = node.getText();
  return /row\s+level\s+security/i.test(text) || names.some((name) => text.includes(name));
}
