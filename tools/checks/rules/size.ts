import * as ts from 'typescript';
import type { FileRule } from '../rule';
import type { CheckedFile } from '../tree';

const FILE_LINES = 300;
const SPEC_LINES = 500;
const STYLE_LINES = 500;
const FUNCTION_LINES = 40;
const COMPONENT_LINES = 150;
const TEST_LINES = 100;
const PARAMETERS = 3;
/** Data and words are as long as they are; a file there counts only when it also works. */
const DATA_FOLDERS = /^server\/src\/demo\/|\/(locales|i18n)\//;
const WORKS = 10;

type Body = ts.FunctionLikeDeclaration & { body: ts.Node };

export const fileLength: FileRule = {
  name: 'file-length',
  sentence: `A file has at most ${FILE_LINES} lines of code, a test file or style sheet ${SPEC_LINES}.`,
  why: 'What does not fit on a few screens is read by nobody and changed with fear.',
  check(file) {
    if (!file.isCode && !file.path.endsWith('.css')) return [];
    if (DATA_FOLDERS.test(file.path) && isData(file)) return [];
    const limit = file.isSpec ? SPEC_LINES : file.isCode ? FILE_LINES : STYLE_LINES;
    const lines = codeLines(file.text);
    return lines > limit ? [file.atOffset(0, `${lines} lines of code`)] : [];
  },
};

export const functionLength: FileRule = {
  name: 'function-length',
  sentence: `A function has at most ${FUNCTION_LINES} lines of code, one that returns JSX ${COMPONENT_LINES}, the body of a test ${TEST_LINES}.`,
  why: 'A function fits one screen, so that it can be judged whole. Migrations are lists of statements and do not count.',
  check(file) {
    if (!file.isCode || file.under('server/src/migrations/')) return [];
    return file.every(isBody).flatMap((body) => {
      const lines = codeLines(body.getText(file.ast));
      return lines > limitOf(body, file) ? [file.at(body, `${lines} lines of code in ${nameOf(body)}`)] : [];
    });
  },
};

export const parameters: FileRule = {
  name: 'parameters',
  sentence: `A function takes at most ${PARAMETERS} parameters, then an object.`,
  why: 'Four values in a row are swapped unseen. Exempt: constructors (Nest fills them by type) and functions handed to a call, which sets their parameters.',
  check(file) {
    return file
      .every(isBody)
      .filter(
        (body) =>
          !ts.isConstructorDeclaration(body) && !isHandedOver(body) && body.parameters.length > PARAMETERS,
      )
      .map((body) => file.at(body, `${body.parameters.length} parameters in ${nameOf(body)}`));
  },
};

function isBody(node: ts.Node): node is Body {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

function isHandedOver(body: Body): boolean {
  return ts.isCallExpression(body.parent) && (ts.isArrowFunction(body) || ts.isFunctionExpression(body));
}

function codeLines(text: string): number {
  return text.split('\n').filter((line) => !/^\s*($|\/\/|\/?\*)/.test(line)).length;
}

function isData(file: CheckedFile): boolean {
  return file.every(isBody).every((body) => codeLines(body.getText(file.ast)) <= WORKS);
}

function limitOf(body: Body, file: CheckedFile): number {
  const called = ts.isCallExpression(body.parent) ? body.parent.expression.getText(file.ast) : '';
  const isTestPlace = file.isSpec || /^server\/test\/|^e2e\//.test(file.path);
  if (isTestPlace && /(^|\.)describe(\.|\(|$)/.test(called)) return Number.POSITIVE_INFINITY;
  if (isTestPlace && /^(it|test)(\.|\(|$)/.test(called)) return TEST_LINES;
  return file.path.endsWith('.tsx') && holdsJsx(body) ? COMPONENT_LINES : FUNCTION_LINES;
}

function holdsJsx(node: ts.Node): boolean {
  if (ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)) return true;
  return ts.forEachChild(node, (child) => holdsJsx(child) || undefined) ?? false;
}

function nameOf(body: Body): string {
  if (body.name !== undefined) return body.name.getText();
  if (ts.isVariableDeclaration(body.parent)) return body.parent.name.getText();
  return ts.isConstructorDeclaration(body) ? 'constructor' : 'a nameless function';
}
