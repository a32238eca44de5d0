import { compare, isNegative, isZero, type Money, money, subtract, zero } from '@qafila/shared/kernel/money';
import type { MATCH_REASONS } from '@qafila/shared/payments/payments.contract';
import { findReferences, needsTwoPeople } from '@qafila/shared/payments/payments.rules';

export type MatchReason = (typeof MATCH_REASONS)[number];
/** How an amount meets what the order still needs; a closed order never fits exactly. */
export type Fit = 'exact' | 'short' | 'over' | 'closed';

/** An order that has a transfer instruction, with what the ledger holds for it. */
export interface PayableOrder {
  readonly companyId: string;
  readonly orderId: string;
  readonly reference: string;
  readonly total: Money;
  readonly received: Money;
  /** Expired or cancelled: money for it is looked at by a person. */
  readonly isClosed: boolean;
}

/** What the order still needs; never negative. */
export function stillDue(total: Money, received: Money): Money {
  const due = subtract(total, received);
  return isNegative(due) ? zero(total.currency) : due;
}

export function fitOf(amount: Money, order: Pick<PayableOrder, 'total' | 'received' | 'isClosed'>): Fit {
  if (order.isClosed) return 'closed';
  const difference = compare(amount, stillDue(order.total, order.received));
  if (difference === 0) return 'exact';
  return difference < 0 ? 'short' : 'over';
}

/** Two people from SAR 20,000, and for whatever is not exactly what an open order needs. */
export function wantsTwoPeople(amount: Money, fit: Fit): boolean {
  // The limit is stated in SAR; an amount of another currency is not compared with it.
  return amount.currency === 'SAR' ? needsTwoPeople(money(amount.minor, 'SAR'), fit !== 'exact') : true;
}

const REASONS_OF_FIT: Readonly<Record<Fit, readonly MatchReason[]>> = {
  exact: ['amount_exact'],
  short: ['amount_short'],
  over: ['amount_over'],
  closed: ['order_closed'],
};

/** The reasons with the amount's part as it is now: a booked payment changes what fits. */
export const reasonsNow = (stored: readonly MatchReason[], fit: Fit): MatchReason[] => [
  ...stored.filter((reason) => !/^(amount_|order_closed)/.test(reason)),
  ...REASONS_OF_FIT[fit],
];

export interface CreditLine {
  readonly id: string;
  readonly amount: Money;
  readonly text: string;
  /** Companies that paid from this account before. */
  readonly knownPayers: ReadonlySet<string>;
}
export interface Proposal {
  readonly lineId: string;
  readonly order: PayableOrder;
  readonly amount: Money;
  readonly isShort: boolean;
  readonly reasons: readonly MatchReason[];
}

/** The match a line's references point at; none when they name no order, or two. */
export function proposalFor(
  line: CreditLine,
  orders: ReadonlyMap<string, PayableOrder>,
): Proposal | undefined {
  if (isNegative(line.amount) || isZero(line.amount)) return undefined;
  const found = findReferences(line.text).flatMap((reference) => orders.get(reference) ?? []);
  const [order] = found;
  if (!order || found.length > 1 || order.total.currency !== line.amount.currency) return undefined;
  const fit = fitOf(line.amount, order);
  return {
    lineId: line.id,
    order,
    amount: line.amount,
    isShort: fit === 'short',
    reasons: reasonsNow(
      ['reference_exact', line.knownPayers.has(order.companyId) ? 'payer_known' : 'payer_new'],
      fit,
    ),
  };
}
