import { defineLifecycle } from '../kernel/lifecycle';

export const transferInstructionLifecycle = defineLifecycle()({
  name: 'transfer-instruction',
  initial: 'awaiting',
  terminal: [],
  states: ['awaiting', 'receipt_uploaded', 'settled', 'expired'],
  steps: {
    upload_receipt: { from: ['awaiting'], to: 'receipt_uploaded', needs: 'payment:pay' },
    settle: { from: ['awaiting', 'receipt_uploaded', 'expired'], to: 'settled', needs: 'system' },
    expire: { from: ['awaiting', 'receipt_uploaded'], to: 'expired', needs: 'system' },
    reopen: { from: ['settled'], to: 'awaiting', needs: 'system' },
  },
});

/**
 * One file of the bank on its way into the desk. One that is large is read by the worker; a CSV of columns nobody has
 * told yet waits for a person to name them.
 */
export const statementImportLifecycle = defineLifecycle()({
  name: 'statement-import',
  initial: 'waiting',
  terminal: ['done', 'refused', 'dropped'],
  states: ['waiting', 'reading', 'unmapped', 'done', 'refused', 'dropped'],
  steps: {
    read: { from: ['waiting', 'reading'], to: 'reading', needs: 'system' },
    finish: { from: ['reading'], to: 'done', needs: 'system' },
    refuse: { from: ['reading'], to: 'refused', needs: 'system' },
    ask: { from: ['reading'], to: 'unmapped', needs: 'system' },
    map: { from: ['unmapped'], to: 'waiting', needs: 'transfer:import' },
    drop: { from: ['unmapped'], to: 'dropped', needs: 'transfer:import' },
  },
});

/** One movement of the bank. It is `proposed` while anything is proposed for it or only a part of it is booked. */
export const statementLineLifecycle = defineLifecycle()({
  name: 'statement-line',
  initial: 'imported',
  terminal: ['ignored', 'reversed'],
  states: ['imported', 'proposed', 'allocated', 'ignored', 'reversed'],
  steps: {
    propose: { from: ['imported', 'proposed'], to: 'proposed', needs: 'transfer:import' },
    book_part: { from: ['proposed'], to: 'proposed', needs: 'transfer:confirm' },
    allocate: { from: ['proposed'], to: 'allocated', needs: 'transfer:confirm' },
    free_part: { from: ['proposed', 'allocated'], to: 'proposed', needs: 'transfer:confirm' },
    free: { from: ['proposed', 'allocated'], to: 'imported', needs: 'transfer:confirm' },
    ignore: { from: ['imported', 'proposed'], to: 'ignored', needs: 'transfer:confirm' },
    reverse: { from: ['proposed', 'allocated'], to: 'reversed', needs: 'transfer:confirm' },
  },
});

/** What is known when a match is confirmed. */
export interface MatchFacts {
  readonly needsTwoPeople: boolean;
  /** True when this person confirmed it first. */
  readonly isFirstPerson: boolean;
}
export const matchLifecycle = defineLifecycle<MatchFacts>()({
  name: 'match',
  initial: 'proposed',
  terminal: ['withdrawn', 'undone', 'returned'],
  states: ['proposed', 'first_confirmed', 'confirmed', 'withdrawn', 'undone', 'returned'],
  steps: {
    confirm: {
      from: ['proposed'],
      to: 'confirmed',
      needs: 'transfer:confirm',
      blockedBy: (facts) => (facts.needsTwoPeople ? ['SECOND_PERSON_NEEDED'] : []),
    },
    // Again when money moved since: what the first person agreed to is not what would be booked.
    confirm_first: {
      from: ['proposed', 'first_confirmed'],
      to: 'first_confirmed',
      needs: 'transfer:confirm',
    },
    confirm_second: {
      from: ['first_confirmed'],
      to: 'confirmed',
      needs: 'transfer:confirm',
      blockedBy: (facts) => (facts.isFirstPerson ? ['SECOND_PERSON_NEEDED'] : []),
    },
    withdraw: { from: ['proposed', 'first_confirmed'], to: 'withdrawn', needs: 'transfer:confirm' },
    undo: { from: ['confirmed'], to: 'undone', needs: 'transfer:confirm' },
    return: { from: ['confirmed'], to: 'returned', needs: 'transfer:confirm' },
  },
});
/** States in which an attempt may still be paid by itself. */
export const LIVE_ATTEMPT_STATES = ['open', 'action_required', 'processing', 'authorised'] as const;
const OVER_UNPAID = ['failed', 'cancelled', 'expired'] as const;

