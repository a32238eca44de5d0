import type { CheckedFile, Finding, Tree } from './tree';

/** What every house rule says of itself. */
interface Told {
  /** Kebab-case; its fixture is the folder `fixtures/bad-<name>`. */
  readonly name: string;
  /** The rule, in one sentence. */
  readonly sentence: string;
  /** What goes wrong without it. */
  readonly why: string;
}

/** A rule that looks at one file at a time. */
export interface FileRule extends Told {
  check(file: CheckedFile): Finding[];
}

/** A rule that needs to see several files together. */
export interface TreeRule extends Told {
  checkTree(tree: Tree): Finding[];
}

export type Rule = FileRule | TreeRule;

/** Runs one rule over a tree. */
export function findings(rule: Rule, tree: Tree): Finding[] {
  return 'check' in rule ? tree.files.flatMap((file) => rule.check(file)) : rule.checkTree(tree);
}

/** The findings as the lines a person reads: `path:line  what stands there`. */
export function report(found: readonly Finding[]): string[] {
  return found.map(({ path, line, detail }) => `${path}:${line}  ${detail}`).sort();
}
