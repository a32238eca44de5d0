import * as ts from 'typescript';
import type { FileRule } from '../rule';

export const noAny: FileRule = {
  name: 'no-any',
  sentence: 'No type is `any`.',
  why: 'One `any` switches the compiler off for everything it touches; `unknown` and a schema do not.',
  check(file) {
    return file
      .every((node): node is ts.KeywordTypeNode => node.kind === ts.SyntaxKind.AnyKeyword)
      .map((node) => file.at(node.parent));
  },
};

export const noNonNull: FileRule = {
  name: 'no-non-null',
  sentence: 'No value is called present by `!`; it is asked, or the type says so.',
  why: 'The mark silences the one question that would have found the missing row.',
  check(file) {
    return file.every(ts.isNonNullExpression).map((node) => file.at(node));
  },
};

export const injectionImports: FileRule = {
  name: 'injection-imports',
  sentence: 'A class that Nest injects is imported as a value, never with `import type`.',
  why: 'A type import leaves `Object` in the metadata: compiler and tests of the parts are silent, the start fails.',
  check(file) {
    const typeOnly = new Set(file.every(ts.isImportDeclaration).flatMap(typeOnlyNames));
    return file
      .every(ts.isConstructorDeclaration)
      .filter((made) => ts.isClassLike(made.parent) && ts.getDecorators(made.parent) !== undefined)
      .flatMap((made) => [...made.parameters])
      .filter((parameter) => ts.getDecorators(parameter) === undefined)
      .filter((parameter) => typeOnly.has(typeName(parameter)))
      .map((parameter) => file.at(parameter));
  },
};

function typeOnlyNames(declaration: ts.ImportDeclaration): string[] {
  const clause = declaration.importClause;
  const named = clause?.namedBindings;
  if (clause === undefined || named === undefined || !ts.isNamedImports(named)) return [];
  const all = clause.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return named.elements.filter((name) => all || name.isTypeOnly).map((name) => name.name.text);
}

function typeName(parameter: ts.ParameterDeclaration): string {
  const type = parameter.type;
  return type !== undefined && ts.isTypeReferenceNode(type) ? type.typeName.getText() : '';
}
