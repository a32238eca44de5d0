import type { OrderView } from '@qafila/shared/ordering/order-views';

/** Whose hands a draft is in: the store's until the trader takes it over, the trader's alone when he began it. */
export function isInOtherHands(order: Pick<OrderView, 'state' | 'prepared'>, isActing: boolean): boolean {
  if (order.state !== 'draft') return false;
  return (order.prepared !== null && !order.prepared.isTakenOver) !== isActing;
}