/**
 * One attempt to pay an order at a gateway. Steps follow what the gateway told just now, and only forward: a lower
 * state that comes late has no step. What was over may still turn out to be paid.
 */
export const paymentAttemptLifecycle = defineLifecycle()({
  name: 'payment-attempt',
  initial: 'open',
  terminal: [],
  states: [...LIVE_ATTEMPT_STATES, 'captured', ...OVER_UNPAID, 'disputed'],
  steps: {
    act: { from: ['open'], to: 'action_required', needs: 'system' },
    process: { from: ['open', 'action_required'], to: 'processing', needs: 'system' },
    authorise: {
      from: ['open', 'action_required', 'processing', ...OVER_UNPAID],
      to: 'authorised',
      needs: 'system',
    },
    capture: { from: [...LIVE_ATTEMPT_STATES, ...OVER_UNPAID], to: 'captured', needs: 'system' },
    fail: { from: LIVE_ATTEMPT_STATES, to: 'failed', needs: 'system' },
    cancel: { from: LIVE_ATTEMPT_STATES, to: 'cancelled', needs: 'payment:pay' },
    expire: { from: LIVE_ATTEMPT_STATES, to: 'expired', needs: 'system' },
    dispute: { from: [...LIVE_ATTEMPT_STATES, 'captured', ...OVER_UNPAID], to: 'disputed', needs: 'system' },
    win: { from: ['disputed'], to: 'captured', needs: 'system' },
  },
});
export type AttemptState = (typeof paymentAttemptLifecycle.states)[number];

/** What is known when a refund is approved. */
export interface RefundFacts {
  /** True when this person asked for it. */
  readonly isOwn: boolean;
}
/**
 * Money that goes back where it came from. One person asks, another approves; then a file for the bank or a gateway
 * takes it, and what was the company's credit is that again at once. Only forward: a refund that failed is asked for
 * anew, as one of its own.
 */
export const refundLifecycle = defineLifecycle<RefundFacts>()({
  name: 'refund',
  initial: 'asked',
  terminal: ['withdrawn'],
  states: ['asked', 'approved', 'sent', 'settled', 'failed', 'withdrawn'],
  steps: {
    approve: {
      from: ['asked'],
      to: 'approved',
      needs: 'refund:approve',
      blockedBy: (facts) => (facts.isOwn ? ['REFUND_IS_YOURS'] : []),
    },
    send: { from: ['approved'], to: 'sent', needs: 'refund:send' },
    settle: { from: ['sent'], to: 'settled', needs: 'system' },
    // What was settled may still come back: a closed account, a card that is no more.
    fail: { from: ['sent', 'settled'], to: 'failed', needs: 'system' },
    refuse: { from: ['sent'], to: 'failed', needs: 'refund:send' },
    withdraw: { from: ['asked', 'approved', 'failed'], to: 'withdrawn', needs: 'refund:ask' },
  },
});
export type RefundState = (typeof refundLifecycle.states)[number];

export const paymentsLifecycles = [
  refundLifecycle,
  paymentAttemptLifecycle,
  transferInstructionLifecycle,
  statementImportLifecycle,
  statementLineLifecycle,
  matchLifecycle,
];

/** Payment axis of an order, derived from the ledger, never set. */
export const PAYMENT_STATES = [
  'unpaid',
  'awaiting',
  'partially_paid',
  'paid',
  'overpaid',
  'partially_refunded',
  'refunded',
] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/**
 * Payment state from the ledger's sums in minor units. `over` is what of `received` the order did not take and its
 * company has as credit; it covers nothing, also where what the order took was taken back.
 */
export function paymentStateOf(sums: {
  readonly total: number;
  readonly received: number;
  readonly over: number;
  readonly refunded: number;
  readonly isSubmitted: boolean;
}): PaymentState {
  const taken = sums.received - sums.over;
  if (taken > 0 && sums.refunded >= taken) return 'refunded';
  if (sums.refunded > 0) return 'partially_refunded';
  if (taken > sums.total || (sums.over > 0 && taken === sums.total)) return 'overpaid';
  if (taken === sums.total && sums.total > 0) return 'paid';
  if (taken > 0) return 'partially_paid';
  return sums.isSubmitted ? 'awaiting' : 'unpaid';
}
