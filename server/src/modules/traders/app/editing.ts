import type { ItemKind } from '@qafila/shared/traders/checklist';
import { Problem } from '../../../platform/problems/problem';
import { type Application, type Item, isLocked, keepsLast, sameValues } from '../domain/application';

/** The item that is edited. Throws `NOT_FOUND` for one that is not on the list, `APPLICATION_LOCKED` for a closed one. */
export function editableItem(application: Application, items: readonly Item[], kind: ItemKind): Item {
  const item = items.find((each) => each.kind === kind);
  if (!item) throw new Problem('NOT_FOUND');
  if (isLocked(application, item)) throw new Problem('APPLICATION_LOCKED');
  return item;
}

/** The item with new values; what was sent before stays beside them for the reviewer. */
export function withValues(application: Application, item: Item, values: Item['values']): Item {
  if (!keepsLast(application)) return { ...item, values };
  const last = item.last ?? item.values;
  return { ...item, values, last, isChanged: !sameValues(last, values) };
}
