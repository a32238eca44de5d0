import { dielineOf } from './dieline';
import type { PackagingContent } from './packaging.contract';
import { FINISH_WORDS, INK_WORDS } from './packaging-words';
import type { PrintSize } from './preflight-ruleset';

/** What a print size follows from. */
export type Printed = Pick<
  PackagingContent,
  'source' | 'style' | 'dims' | 'closure' | 'bleedMm' | 'safeMm' | 'inks' | 'finishes'
>;

/**
 * The printed piece of a packaging spec: its sheet laid flat and trimmed, in millimetres, with its bleed and the names of
 * what it prints beside the process inks. For the catalogue that is the box around the cut of its dieline, glue flap and
 * all; for the trader's own the size he typed of his sheet. `null` for an own one without that size: its form stands in
 * his file alone, and a guessed size would refuse what is right.
 */
export function printSizeOf(content: Printed): PrintSize | null {
  const { source, dims, bleedMm } = content;
  if (source === 'own' && (dims.flatWidth === undefined || dims.flatHeight === undefined)) return null;
  const { width, height } = dielineOf(content).bounds;
  return { widthMm: width, heightMm: height, bleedMm, inks: platesOf(content) };
}

/** Spot inks by their names; white, varnish and finishes have none of their own and go by their word in any language. */
const platesOf = ({ inks, finishes }: Printed): string[] => [
  ...inks.flatMap(({ kind, name }) =>
    kind === 'process' ? [] : kind === 'spot' ? [name] : Object.values(INK_WORDS[kind]),
  ),
  ...finishes.flatMap((finish) => Object.values(FINISH_WORDS[finish])),
];
