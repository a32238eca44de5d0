import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import type { TreeRule } from '../rule';
import type { CheckedFile, Finding, Tree } from '../tree';

/** Said by Jest at once. Playwright's `expect(page…)` and Jest's `.resolves` and `.rejects` are promises. */
const JEST_SAYS =
  /^(describe|it|test|beforeAll|beforeEach|afterAll|afterEach)\b|^expect\((?![\s\S]*\.(resolves|rejects)\b)[\s\S]*\)\s*\.(not\.)?to(Be|BeDefined|BeUndefined|BeNull|BeLessThan|BeLessThanOrEqual|BeGreaterThan|BeGreaterThanOrEqual|BeCloseTo|BeInstanceOf|Equal|StrictEqual|Match|MatchObject|Contain|ContainEqual|Throw|HaveLength|HaveProperty)\(/;
/** Large packages that promise nothing; their declarations are left unread. */
const SILENT =
  /\/node_modules\/(lucide-react|csstype|type-fest|@sinclair\/typebox|@mantine\/core|typescript\/lib\/typescript)\b/;

/** Biome's rule of this name does not see the promises of packages, so the compiler's types decide here. */
export const noFloatingPromises: TreeRule = {
  name: 'no-floating-promises',
  sentence: 'A promise is awaited, returned, caught or let go by `void`; `forEach` gets no async function.',
  why: 'A forgotten await runs outside the transaction, after the reply, and its failure ends the process.',
  checkTree(tree) {
    const suspects = tree.files.filter((file) => /\.tsx?$/.test(file.path) && droppedIn(file).length > 0);
    if (suspects.length === 0) return [];
    const checker = programOf(tree, suspects).getTypeChecker();
    return suspects.flatMap((file) => [
      ...droppedIn(file)
        .filter((node) => isPromise(node, checker))
        .map((node) => file.at(node)),
      ...asyncForEach(file),
    ]);
  },
};

/** Calls whose value nobody takes, without those that are known to give none. */
function droppedIn(file: CheckedFile): ts.Expression[] {
  return file
    .every(ts.isExpressionStatement)
    .map(({ expression }) => bare(expression))
    .filter(
      (node) => ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isConditionalExpression(node),
    )
    .filter((node) => !isCaught(node) && !(file.isSpec && JEST_SAYS.test(node.getText(file.ast))));
}

function bare(node: ts.Expression): ts.Expression {
  if (ts.isParenthesizedExpression(node)) return bare(node.expression);
  const isChoice =
    ts.isBinaryExpression(node) &&
    [
      ts.SyntaxKind.AmpersandAmpersandToken,
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.QuestionQuestionToken,
    ].includes(node.operatorToken.kind);
  return isChoice ? bare(node.right) : node;
}

function isCaught(node: ts.Expression): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { name, expression } = node.expression;
  if (name.text === 'catch') return node.arguments.length > 0;
  if (name.text === 'finally') return isCaught(expression);
  return name.text === 'then' && node.arguments.length > 1;
}

function isPromise(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(node);
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => {
    const element = checker.isArrayType(part)
      ? checker.getIndexTypeOfType(part, ts.IndexKind.Number)
      : undefined;
    return isThenable(part, checker) || (element !== undefined && isThenable(element, checker));
  });
}

/** With `then` and `catch`: Fastify's reply has only the first and may be left alone. */
function isThenable(type: ts.Type, checker: ts.TypeChecker): boolean {
  return ['then', 'catch'].every((name) => {
    const method = type.getProperty(name);
    if (method?.valueDeclaration === undefined) return false;
    return checker.getTypeOfSymbolAtLocation(method, method.valueDeclaration).getCallSignatures().length > 0;
  });
}

function asyncForEach(file: CheckedFile): Finding[] {
  return file
    .every(ts.isCallExpression)
    .filter(
      (node) => ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'forEach',
    )
    .filter((node) => node.arguments.some(isAsync))
    .map((node) => file.at(node));
}

function isAsync(node: ts.Expression): boolean {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return false;
  return (node.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
}

/** Declarations of packages are read once for all trees. */
const declarations = new Map<string, ts.SourceFile | undefined>();

function programOf({ root, files }: Tree, suspects: readonly CheckedFile[]): ts.Program {
  const own = new Map(files.filter((file) => file.isCode).map((file) => [join(root, file.path), file]));
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    jsx: ts.JsxEmit.ReactJSX,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    esModuleInterop: true,
    experimentalDecorators: true,
    types: ['node'],
    paths: { '@qafila/shared/*': [join(root, 'shared/src/*')] },
  };
  const host = ts.createCompilerHost(options, true);
  const readLibrary = host.getSourceFile.bind(host);
  host.getSourceFile = (name, level) => {
    const mine = own.get(name);
    if (mine !== undefined) return mine.ast;
    if (SILENT.test(name))
      return ts.createSourceFile(name, 'export {};', options.target ?? ts.ScriptTarget.ES2022);
    if (!declarations.has(name)) declarations.set(name, readLibrary(name, level));
    return declarations.get(name);
  };
  host.fileExists = (name) => own.has(name) || (existsSync(name) && statSync(name).isFile());
  const rootNames = suspects.map((file) => join(root, file.path));
  return ts.createProgram({ rootNames, options, host });
}
