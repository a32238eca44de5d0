import type { OrderView } from '@qafila/shared/ordering/order-views';
import type { FulfilmentState } from './badges';

interface Seen {
  readonly fulfilment: FulfilmentState;
  /** Whether the reader builds drafts. */
  readonly canDraft: boolean;
}

/** Which sentence says what happens next. */
export function nextStepOf(
  order: Pick<OrderView, 'state' | 'submittedAt' | 'stoppedAt' | 'timeline'>,
  { fulfilment, canDraft }: Seen,
): string {
  if (order.state === 'draft') return canDraft ? 'draft' : 'othersDraft';
  if (order.stoppedAt !== null) return 'stopped';
  if (order.state === 'confirmed') {
    if (fulfilment === 'on_the_way') return 'onTheWay';
    return fulfilment === 'delivered' ? 'delivered' : 'packing';
  }
  if (order.state !== 'cancelled') return order.state;
  if (order.timeline.at(-1)?.step === 'close') return 'closed';
  return order.submittedAt === null ? 'deleted' : 'cancelled';
}

const OVER = ['cancelled', 'deleted', 'closed', 'expired', 'delivered', 'completed'];
/** Nothing more comes of it: the next thing to do is a new order. */
export const isOver = (step: string): boolean => OVER.includes(step);
