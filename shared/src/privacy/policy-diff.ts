import type { PolicyBlock } from './policy-text';

/** A run of words that stayed, came or went. */
export interface WordRun {
  readonly change: 'kept' | 'added' | 'removed';
  readonly text: string;
}
/** What happened to one paragraph. */
export type BlockChange =
  | { readonly change: 'kept' | 'added' | 'removed'; readonly block: PolicyBlock }
  | { readonly change: 'changed'; readonly block: PolicyBlock; readonly words: readonly WordRun[] };

interface Step<T> {
  readonly change: WordRun['change'];
  readonly item: T;
}

/** Lengths of the longest common sequence from each pair of places to the ends. */
function commonLengths<T>(
  before: readonly T[],
  after: readonly T[],
  isSame: (a: T, b: T) => boolean,
): number[][] {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let b = before.length - 1; b >= 0; b -= 1) {
    for (let a = after.length - 1; a >= 0; a -= 1) {
      const [old, now] = [before[b], after[a]];
      const isCommon = old !== undefined && now !== undefined && isSame(old, now);
      const row = table[b] ?? [];
      row[a] = isCommon
        ? (table[b + 1]?.[a + 1] ?? 0) + 1
        : Math.max(table[b + 1]?.[a] ?? 0, row[a + 1] ?? 0);
    }
  }
  return table;
}

/** The shortest way from one list to the other; what goes stands before what comes. */
function stepsOf<T>(before: readonly T[], after: readonly T[], isSame: (a: T, b: T) => boolean): Step<T>[] {
  const table = commonLengths(before, after, isSame);
  const steps: Step<T>[] = [];
  let [b, a] = [0, 0];
  while (b < before.length || a < after.length) {
    const [old, now] = [before[b], after[a]];
    if (old !== undefined && now !== undefined && isSame(old, now)) {
      steps.push({ change: 'kept', item: now });
      b += 1;
      a += 1;
    } else if (
      old !== undefined &&
      (now === undefined || (table[b + 1]?.[a] ?? 0) >= (table[b]?.[a + 1] ?? 0))
    ) {
      steps.push({ change: 'removed', item: old });
      b += 1;
    } else if (now !== undefined) {
      steps.push({ change: 'added', item: now });
      a += 1;
    }
  }
  return steps;
}

/** Words with the space after them, so that the runs put together are the text again. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*/g) ?? [];
const isSameWord = (a: string, b: string): boolean => a.trimEnd() === b.trimEnd();

/** Two texts word by word. Kept and added runs in order are the new text; kept and removed ones the old, but for spaces. */
export function diffWords(before: string, after: string): WordRun[] {
  const runs: { change: WordRun['change']; text: string }[] = [];
  for (const { change, item } of stepsOf(wordsOf(before), wordsOf(after), isSameWord)) {
    const last = runs.at(-1);
    if (last?.change === change) last.text += item;
    else runs.push({ change, text: item });
  }
  return runs;
}

/** A paragraph counts as changed, not replaced, when at least this part of its words stayed. */
const LIKE = 0.4;

function likeness(words: readonly WordRun[]): number {
  const count = (change: WordRun['change']): number =>
    words.filter((run) => run.change === change).reduce((sum, run) => sum + wordsOf(run.text).length, 0);
  const kept = count('kept');
  const longest = Math.max(kept + count('removed'), kept + count('added'));
  return longest === 0 ? 0 : kept / longest;
}

const asAdded = (block: PolicyBlock): BlockChange => ({ change: 'added', block });
const asRemoved = (block: PolicyBlock): BlockChange => ({ change: 'removed', block });

/** Of paragraphs that went and came at one place: those that are alike become one changed paragraph. */
function pairUp(removed: readonly PolicyBlock[], added: readonly PolicyBlock[]): BlockChange[] {
  const changes: BlockChange[] = [];
  let left = removed;
  let fresh: PolicyBlock[] = [];
  for (const block of added) {
    const tries = left.map((old) => diffWords(old.text, block.text));
    const found = tries.findIndex((words, at) => likeness(words) >= LIKE && left[at]?.kind === block.kind);
    const words = tries[found];
    if (words === undefined) {
      fresh.push(block);
      continue;
    }
    changes.push(...left.slice(0, found).map(asRemoved), ...fresh.map(asAdded));
    changes.push({ change: 'changed', block, words });
    left = left.slice(found + 1);
    fresh = [];
  }
  return [...changes, ...left.map(asRemoved), ...fresh.map(asAdded)];
}

const isSameBlock = (a: PolicyBlock, b: PolicyBlock): boolean => a.kind === b.kind && a.text === b.text;

/** Two versions of a policy paragraph by paragraph, in the order a reader meets them. */
export function diffPolicies(before: readonly PolicyBlock[], after: readonly PolicyBlock[]): BlockChange[] {
  const changes: BlockChange[] = [];
  let removed: PolicyBlock[] = [];
  let added: PolicyBlock[] = [];
  const settle = (): void => {
    changes.push(...pairUp(removed, added));
    removed = [];
    added = [];
  };
  for (const { change, item } of stepsOf(before, after, isSameBlock)) {
    if (change === 'removed') removed.push(item);
    else if (change === 'added') added.push(item);
    else {
      settle();
      changes.push({ change, block: item });
    }
  }
  settle();
  return changes;
}

/** How many paragraphs came, went and changed. */
export function countChanges(
  changes: readonly BlockChange[],
): Readonly<Record<'added' | 'removed' | 'changed', number>> {
  const count = (kind: BlockChange['change']): number =>
    changes.filter(({ change }) => change === kind).length;
  return { added: count('added'), removed: count('removed'), changed: count('changed') };
}
