import { Problem } from '../../../platform/problems/problem';
import type { Order } from '../domain/order';

/** Only drafts are edited, and only the version that the trader saw. Throws `WRONG_STATE`, `STALE_RECORD`. */
export function assertEditable(order: Order, version: number): void {
  if (order.state !== 'draft') throw new Problem('WRONG_STATE');
  if (order.version !== version) throw new Problem('STALE_RECORD');
}
