import {
  add,
  compare,
  isNegative,
  isZero,
  type Money,
  money,
  subtract,
  zero,
} from '@qafila/shared/kernel/money';
import type { Attempt } from '../attempts/attempt';
import type { Capabilities } from '../gateways/gateway';

/** What refunds through an attempt hold. */
export interface HeldOfAttempt {
  /** In the currency of the payment. */
  readonly pay: Money;
  /** Those counted in the order's currency, and what they are in that of the payment. */
  readonly amount: Money;
  readonly amountPay: Money;
}
/** The way money came, with what stands against sending it back there. */
export type WayFacts =
  /** `left`: what the account, or the company's credit, paid of it and nobody sent back. */
  | { readonly method: 'bank' | 'credit'; readonly left: Money }
  | {
      readonly method: 'gateway';
      readonly attempt: Attempt;
      readonly held: HeldOfAttempt;
      /** `null` where we have no account at the gateway any more. */
      readonly capabilities: Capabilities | null;
    };
export interface RefundMoney {
  /** What the order, or the company's credit, has left to send back; negative when something took it meanwhile. */
  readonly left: Money;
  readonly way: WayFacts;
  readonly now: Date;
}
/** A refund that counts already among what is held. */
export interface Counted {
  readonly amount: Money;
  readonly pay: Money;
}
export type RefundRefusal =
  | { readonly code: 'REFUND_TOO_MUCH'; readonly left: Money }
  | { readonly code: 'REFUND_WHOLE_ONLY'; readonly left: Money }
  | { readonly code: 'REFUND_TOO_LATE'; readonly days: number }
  | { readonly code: 'REFUND_NOT_THERE' }
  | { readonly code: 'REFUND_FROZEN' };

const DAY_MS = 86_400_000;
const least = (a: Money, b: Money): Money => (compare(a, b) < 0 ? a : b);
const notNegative = (amount: Money): Money => (isNegative(amount) ? zero(amount.currency) : amount);
/** What of a payment was taken and that the payer's bank did not take back. */
const keptOf = ({ bookedMinor, disputedMinor, pay }: Attempt): Money =>
  subtract(money(bookedMinor, pay.currency), money(disputedMinor, pay.currency));
/** The share of `whole` that `part` is of `of`, rounded down, in the currency of `whole`. */
const shareOf = (whole: Money, part: Money, of: Money): Money =>
  money(Number((BigInt(part.minor) * BigInt(whole.minor)) / BigInt(of.minor)), whole.currency);

/** What may go back this way, in a currency; `null` where none of that currency came by it. */
export function leftOf(way: WayFacts, currency: Money['currency']): Money | null {
  if (way.method !== 'gateway') return way.left.currency === currency ? way.left : null;
  const { attempt, held } = way;
  const { amount, pay } = attempt;
  if (currency === pay.currency) return subtract(keptOf(attempt), held.pay);
  if (currency !== amount.currency) return null;
  return subtract(shareOf(amount, keptOf(attempt), pay), held.amount);
}

/**
 * What an amount is in the currency it was paid in. Parts are cut from the running total, so that however a payment
 * is sent back piece by piece, the pieces sum to the whole.
 */
export function payOf(way: WayFacts, amount: Money): Money {
  if (way.method !== 'gateway' || amount.currency === way.attempt.pay.currency) return amount;
  const { attempt, held } = way;
  const until = shareOf(attempt.pay, add(held.amount, amount), attempt.amount);
  return least(subtract(until, held.amountPay), subtract(keptOf(attempt), held.pay));
}

/** While it is open; what a lost one took is no part of what is kept. */
const isDisputed = ({ state, dispute }: Attempt): boolean =>
  dispute === null ? state === 'disputed' : dispute.state === 'open';

/** Why this way is closed, whatever the amount. */
export function closedBy({ way, now }: Omit<RefundMoney, 'left'>): RefundRefusal | null {
  if (way.method !== 'gateway') return null;
  const { attempt, capabilities } = way;
  if (!capabilities?.refund || attempt.ref === null) return { code: 'REFUND_NOT_THERE' };
  if (isDisputed(attempt)) return { code: 'REFUND_FROZEN' };
  const { refundWindowDays: days } = capabilities;
  if (days !== undefined && now.getTime() > attempt.startedAt.getTime() + days * DAY_MS)
    return { code: 'REFUND_TOO_LATE', days };
  return null;
}

/** What stands against a refund of this amount; `counted` is the refund itself where it is held already. */
export function refusalOf(
  facts: RefundMoney,
  amount: Money,
  counted: Counted | null = null,
): RefundRefusal | null {
  const closed = closedBy(facts);
  if (closed) return closed;
  const ofWay = leftOf(facts.way, amount.currency);
  if (ofWay === null || facts.left.currency !== amount.currency) return { code: 'REFUND_NOT_THERE' };
  const own = counted?.amount ?? zero(amount.currency);
  const left = notNegative(add(least(ofWay, facts.left), own));
  if (compare(amount, left) > 0) return { code: 'REFUND_TOO_MUCH', left };
  const isPart = !isZero(subtract(add(ofWay, own), amount));
  const isWholeOnly = facts.way.method === 'gateway' && !facts.way.capabilities?.partialRefund;
  return isPart && isWholeOnly ? { code: 'REFUND_WHOLE_ONLY', left: add(ofWay, own) } : null;
}

/** A refund as the second person is shown it, on one line; the SHA-256 of a list seals it. */
export const canonicalRefund = (refund: {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly companyId: string;
  readonly source: string;
  readonly orderId: string | null;
  readonly method: string;
  readonly matchId: string | null;
  readonly attemptId: string | null;
  readonly account: { readonly ibanHash: string } | null;
  readonly amount: Money;
  readonly pay: Money;
  readonly reasonSealed: string;
  readonly askedBy: string;
}): string =>
  [
    refund.id,
    refund.version,
    refund.code,
    refund.companyId,
    refund.source,
    refund.orderId ?? '',
    refund.method,
    refund.matchId ?? refund.attemptId ?? '',
    refund.account?.ibanHash ?? '',
    refund.amount.minor,
    refund.amount.currency,
    refund.pay.minor,
    refund.pay.currency,
    refund.reasonSealed,
    refund.askedBy,
  ].join('|');
