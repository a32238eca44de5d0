import { defineLifecycle } from '../kernel/lifecycle';

/** What is known about an order when a step is decided. */
export interface OrderFacts {
  /** Problem codes that stand against submitting: minimum, lines, recipients, stock, payment. */
  readonly blockers: readonly string[];
  /** True when the ledger covers the total. */
  readonly isCovered: boolean;
  /** True when money was booked for this order that is not the company's own credit, or when all of it is covered. */
  readonly hasMoney: boolean;
}

export const orderLifecycle = defineLifecycle<OrderFacts>()({
  name: 'order',
  initial: 'draft',
  terminal: ['completed', 'cancelled'],
  states: ['draft', 'pending_approval', 'submitted', 'confirmed', 'completed', 'cancelled', 'expired'],
  steps: {
    submit: { from: ['draft'], to: 'submitted', needs: 'order:place', blockedBy: (facts) => facts.blockers },
    ask_approval: { from: ['draft'], to: 'pending_approval', needs: 'order:draft' },
    approve: {
      from: ['pending_approval'],
      to: 'submitted',
      needs: 'order:place',
      blockedBy: (facts) => facts.blockers,
    },
    confirm: {
      from: ['submitted'],
      to: 'confirmed',
      needs: 'system',
      blockedBy: (facts) => (facts.isCovered ? [] : ['ORDER_NOT_PAID']),
    },
    complete: { from: ['confirmed'], to: 'completed', needs: 'system' },
    cancel: {
      from: ['draft', 'pending_approval', 'submitted'],
      to: 'cancelled',
      needs: 'order:cancel',
      blockedBy: (facts) => (facts.hasMoney ? ['ORDER_HAS_MONEY'] : []),
    },
    expire: {
      from: ['submitted'],
      to: 'expired',
      needs: 'system',
      blockedBy: (facts) => (facts.hasMoney ? ['ORDER_HAS_MONEY'] : []),
    },
    reopen: { from: ['expired'], to: 'submitted', needs: 'system' },
    // Money came too late: it is the company's credit, and the order is over.
    close: { from: ['expired'], to: 'cancelled', needs: 'system' },
    hold_again: { from: ['confirmed'], to: 'submitted', needs: 'system' },
    // A parcel of it left before its money went back: what stayed waits in the house until it is paid again.
    stop: { from: ['confirmed'], to: 'confirmed', needs: 'system' },
    go_on: {
      from: ['confirmed'],
      to: 'confirmed',
      needs: 'system',
      blockedBy: (facts) => (facts.isCovered ? [] : ['ORDER_NOT_PAID']),
    },
  },
});
export const orderingLifecycles = [orderLifecycle];
export type OrderState = (typeof orderLifecycle.states)[number];
