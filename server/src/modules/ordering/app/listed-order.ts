import { type Money, money, subtract } from '@qafila/shared/kernel/money';
import { type PaymentState, paymentStateOf } from '@qafila/shared/payments/payments.lifecycle';
import type { ListedOrder } from '../db/order-list.repository';
import { waitsForMoney } from '../domain/order';
import { overOf } from '../domain/order-reply';

type Sums = Pick<
  ListedOrder,
  'state' | 'stopped_at' | 'currency' | 'total_minor' | 'received_minor' | 'over_minor' | 'refunded_minor'
>;

/** True of a listed order that waits for money. */
export const isWaiting = (row: Pick<ListedOrder, 'state' | 'stopped_at'>): boolean =>
  waitsForMoney({ state: row.state, stoppedAt: row.stopped_at });

/** Total and payment state of a listed order. */
export const sumsOf = (row: Sums): { payment: PaymentState; total: Money } => ({
  payment: paymentStateOf({
    total: Number(row.total_minor),
    received: Number(row.received_minor),
    over: overOf(row.state, Number(row.over_minor)),
    refunded: Number(row.refunded_minor),
    isSubmitted: isWaiting(row),
  }),
  total: money(Number(row.total_minor), row.currency),
});

/** What an order that waits for money still needs. */
export const dueOf = (row: Sums): Money => {
  const amount = (minor: string): Money => money(Number(minor), row.currency);
  const taken = subtract(amount(row.received_minor), amount(row.over_minor));
  return subtract(amount(row.total_minor), subtract(taken, amount(row.refunded_minor)));
};
