import type { Locale } from '../kernel/locale';

export type PolicyBlockKind = 'title' | 'heading' | 'subheading' | 'item' | 'paragraph';
/** One paragraph of a policy. */
export interface PolicyBlock {
  readonly kind: PolicyBlockKind;
  readonly text: string;
}

const MARKS: readonly (readonly [string, PolicyBlockKind])[] = [
  ['### ', 'subheading'],
  ['## ', 'heading'],
  ['# ', 'title'],
  ['- ', 'item'],
];

function blockOf(line: string): PolicyBlock {
  const [mark = '', kind = 'paragraph' as const] = MARKS.find(([each]) => line.startsWith(each)) ?? [];
  return { kind, text: line.slice(mark.length).trim() };
}

/** The paragraphs of a text: one for each line that is not empty. */
export const blocksOf = (text: string): PolicyBlock[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(blockOf);

/** Number of the first paragraph at which the languages have another structure, or `null` when they agree. */
export function firstUnevenBlock(texts: Readonly<Record<Locale, string>>): number | null {
  const all = Object.values(texts).map(blocksOf);
  const [first = []] = all;
  const longest = Math.max(...all.map((blocks) => blocks.length));
  for (let at = 0; at < longest; at += 1) {
    if (all.some((blocks) => blocks[at]?.kind !== first[at]?.kind)) return at + 1;
  }
  return null;
}
