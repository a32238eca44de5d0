import type { Actor } from '../../../platform/access/actor';
import { Problem } from '../../../platform/problems/problem';
import type { Order } from '../domain/order';
import { isStoreDraft } from '../domain/order';

/**
 * Only drafts are edited, only the version that was seen, and never by two hands: what the store prepared is the
 * store's until the trader takes it over, what the trader began is his alone.
 * Throws `WRONG_STATE`, `STALE_RECORD`, `DRAFT_OF_STORE`, `DRAFT_OF_TRADER`.
 */
export function assertEditable(order: Order, version: number, actor: Actor): void {
  if (order.state !== 'draft') throw new Problem('WRONG_STATE');
  if (isStoreDraft(order) !== (actor.acting !== null))
    throw new Problem(actor.acting ? 'DRAFT_OF_TRADER' : 'DRAFT_OF_STORE');
  if (order.version !== version) throw new Problem('STALE_RECORD');
}
