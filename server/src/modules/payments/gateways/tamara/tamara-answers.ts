import { compare, isZero, type Money, zero } from '@qafila/shared/kernel/money';
import { z } from 'zod';
import { type GatewayRef, gatewayRef } from '../../domain/gateways/gateway-ref';
import {
  type RefundSnapshot,
  type Snapshot,
  type SnapshotState,
  stateOfCaptured,
} from '../../domain/gateways/snapshot';
import { toldAmount } from '../told-amount';

/** Numbers arrive as text, so that no amount goes through a double. */
const amountSchema = z.object({ amount: z.string(), currency: z.string() });
type Amount = z.output<typeof amountSchema>;
const refundSchema = z.object({
  refund_id: z.string(),
  merchant_refund_id: z.string().nullish(),
  total_amount: amountSchema,
});
export const orderSchema = z.object({
  order_id: z.string(),
  order_reference_id: z.string(),
  status: z.string(),
  total_amount: amountSchema,
  captured_amount: amountSchema,
  refunded_amount: amountSchema,
  transactions: z.object({ refunds: z.array(refundSchema).default([]) }),
});
export type TamaraOrder = z.output<typeof orderSchema>;
export type TamaraRefund = z.output<typeof refundSchema>;
export const checkoutSchema = z.object({ order_id: z.string(), checkout_url: z.url(), status: z.string() });
/** Answers of changes are not read: the order is, afterwards. */
export const doneSchema = z.object({ order_id: z.string() });

export const amountOf = ({ amount, currency }: Amount): Money => toldAmount('tamara', amount, currency);

const STATES: Readonly<Record<string, SnapshotState>> = {
  new: 'open',
  // Approved waits for us within 72 hours: `capture` authorises first.
  approved: 'authorised',
  authorised: 'authorised',
  declined: 'failed',
  expired: 'expired',
  canceled: 'cancelled',
};
const TAKEN = ['partially_captured', 'fully_captured', 'partially_refunded', 'fully_refunded'];
const HELD = ['approved', 'authorised', ...TAKEN];

/** An order of Tamara in our words. */
export function snapshotOf(order: TamaraOrder, fetchedAt: Date): Snapshot {
  const amount = amountOf(order.total_amount);
  const captured = amountOf(order.captured_amount);
  const isHeld = HELD.includes(order.status);
  return {
    ref: gatewayRef(order.order_id),
    ourRef: order.order_reference_id,
    state: TAKEN.includes(order.status)
      ? stateOfCaptured(captured, amount)
      : (STATES[order.status] ?? 'unknown'),
    amount,
    authorised: isHeld ? amount : zero(amount.currency),
    captured,
    refunded: amountOf(order.refunded_amount),
    method: isHeld ? 'tamara' : null,
    dispute: null,
    rawState: order.status,
    fetchedAt,
  };
}

/** True when all of the order was taken. */
export const isTaken = (order: TamaraOrder): boolean => {
  const captured = amountOf(order.captured_amount);
  return !isZero(captured) && compare(captured, amountOf(order.total_amount)) >= 0;
};

/** Tamara gives back at once. */
export const refundOf = (refund: TamaraRefund, ref: GatewayRef): RefundSnapshot => ({
  id: refund.refund_id,
  ref,
  state: 'settled',
  amount: amountOf(refund.total_amount),
  rawState: 'refunded',
});
