import { type FieldPlace, type FieldValues, judgeItem } from './application-fields';
import { type ItemKind, itemSpecOf } from './checklist';

/** An item as far as it decides whether an application can be sent. */
export interface ItemStanding {
  readonly kind: ItemKind;
  readonly values: FieldValues;
  readonly hasFile: boolean;
  readonly verdict: 'open' | 'accepted' | 'change_asked';
  readonly isChanged: boolean;
}

/** What the applicant sees at an item of the list. */
export type ItemStage = 'accepted' | 'asked' | 'complete' | 'begun' | 'empty';

/** How far one item is. An asked one is complete only when something of it was changed. */
export function stageOf(item: ItemStanding, given: FieldPlace & { readonly hasTerms: boolean }): ItemStage {
  if (item.verdict === 'accepted') return 'accepted';
  if (item.kind === 'trade_terms') return given.hasTerms ? 'complete' : 'empty';
  const spec = itemSpecOf(given.country, item.kind);
  if (!spec) return 'complete';
  if (item.verdict === 'change_asked' && !item.isChanged) return 'asked';
  const judged = judgeItem(spec, item, given);
  if (judged.faults.length === 0 && !judged.lacksFile) return 'complete';
  return judged.isEmpty ? 'empty' : 'begun';
}

/** Items that stand against sending, the terms apart. */
export const unfinishedItems = (
  items: readonly ItemStanding[],
  given: FieldPlace & { readonly hasTerms: boolean },
): ItemKind[] =>
  items
    .filter((item) => item.kind !== 'trade_terms')
    .filter((item) => !['accepted', 'complete'].includes(stageOf(item, given)))
    .map((item) => item.kind);

/** Problem codes that stand against sending. */
export const sendingBlockers = (given: {
  readonly unfinished: number;
  readonly needsTerms: boolean;
  readonly hasTerms: boolean;
}): string[] => [
  ...(given.unfinished > 0 ? ['APPLICATION_INCOMPLETE'] : []),
  ...(given.needsTerms && !given.hasTerms ? ['TERMS_NOT_ACCEPTED'] : []),
];
