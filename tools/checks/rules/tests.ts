import * as ts from 'typescript';
import type { FileRule } from '../rule';
import type { CheckedFile } from '../tree';

const NARROWED =
  /^((it|test|describe|suite)(\.\w+)*\.(only|fixme|failing|todo)|f(it|describe)|x(it|test|describe))$/;
const SKIPPED = /^(it|test|describe)(\.\w+)*\.skip$/;
const MOCKS = /^(jest|vi)\.(mock|doMock|unstable_mockModule|fn|spyOn|replaceProperty)$/;

export const noNarrowedTests: FileRule = {
  name: 'no-narrowed-tests',
  sentence: 'No test is singled out, left for later or skipped by hand.',
  why: 'A green run must mean that everything ran. A skip with its condition (`test.skip(absent, reason)`) is said in the count.',
  check(file) {
    if (!isTestPlace(file)) return [];
    const called = file.every(ts.isCallExpression).filter((node) => {
      const name = node.expression.getText(file.ast);
      const first = node.arguments[0];
      const isNamed = first === undefined || ts.isStringLiteralLike(first) || ts.isTemplateExpression(first);
      return NARROWED.test(name) || (SKIPPED.test(name) && isNamed);
    });
    return called.map((node) => file.at(node.expression));
  },
};

export const noClockWaits: FileRule = {
  name: 'no-clock-waits',
  sentence: 'No test waits for the clock on the wall; it waits for what it wants to see.',
  why: 'A pause is too short on a slow machine and wasted on a fast one.',
  check(file) {
    if (!isTestPlace(file)) return [];
    const waits = file.every(ts.isCallExpression).filter((node) => {
      const name = node.expression.getText(file.ast);
      const delay = node.arguments[1];
      const isTimer = /^(globalThis\.)?setTimeout$/.test(name) && file.isSpec && delay !== undefined;
      return isTimer || /\.waitForTimeout$/.test(name) || /^(sleep|delay|pause)$/.test(name);
    });
    const timers = file.isSpec
      ? file
          .every(ts.isImportDeclaration)
          .filter((node) => /timers\/promises/.test(node.moduleSpecifier.getText()))
      : [];
    return [...waits, ...timers].map((node) => file.at(node));
  },
};

export const noMocks: FileRule = {
  name: 'no-mocks',
  sentence: 'Nothing of ours is mocked.',
  why: 'A mock repeats what its writer believed; the outside world has simulators that behave like the real one.',
  check(file) {
    if (!isTestPlace(file)) return [];
    return file
      .every(ts.isCallExpression)
      .filter((node) => MOCKS.test(node.expression.getText(file.ast)))
      .map((node) => file.at(node.expression));
  },
};

function isTestPlace(file: CheckedFile): boolean {
  return file.isSpec || file.under('server/test/', 'e2e/');
}
