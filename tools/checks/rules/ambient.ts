import * as ts from 'typescript';
import type { FileRule } from '../rule';
import { type CheckedFile, type Finding, isText } from '../tree';

const ENVIRONMENT = ['server/src/platform/config/', 'server/test/support/', 'server/test/race/', 'tools/'];
const PURE_PLACES = ['server/src/', 'shared/src/'];
const TIME_PLACES = ['server/src/platform/clock/'];
/** Coordinates on paper and in drawings are floats; money never is. */
const DRAWING_PLACES = ['server/src/platform/pdf/', 'server/src/demo/'];
const LOG_PLACES = ['server/src/platform/log/'];
/** What a process loads once, and whose turn it is to use it. */
const ENGINE_PLACES = ['server/src/platform/pdf/'];

export const processEnv: FileRule = {
  name: 'process-env',
  sentence: '`process.env` is read in platform/config only (and in tools and the set-up of tests).',
  why: 'Configuration read in one place is checked whole at the start; elsewhere it fails at night.',
  check(file) {
    const setUp = file.under('e2e/') && !file.under('e2e/tests/');
    if (file.under(...ENVIRONMENT) || setUp || /\.config\.[cm]?[jt]s$/.test(file.path)) return [];
    return accesses(file, /^process\.env$/);
  },
};

export const ambientTime: FileRule = {
  name: 'ambient-time',
  sentence: 'Time comes from the injected clock: no `new Date()`, no `Date.now()`.',
  why: 'Deadlines are rules; a rule whose time cannot be moved cannot be tested.',
  check(file) {
    if (!file.under(...PURE_PLACES) || file.under(...TIME_PLACES) || file.isSpec) return [];
    const made = file
      .every(ts.isNewExpression)
      .filter((node) => node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0)
      .map((node) => file.at(node));
    return [...made, ...accesses(file, /^(globalThis\.)?Date\.now$/)];
  },
};

export const sqlTime: FileRule = {
  name: 'sql-time',
  sentence: "SQL in modules gets the clock's time as a parameter: no `now()`, no `current_timestamp`.",
  why: "The database's own clock does not move with the injected one; it serves leases only.",
  check(file) {
    if (!file.under('server/src/modules/') || file.isSpec) return [];
    return file
      .every(isText)
      .filter((node) => /\bnow\(\)|\bcurrent_(timestamp|date)\b/i.test(node.text))
      .map((node) => file.at(node));
  },
};

export const ambientChance: FileRule = {
  name: 'ambient-chance',
  sentence: 'No `Math.random`: ids and codes come from node:crypto, the demo world from its seed.',
  why: 'It can be guessed, and a world made with it cannot be made again.',
  check(file) {
    return file.under(...PURE_PLACES) ? accesses(file, /^Math\.random$/) : [];
  },
};

export const ambientState: FileRule = {
  name: 'ambient-state',
  sentence: 'A module of the product keeps nothing between calls: no top-level `let`, no empty collection.',
  why: 'What one request leaves there another finds, and no second process knows it; tests load it once.',
  check(file) {
    const isTesting = file.isSpec || file.path.includes('/testing/');
    if (!file.under(...PURE_PLACES) || file.under(...ENGINE_PLACES) || isTesting) return [];
    return file.every(ts.isVariableStatement).flatMap(({ parent, declarationList }) => {
      if (!ts.isSourceFile(parent)) return [];
      const isLet = (declarationList.flags & ts.NodeFlags.Const) === 0;
      return declarationList.declarations
        .filter(({ initializer }) => isLet || (initializer && isEmptyCollection(initializer)))
        .map((node) => file.at(node));
    });
  },
};

export const floatText: FileRule = {
  name: 'float-text',
  sentence: 'No `toFixed` and no `parseFloat` in server and shared.',
  why: 'They turn amounts into floats and back, and a halala is lost on the way.',
  check(file) {
    if (!file.under(...PURE_PLACES) || file.under(...DRAWING_PLACES)) return [];
    const bare = file.every(ts.isIdentifier).filter((node) => node.text === 'parseFloat');
    return [...bare.map((node) => file.at(node)), ...accesses(file, /\.toFixed$/)];
  },
};

export const noConsole: FileRule = {
  name: 'no-console',
  sentence: 'The server speaks through platform/log, never through `console`.',
  why: 'The log leaves personal data out; `console` does not.',
  check(file) {
    if (!file.under(...PURE_PLACES) || file.under(...LOG_PLACES)) return [];
    return accesses(file, /^console\.\w+$/);
  },
};

function accesses(file: CheckedFile, name: RegExp): Finding[] {
  return file
    .every(ts.isPropertyAccessExpression)
    .filter((node) => name.test(node.getText(file.ast).replace(/\s|\?(?=\.)/g, '')))
    .map((node) => file.at(node));
}

/** `[]`, `{}`, or a new collection with nothing in it: it can only be meant to be filled. */
function isEmptyCollection(node: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(node)) return node.elements.length === 0;
  if (ts.isObjectLiteralExpression(node)) return node.properties.length === 0;
  const isCollection = ts.isNewExpression(node) && /^(Weak)?(Map|Set)$/.test(node.expression.getText());
  return isCollection && (node.arguments?.length ?? 0) === 0;
}
