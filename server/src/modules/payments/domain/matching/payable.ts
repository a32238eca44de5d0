import { compare, isNegative, type Money, money, subtract, zero } from '@qafila/shared/kernel/money';
import type { MATCH_REASONS } from '@qafila/shared/payments/desk.contract';
import { isLarge } from '@qafila/shared/payments/payments.rules';

export type MatchReason = (typeof MATCH_REASONS)[number];
/** How an amount meets what the order still needs; a closed order never fits exactly. */
export type Fit = 'exact' | 'short' | 'over' | 'closed';

/** An order that has a transfer instruction, with what the ledger holds for it. */
export interface PayableOrder {
  readonly companyId: string;
  readonly orderId: string;
  readonly reference: string;
  readonly total: Money;
  /** What counts towards the total: what was sent back of an order that waits for money is due again. */
  readonly received: Money;
  /** Of what was received, the excess that became the company's credit. */
  readonly over: Money;
  /** Expired or cancelled: money for it is looked at by a person. */
  readonly isClosed: boolean;
  /** Since when it waits for money, and until when; ISO dates in Riyadh. */
  readonly openFrom: string;
  readonly openUntil: string;
}

/** What the order still needs; never negative. */
export function stillDue(total: Money, received: Money): Money {
  const due = subtract(total, received);
  return isNegative(due) ? zero(total.currency) : due;
}

export const dueOf = (order: PayableOrder): Money => stillDue(order.total, order.received);

export function fitOf(amount: Money, order: Pick<PayableOrder, 'total' | 'received' | 'isClosed'>): Fit {
  if (order.isClosed) return 'closed';
  const difference = compare(amount, stillDue(order.total, order.received));
  if (difference === 0) return 'exact';
  return difference < 0 ? 'short' : 'over';
}

/** True when two people confirm whatever the amount is for. The limit is stated in SAR; another currency is not compared with it. */
export const isLargeAmount = (amount: Money): boolean =>
  amount.currency !== 'SAR' || isLarge(money(amount.minor, 'SAR'));

const REASONS_OF_FIT: Readonly<Record<Fit, readonly MatchReason[]>> = {
  exact: ['amount_exact'],
  short: ['amount_short'],
  over: ['amount_over'],
  closed: ['order_closed'],
};
const OF_FIT = new Set<MatchReason>(Object.values(REASONS_OF_FIT).flat());

/** The reasons with the amount's part as it is now: a booked payment changes what fits. */
export const reasonsNow = (stored: readonly MatchReason[], fit: Fit): MatchReason[] => [
  ...stored.filter((reason) => !OF_FIT.has(reason)),
  ...REASONS_OF_FIT[fit],
];
