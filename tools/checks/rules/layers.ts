import * as ts from 'typescript';
import type { FileRule } from '../rule';
import { type CheckedFile, type Finding, isText } from '../tree';

const DATA_PLACE = /\/db\/|\.(repository|entity|mapper)\.ts$/;
const BUILDERS = /\/testing\//;
const DATABASE_PLACES = ['server/src/platform/database/', 'server/src/migrations/', 'server/test/'];
const RAW_DATABASE = new Set([
  'DataSource',
  'EntityManager',
  'InjectRepository',
  'InjectDataSource',
  'QueryRunner',
  'getRepository',
]);
const NETWORK = /^(node:)?(http|https|http2|net|tls|dgram)$|^(axios|undici|got|node-fetch|superagent|ky)$/;
const HAND_MADE_ROUTES = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'All', 'Head', 'Options']);

export const stateWrites: FileRule = {
  name: 'state-writes',
  sentence: 'A status or state is written by the repository only, in `advance`, after the lifecycle decided.',
  why: 'A second place that sets it is a step nobody drew, without guard, history or event.',
  check(file) {
    if (!file.under('server/src/modules/', 'shared/src/') || file.isSpec) return [];
    if (DATA_PLACE.test(file.path) || BUILDERS.test(file.path)) return [];
    const assigned = file.every(ts.isBinaryExpression).filter((node) => {
      const target = node.left;
      const isState = ts.isPropertyAccessExpression(target) && /^(status|state)$/.test(target.name.text);
      return isState && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    });
    const inSql = file
      .every(isText)
      .filter((node) =>
        /\bupdate\s+\w+\s[\s\S]*?\bset\b[^;]*\b(status|state)\s*=/i.test(beforeWhere(node.text)),
      );
    return [...assigned, ...inSql].map((node) => file.at(node));
  },
};

export const databaseBehindDoors: FileRule = {
  name: 'database-behind-doors',
  sentence: 'DataSource, EntityManager and getRepository appear in platform/database and in db/ only.',
  why: 'Outside they leave the transaction and its row-level security without a sound.',
  check(file) {
    const isPlace = file.under(...DATABASE_PLACES) || DATA_PLACE.test(file.path);
    if (!file.under('server/') || isPlace || file.path === 'server/src/migrate.ts') return [];
    return file
      .every(ts.isIdentifier)
      .filter((node) => RAW_DATABASE.has(node.text) && !ts.isImportSpecifier(node.parent))
      .map((node) => file.at(node.parent));
  },
};

export const httpClients: FileRule = {
  name: 'http-clients',
  sentence:
    'Calls to the outside leave from platform (client: from lib and the recipient bundle); simulators are the outside.',
  why: 'An outside call in a use case ends inside a transaction, without time limit, retry or simulator.',
  check(file) {
    const isHome = file.under('server/src/platform/', 'server/src/simulators/', 'client/src/lib/');
    if (!file.under('server/src/', 'shared/src/', 'client/src/') || isHome) return [];
    if (file.isSpec || BUILDERS.test(file.path)) return [];
    return [...imports(file, NETWORK), ...calls(file, /^(globalThis\.|window\.)?fetch$/)];
  },
};

export const routesByContract: FileRule = {
  name: 'routes-by-contract',
  sentence:
    'A controller of a module declares its routes by `@Handles(contract)`, never by `@Get` and the like.',
  why: 'A route without a contract has no access rule, no reply shape and no row in the matrix.',
  check(file) {
    if (!file.under('server/src/modules/')) return [];
    return file
      .every(ts.isDecorator)
      .filter(({ expression }) => {
        const name = ts.isCallExpression(expression) ? expression.expression : expression;
        return ts.isIdentifier(name) && HAND_MADE_ROUTES.has(name.text);
      })
      .map((node) => file.at(node));
  },
};

export const moneyArithmetic: FileRule = {
  name: 'money-arithmetic',
  sentence: 'Nobody calculates with `.minor` outside the money kernel.',
  why: 'A sum outside it can mix currencies, round twice and pass the safe bound.',
  check(file) {
    if (!file.under('server/src/', 'shared/src/', 'client/src/') || file.isSpec) return [];
    if (file.under('shared/src/kernel/money')) return [];
    const two = file.every(ts.isBinaryExpression).filter(({ left, right, operatorToken }) => {
      return CALCULATES.has(operatorToken.kind) && (isMinor(left) || isMinor(right));
    });
    const one = file
      .every(ts.isPrefixUnaryExpression)
      .filter(({ operator, operand }) => operator !== ts.SyntaxKind.ExclamationToken && isMinor(operand));
    return [...two, ...one].map((node) => file.at(node));
  },
};

const CALCULATES = new Set<ts.SyntaxKind>([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.PlusEqualsToken,
  ts.SyntaxKind.MinusEqualsToken,
  ts.SyntaxKind.AsteriskEqualsToken,
  ts.SyntaxKind.SlashEqualsToken,
]);

function beforeWhere(sql: string): string {
  return sql.split(/\bwhere\b/i)[0] ?? '';
}

function isMinor(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return isMinor(node.expression);
  const name = ts.isPropertyAccessExpression(node) ? node.name : node;
  return ts.isIdentifier(name) && /^minor$|Minor$/.test(name.text);
}

function imports(file: CheckedFile, name: RegExp): Finding[] {
  return file
    .every(ts.isImportDeclaration)
    .filter((node) => node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword)
    .filter((node) => ts.isStringLiteral(node.moduleSpecifier) && name.test(node.moduleSpecifier.text))
    .map((node) => file.at(node));
}

function calls(file: CheckedFile, name: RegExp): Finding[] {
  return file
    .every(ts.isCallExpression)
    .filter((node) => name.test(node.expression.getText(file.ast)))
    .map((node) => file.at(node));
}
