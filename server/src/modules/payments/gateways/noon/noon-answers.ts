import { isZero, type Money } from '@qafila/shared/kernel/money';
import { z } from 'zod';
import { gatewayRef } from '../../domain/gateways/gateway-ref';
import {
  type RefundSnapshot,
  type RefundState,
  type Snapshot,
  type SnapshotState,
  stateOfCaptured,
} from '../../domain/gateways/snapshot';
import { toldAmount } from '../told-amount';

/** Numbers arrive as text: an id of noon's does not fit a double. */
const number = z.string();
const transactionSchema = z.object({
  type: z.string(),
  amount: number,
  currency: z.string(),
  transactionReference: z.string().optional(),
  status: z.string(),
});
export const resultSchema = z.object({
  order: z.object({
    id: number,
    status: z.string(),
    reference: z.string(),
    amount: number,
    currency: z.string(),
    totalCapturedAmount: number.default('0'),
    totalRefundedAmount: number.default('0'),
  }),
  paymentDetails: z.object({ brand: z.string().optional() }).optional(),
  transactions: z.array(transactionSchema).default([]),
  checkoutData: z.object({ postUrl: z.url() }).optional(),
});
export type NoonResult = z.output<typeof resultSchema>;
/** Every answer has status 200; `resultCode` says whether it is one. */
export const answerSchema = z.object({
  resultCode: number,
  message: z.string().optional(),
  result: resultSchema.optional(),
});

export const RESULT = { ok: '0', notFound: '19001', duplicate: '19012' } as const;

const STATES: Readonly<Record<string, SnapshotState>> = {
  INITIATED: 'open',
  PAYMENT_INFO_ADDED: 'open',
  '3DS_ENROLL_INITIATED': 'action_required',
  '3DS_ENROLL_CHECKED': 'action_required',
  '3DS_RESULT_VERIFIED': 'processing',
  AUTHENTICATED: 'processing',
  PENDING: 'processing',
  LOCKED: 'processing',
  // Goods are not sent while somebody at noon still looks.
  MARKED_FOR_REVIEW: 'in_review',
  AUTHORIZED: 'authorised',
  REVERSED: 'cancelled',
  PARTIALLY_REVERSED: 'cancelled',
  CANCELLED: 'cancelled',
  EXPIRED: 'expired',
  FAILED: 'failed',
  REJECTED: 'failed',
};
const TAKEN = ['CAPTURED', 'PARTIALLY_CAPTURED', 'REFUNDED', 'PARTIALLY_REFUNDED'];

/** An order as one payment. */
export function snapshotOf({ order, paymentDetails }: NoonResult, fetchedAt: Date): Snapshot {
  const amountOf = (text: string): Money => toldAmount('noon', text, order.currency);
  const amount = amountOf(order.amount);
  const captured = amountOf(order.totalCapturedAmount);
  return {
    ref: gatewayRef(order.id),
    ourRef: order.reference,
    state: stateOf(order.status, stateOfCaptured(captured, amount)),
    amount,
    // mada holds nothing: what is authorised is taken.
    authorised: captured,
    captured,
    refunded: amountOf(order.totalRefundedAmount),
    method: paymentDetails?.brand === 'MADA' && !isZero(captured) ? 'mada' : null,
    dispute: null,
    rawState: order.status,
    fetchedAt,
  };
}

const stateOf = (word: string, whenTaken: SnapshotState): SnapshotState =>
  TAKEN.includes(word) ? whenTaken : (STATES[word] ?? 'unknown');

const REFUND_STATES: Readonly<Record<string, RefundState>> = { SUCCESS: 'settled', FAILED: 'failed' };

/** The refund that carries our reference, which is its id for us; undefined when the order has none. */
export function refundOf(result: NoonResult, reference: string): RefundSnapshot | undefined {
  const found = result.transactions.find(
    ({ type, transactionReference }) => type === 'REFUND' && transactionReference === reference,
  );
  return (
    found && {
      id: reference,
      ref: gatewayRef(result.order.id),
      state: REFUND_STATES[found.status] ?? 'sent',
      amount: toldAmount('noon', found.amount, found.currency),
      rawState: found.status,
    }
  );
}
