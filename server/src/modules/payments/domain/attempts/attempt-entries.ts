import { add, isNegative, isZero, type Money, money, subtract, zero } from '@qafila/shared/kernel/money';
import { disagreement, type Snapshot } from '../gateways/snapshot';
import {
  type NewEntry,
  opposite,
  type Posting,
  receivedInOther,
  receivedThrough,
  type Split,
  splitPayment,
  splitReversal,
} from '../ledger-entry';
import { stillDue } from '../matching/payable';
import type { Attempt } from './attempt';

/** What the ledger has for an order now, and whether it may still be paid. */
export interface OrderMoney {
  readonly total: Money;
  /** An excess included. */
  readonly received: Money;
  /** The excess that became credit and is still there. */
  readonly over: Money;
  readonly isCancelled: boolean;
}

/** The entries that bring the ledger to what a snapshot tells; none when it is there. */
export function entriesFor(attempt: Attempt, told: Snapshot, order: OrderMoney): NewEntry[] {
  // What is not the payment we asked for, and what comes for a cancelled order, pays nothing by itself.
  const isStrange = disagreement({ ourRef: attempt.id, amount: attempt.pay }, told) !== null;
  if (isStrange || order.isCancelled) return creditOf(attempt, told);
  const captures = captureOf(attempt, told, order);
  const part = captures.length > 0 ? partOf(attempt, attempt.bookedMinor, told.captured.minor) : null;
  const received = part ? add(order.received, part) : order.received;
  return [...captures, ...disputeOf(attempt, told, { ...order, received })];
}

const about = ({ companyId, orderId, id }: Attempt) => ({
  companyId,
  orderId,
  matchId: null,
  attemptId: id,
});
/** What was taken and is not booked yet. */
const takenOf = ({ bookedMinor }: Attempt, { captured }: Snapshot): Money =>
  subtract(captured, money(bookedMinor, captured.currency));

function creditOf(attempt: Attempt, told: Snapshot): NewEntry[] {
  const credit = takenOf(attempt, told);
  if (!isPositive(credit)) return [];
  const postings = receivedThrough('provider_clearing', { order: zero(credit.currency), credit });
  return [{ ...about(attempt), orderId: null, kind: 'payment_captured', postings }];
}

function captureOf(attempt: Attempt, told: Snapshot, { total, received }: OrderMoney): NewEntry[] {
  const taken = takenOf(attempt, told);
  if (!isPositive(taken)) return [];
  const part = partOf(attempt, attempt.bookedMinor, told.captured.minor);
  const postings = through(attempt, taken, splitPayment(part, stillDue(total, received)));
  return [{ ...about(attempt), kind: 'payment_captured', postings }];
}

/** The payer's bank took money back, or gave it again. */
function disputeOf(attempt: Attempt, told: Snapshot, { total, received, over }: OrderMoney): NewEntry[] {
  const { currency } = attempt.pay;
  const disputed = disputedMinor(told);
  const moved = subtract(money(disputed, currency), money(attempt.disputedMinor, currency));
  if (isPositive(moved)) {
    const { order, credit } = splitReversal(partOf(attempt, attempt.disputedMinor, disputed), over);
    const back = { order: opposite(order), credit: opposite(credit) };
    return [{ ...about(attempt), kind: 'dispute_opened', postings: through(attempt, opposite(moved), back) }];
  }
  if (isZero(moved)) return [];
  const part = partOf(attempt, disputed, attempt.disputedMinor);
  const postings = through(attempt, opposite(moved), splitPayment(part, stillDue(total, received)));
  return [{ ...about(attempt), kind: 'dispute_won', postings }];
}

/** What the payer's bank has taken back until now, in minor units of the payment. */
export const disputedMinor = ({ dispute }: Snapshot): number =>
  dispute === null || dispute.state === 'won' ? 0 : dispute.amount.minor;

/** What a stretch of the payment is in the order's currency: parts of a payment always sum to the whole. */
function partOf({ amount, pay }: Attempt, from: number, to: number): Money {
  const until = (minor: number): Money =>
    money(Number((BigInt(minor) * BigInt(amount.minor)) / BigInt(pay.minor)), amount.currency);
  return subtract(until(to), until(from));
}

const isPositive = (amount: Money): boolean => !isZero(amount) && !isNegative(amount);

const through = ({ pay, amount }: Attempt, moved: Money, split: Split): Posting[] =>
  pay.currency === amount.currency
    ? receivedThrough('provider_clearing', split)
    : receivedInOther(moved, split);

/** True where an order got more than it needed: a payment made twice. */
export const isPaidTwice = (entries: readonly NewEntry[]): boolean =>
  entries.some(
    ({ kind, orderId, postings }) =>
      kind === 'payment_captured' &&
      orderId !== null &&
      postings.some(({ account, amount }) => account === 'company_credit' && isNegative(amount)),
  );
