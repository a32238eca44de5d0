import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

/** One place where a rule is broken: path from the root, line from 1, what stands there. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly detail: string;
}

const CODE = /\.(ts|tsx|mjs|cjs)$/;
const READ = /\.(ts|tsx|mjs|cjs|css|json|sql|md|html|svg|yml|yaml|sh)$|(^|\/)Dockerfile$|(^|\/)\.ci\/run$/;
const SPEC = /\.(spec|int-spec|e2e-spec|race-spec)\.tsx?$/;
const LEFT_OUT = new Set(['node_modules', 'dist', 'var', '.git', 'fixtures', 'test-results']);

/** One file of the tree. Its syntax tree is made once, when the first rule asks, and shared by all rules. */
export class CheckedFile {
  private source: ts.SourceFile | undefined;
  private flat: ts.Node[] | undefined;

  constructor(
    readonly path: string,
    readonly text: string,
  ) {}

  get isCode(): boolean {
    return CODE.test(this.path);
  }

  /** Test files by their suffix; what supports tests is asked by folder. */
  get isSpec(): boolean {
    return SPEC.test(this.path);
  }

  get ast(): ts.SourceFile {
    this.source ??= ts.createSourceFile(this.path, this.text, ts.ScriptTarget.Latest, true);
    return this.source;
  }

  under(...folders: string[]): boolean {
    return folders.some((folder) => this.path.startsWith(folder));
  }

  /** Every node the guard recognises, in reading order. */
  every<T extends ts.Node>(guard: (node: ts.Node) => node is T): T[] {
    this.flat ??= this.isCode ? flatten(this.ast) : [];
    return this.flat.filter(guard);
  }

  at(node: ts.Node, detail = oneLine(node.getText(this.ast))): Finding {
    return this.atOffset(node.getStart(this.ast), detail);
  }

  atOffset(offset: number, detail: string): Finding {
    return { path: this.path, line: this.text.slice(0, offset).split('\n').length, detail };
  }

  /** Every place where the text matches; the pattern needs the flag g. */
  matches(pattern: RegExp): Finding[] {
    return [...this.text.matchAll(pattern)].map((hit) => this.atOffset(hit.index, oneLine(hit[0])));
  }
}

/** A piece of text in code: a string, or one of the parts of a template. */
export function isText(node: ts.Node): node is ts.LiteralLikeNode {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}

/** A tree of files, the real one or a fixture's. */
export interface Tree {
  readonly root: string;
  readonly files: readonly CheckedFile[];
}

/** Reads every text file under a folder, without built, fetched and fixture files. */
export function readTree(root: string): Tree {
  const paths = walk(root, '').filter((path) => READ.test(path));
  return { root, files: paths.map((path) => new CheckedFile(path, readFileSync(join(root, path), 'utf8'))) };
}

function walk(root: string, folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .filter((entry) => !LEFT_OUT.has(entry.name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return walk(root, path);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}

function flatten(root: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return nodes;
}

function oneLine(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > 90 ? `${flat.slice(0, 87)}...` : flat;
}
