import bidiFactory from 'bidi-js';

export type Direction = 'rtl' | 'ltr';

/** A stretch of one embedding level; `start` is its place in the paragraph. */
export interface LevelRun {
  readonly text: string;
  readonly level: number;
  readonly start: number;
}

const engine = bidiFactory();

/** Bidi and zero-width controls would print as boxes; the two joiners shape Arabic and stay. */
const CONTROLS = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** The text without controls that must not be drawn. */
export const withoutControls = (text: string): string => text.replace(CONTROLS, '');

/** Embedding level of each UTF-16 unit of one paragraph (UAX 9). */
export const levelsOf = (paragraph: string, base: Direction): Uint8Array =>
  engine.getEmbeddingLevels(paragraph, base).levels;

/** The level runs of `paragraph[start, end)` in logical order. */
export function levelRuns(
  paragraph: string,
  levels: Uint8Array,
  range: { start: number; end: number },
): LevelRun[] {
  const runs: LevelRun[] = [];
  let from = range.start;
  for (let at = range.start + 1; at <= range.end; at += 1) {
    if (at < range.end && levels[at] === levels[from]) continue;
    runs.push({ text: paragraph.slice(from, at), level: levels[from] ?? 0, start: from });
    from = at;
  }
  return runs.filter((run) => run.text.length > 0);
}

/** UAX 9 rule L2: from the highest level down to the lowest odd one, sequences are reversed. */
export function visualOrder<Run extends { level: number }>(runs: readonly Run[]): Run[] {
  const ordered = [...runs];
  const odd = ordered.map((run) => run.level).filter((level) => level % 2 === 1);
  if (!odd.length) return ordered;
  const highest = Math.max(...ordered.map((run) => run.level));
  for (let level = highest; level >= Math.min(...odd); level -= 1) reverseSequences(ordered, level);
  return ordered;
}

function reverseSequences(runs: { level: number }[], level: number): void {
  for (let from = 0; from < runs.length; from += 1) {
    let to = from;
    while ((runs[to]?.level ?? -1) >= level) to += 1;
    if (to > from) runs.splice(from, to - from, ...runs.slice(from, to).reverse());
    from = Math.max(from, to);
  }
}

/** UAX 9 rule L4: a bracket in a right-to-left run shows its mirror image. */
export const mirrored = (text: string): string =>
  Array.from(text, (char) => engine.getMirroredCharacter(char) ?? char).join('');

/** The characters from last to first; surrogate pairs stay whole, marks stay behind their letter. */
export const reversed = (text: string): string =>
  (text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []).reverse().join('');
