import { isZero, type Money, sum, zero } from '@qafila/shared/kernel/money';
import { z } from 'zod';
import { type GatewayRef, gatewayRef } from '../../domain/gateways/gateway-ref';
import {
  type RefundSnapshot,
  type Snapshot,
  type SnapshotState,
  stateOfCaptured,
} from '../../domain/gateways/snapshot';
import { toldAmount } from '../told-amount';

const partSchema = z.object({ id: z.string(), amount: z.string(), reference_id: z.string().nullish() });
export const paymentSchema = z.object({
  id: z.string(),
  status: z.string(),
  amount: z.string(),
  currency: z.string(),
  order: z.object({ reference_id: z.string() }),
  captures: z.array(partSchema).default([]),
  refunds: z.array(partSchema).default([]),
});
export type TabbyPayment = z.output<typeof paymentSchema>;
export const paymentsSchema = z.object({
  payments: z.array(paymentSchema),
  pagination: z.object({ total_count: z.string() }),
});
export const sessionSchema = z.object({
  status: z.string(),
  payment: z.object({ id: z.string() }),
  configuration: z.object({
    available_products: z.object({ installments: z.array(z.object({ web_url: z.url() })).optional() }),
    products: z
      .object({ installments: z.object({ rejection_reason: z.string().nullish() }).optional() })
      .optional(),
  }),
});

type Part = z.output<typeof partSchema>;

/** The capture or refund that carries our key. */
export const partOf = (parts: readonly Part[], key: string): Part | undefined =>
  parts.find((part) => part.reference_id === key);

const sumOf = (payment: TabbyPayment, parts: readonly Part[]): Money =>
  sum(
    parts.map((part) => amountOf(payment, part.amount)),
    amountOf(payment, payment.amount).currency,
  );
const amountOf = (payment: TabbyPayment, text: string): Money => toldAmount('tabby', text, payment.currency);

/** A payment of Tabby in our words. */
export function snapshotOf(payment: TabbyPayment, fetchedAt: Date): Snapshot {
  const amount = amountOf(payment, payment.amount);
  const captured = sumOf(payment, payment.captures);
  const isHeld = payment.status === 'AUTHORIZED' || !isZero(captured);
  return {
    ref: gatewayRef(payment.id),
    ourRef: payment.order.reference_id,
    state: stateOf(payment.status, captured, amount),
    amount,
    authorised: isHeld ? amount : zero(amount.currency),
    captured,
    refunded: sumOf(payment, payment.refunds),
    method: isHeld ? 'tabby' : null,
    dispute: null,
    rawState: payment.status,
    fetchedAt,
  };
}

const STATES: Readonly<Record<string, SnapshotState>> = {
  CREATED: 'open',
  REJECTED: 'failed',
  EXPIRED: 'expired',
};

/** `CLOSED` is the end of money that was taken, and of money that was let go. */
function stateOf(word: string, captured: Money, amount: Money): SnapshotState {
  if (word === 'AUTHORIZED') return isZero(captured) ? 'authorised' : stateOfCaptured(captured, amount);
  if (word === 'CLOSED') return isZero(captured) ? 'cancelled' : stateOfCaptured(captured, amount);
  return STATES[word] ?? 'unknown';
}

/** Tabby gives back at once. */
export const refundOf = (payment: TabbyPayment, part: Part, ref: GatewayRef): RefundSnapshot => ({
  id: part.id,
  ref,
  state: 'settled',
  amount: amountOf(payment, part.amount),
  rawState: payment.status,
});
