import * as ts from 'typescript';
import type { CheckedFile } from './tree';

/** A test named by a paper as `path › title`, with its line. */
export interface NamedTest {
  readonly path: string;
  readonly title: string;
  readonly line: number;
}
const NAMED = /`([^`›]+?) › ([^`]+)`/g;
const DECLARES = /^(it|test|describe)(\.each)?$/;

/** Every `path › title` of a paper. */
export const namedTests = (paper: CheckedFile): NamedTest[] =>
  [...paper.text.matchAll(NAMED)].map((hit) => ({
    path: (hit[1] ?? '').trim(),
    title: (hit[2] ?? '').trim(),
    line: paper.atOffset(hit.index, '').line,
  }));

/** Titles of the tests and groups of a file; what is filled in at run time stands as `…`. */
export function titlesOf(file: CheckedFile): string[] {
  return file.every(ts.isCallExpression).flatMap((node) => {
    const callee = ts.isCallExpression(node.expression) ? node.expression.expression : node.expression;
    const [title] = node.arguments;
    if (!DECLARES.test(callee.getText(file.ast)) || title === undefined) return [];
    if (ts.isStringLiteralLike(title)) return [title.text];
    return ts.isTemplateExpression(title)
      ? [
          title
            .getText(file.ast)
            .slice(1, -1)
            .replace(/\$\{[^}]*\}/g, '…'),
        ]
      : [];
  });
}

/** Ids of the first column of a paper’s tables, in order. */
export const rowsOf = (paper: CheckedFile): { id: string; cells: string[] }[] =>
  paper.text
    .split('\n')
    .filter((line) => /^\| [A-Z]-?\d/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .map(([id = '', ...cells]) => ({ id, cells }));

/** What is wrong with the tests a paper names: files and titles that do not exist. */
export function missingTests(paper: CheckedFile, files: readonly CheckedFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return namedTests(paper).flatMap(({ path, title, line }) => {
    const file = byPath.get(path);
    if (!file) return [`${paper.path}:${line}  no file ${path}`];
    return titlesOf(file).includes(title) ? [] : [`${paper.path}:${line}  ${path} has no test “${title}”`];
  });
}
