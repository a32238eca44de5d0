import * as ts from 'typescript';
import type { FileRule } from '../rule';
import type { CheckedFile } from '../tree';

/** Written all small or all large; an English sentence with these words begins with one capital. */
const STATEMENT =
  /\b(select\b[\s\S]*\bfrom|insert\s+into|update\s+\w+\s+set|delete\s+from|alter\s+table|create\s+(table|index|role|database))\b|\b(SELECT\b[\s\S]*\bFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|ALTER\s+TABLE|CREATE\s+(TABLE|INDEX|ROLE|DATABASE))\b/;
/** Migrations, and the walls they raise, take nothing from outside: table names written out by hand. */
const OWN_STATEMENTS = ['server/src/migrations/', 'server/src/platform/database/walls.ts'];

export const sqlParameters: FileRule = {
  name: 'sql-parameters',
  sentence: 'Values reach SQL as parameters; a statement is joined only from fragments written in the code.',
  why: 'A statement put together from values is an injection waiting for its value. Allowed pieces: module constants, literals, entries of a constant table (`ORDER_BY[sort]`), a choice between such pieces.',
  check(file) {
    if (!file.under('server/src/') || file.under(...OWN_STATEMENTS) || file.isSpec) return [];
    const templates = file
      .every(ts.isTemplateExpression)
      .filter((node) => !ts.isTaggedTemplateExpression(node.parent) && STATEMENT.test(spoken(node)))
      .flatMap((node) => node.templateSpans.map((span) => span.expression))
      .filter((piece) => !isOwnFragment(piece, file));
    const joined = file
      .every(ts.isBinaryExpression)
      .filter((node) => node.operatorToken.kind === ts.SyntaxKind.PlusToken)
      .filter((node) => STATEMENT.test(node.getText(file.ast)) && startsJoin(node))
      .filter((node) => !operands(node).every((piece) => isOwnFragment(piece, file)));
    return [...templates, ...joined].map((node) => file.at(node));
  },
};

/** The words of a template, with each hole as one word. */
function spoken(node: ts.TemplateExpression): string {
  return node.head.text + node.templateSpans.map((span) => `hole${span.literal.text}`).join('');
}

function startsJoin(node: ts.BinaryExpression): boolean {
  return !(ts.isBinaryExpression(node.parent) && node.parent.operatorToken.kind === node.operatorToken.kind);
}

function operands(node: ts.Expression): ts.Expression[] {
  if (ts.isParenthesizedExpression(node)) return operands(node.expression);
  const isJoin = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
  return isJoin ? [...operands(node.left), ...operands(node.right)] : [node];
}

function isOwnFragment(piece: ts.Expression, file: CheckedFile): boolean {
  if (ts.isStringLiteralLike(piece) || ts.isNumericLiteral(piece)) return true;
  if (ts.isParenthesizedExpression(piece)) return isOwnFragment(piece.expression, file);
  if (ts.isConditionalExpression(piece)) {
    return isOwnFragment(piece.whenTrue, file) && isOwnFragment(piece.whenFalse, file);
  }
  if (ts.isTemplateExpression(piece)) {
    return piece.templateSpans.every((span) => isOwnFragment(span.expression, file));
  }
  if (ts.isElementAccessExpression(piece) || ts.isPropertyAccessExpression(piece)) {
    return isConstantName(piece.expression.getText(file.ast));
  }
  return ts.isIdentifier(piece) && (isConstantName(piece.text) || isOwnConstant(piece.text, file));
}

function isConstantName(name: string): boolean {
  return /^[A-Z][A-Z0-9_]+$/.test(name);
}

/** A `const` of this file, in whatever scope, that is itself made of own fragments only. */
function isOwnConstant(name: string, file: CheckedFile): boolean {
  const declared = file
    .every(ts.isVariableDeclaration)
    .filter((node) => ts.isIdentifier(node.name) && node.name.text === name);
  return (
    declared.length > 0 &&
    declared.every((node) => (node.parent.flags & ts.NodeFlags.Const) !== 0 && isFragmentValue(node, file))
  );
}

function isFragmentValue(node: ts.VariableDeclaration, file: CheckedFile): boolean {
  const value = node.initializer;
  if (value === undefined || (ts.isIdentifier(value) && value.text === node.name.getText())) return false;
  return isOwnFragment(value, file);
}
