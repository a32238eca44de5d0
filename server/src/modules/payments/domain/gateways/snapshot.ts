import { add, compare, isZero, type Money, subtract } from '@qafila/shared/kernel/money';
import type { MethodId } from '@qafila/shared/payments/methods';
import type { GatewayRef } from './gateway-ref';

/** How a payment stands at its gateway, in our words. `unknown`: a word we do not know; keep the state, call somebody. */
export const SNAPSHOT_STATES = [
  'open',
  'action_required',
  'processing',
  'in_review',
  'authorised',
  'partially_captured',
  'captured',
  'failed',
  'cancelled',
  'expired',
  'disputed',
  'unknown',
] as const;
export type SnapshotState = (typeof SNAPSHOT_STATES)[number];

/** The payer's bank asks for money back. `won`: it stays ours, and nothing is asked any more. */
export interface Dispute {
  readonly id: string;
  readonly state: 'open' | 'won' | 'lost';
  readonly amount: Money;
  /** The gateway's own word. */
  readonly reason: string;
  /** Until when evidence is taken. */
  readonly answerBy: Date | null;
}

/** A payment as its gateway told it a moment ago. */
export interface Snapshot {
  readonly ref: GatewayRef;
  readonly ourRef: string;
  readonly state: SnapshotState;
  readonly amount: Money;
  /** Held in all, taken in all, given back in all. */
  readonly authorised: Money;
  readonly captured: Money;
  readonly refunded: Money;
  /** What it was paid with, where the gateway says so. */
  readonly method: MethodId | null;
  /** The last one; `state` is `disputed` unless it was won. */
  readonly dispute: Dispute | null;
  /** The gateway's own word. */
  readonly rawState: string;
  readonly fetchedAt: Date;
}

export type RefundState = 'sent' | 'settled' | 'failed';
export interface RefundSnapshot {
  readonly id: string;
  readonly ref: GatewayRef;
  readonly state: RefundState;
  readonly amount: Money;
  readonly rawState: string;
}

/** What we asked the gateway for. */
export interface Asked {
  readonly ourRef: string;
  readonly amount: Money;
}
export type Disagreement = 'reference' | 'currency' | 'amount';

/**
 * Where a snapshot is not the payment we asked for; null when it is. Such money is booked and looked at by a person,
 * and pays no order by itself.
 */
export function disagreement(asked: Asked, told: Snapshot): Disagreement | null {
  if (told.ourRef !== asked.ourRef) return 'reference';
  if (told.amount.currency !== asked.amount.currency) return 'currency';
  return compare(told.amount, asked.amount) === 0 ? null : 'amount';
}

/** `captured`, or `partially_captured` where less than the amount was taken. */
export const stateOfCaptured = (captured: Money, amount: Money): SnapshotState =>
  compare(captured, amount) < 0 ? 'partially_captured' : 'captured';

/** What may still be given back. */
export const refundable = (told: Pick<Snapshot, 'captured' | 'refunded'>): Money =>
  subtract(told.captured, told.refunded);

/** True when a refund of this size does not exceed what was taken. */
export const isRefundable = (told: Pick<Snapshot, 'captured' | 'refunded'>, amount: Money): boolean =>
  !isZero(amount) && compare(add(told.refunded, amount), told.captured) <= 0;
