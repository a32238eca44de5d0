import { isNegative, isZero, type Money, money, subtract, zero } from '@qafila/shared/kernel/money';
import { disagreement, type Snapshot } from '../gateways/snapshot';
import {
  type NewEntry,
  notNegative,
  opposite,
  type Posting,
  receivedInOther,
  receivedThrough,
  type Split,
  splitPayment,
  splitReversal,
} from '../ledger-entry';
import type { Attempt } from './attempt';

/** What the ledger has for an order now, and whether it may still be paid. */
export interface OrderMoney {
  /** What it still takes; of a cancelled one, what was taken back of it beyond what it held. */
  readonly due: Money;
  /** The excess that became credit and is still there. */
  readonly over: Money;
  /** What of the company's credit, in the order's currency, is there and held by nobody. */
  readonly free: Money;
  readonly isCancelled: boolean;
  /** True when what was taken was booked for the order; else it was credit at once. */
  readonly isOnOrder: boolean;
}

/** The entries that bring the ledger to what a snapshot tells; none when it is there. */
export function entriesFor(attempt: Attempt, told: Snapshot, order: OrderMoney): NewEntry[] {
  // What is not the payment we asked for, and what comes for a cancelled order, pays nothing by itself.
  const isStrange = disagreement({ ourRef: attempt.id, amount: attempt.pay }, told) !== null;
  const isCredit = isStrange || order.isCancelled;
  const captures = isCredit ? creditOf(attempt, told) : captureOf(attempt, told, order);
  const isOnOrder = order.isOnOrder || captures.some(({ orderId }) => orderId !== null);
  if (!isOnOrder) return [...captures, ...creditDisputeOf(attempt, told, order)];
  const part =
    captures.length > 0 && !isCredit ? partOf(attempt, attempt.bookedMinor, told.captured.minor) : null;
  const due = part ? notNegative(subtract(order.due, part)) : order.due;
  return [...captures, ...disputeOf(attempt, told, { ...order, due })];
}

const about = ({ companyId, orderId, id }: Attempt) => ({ companyId, orderId, matchId: null, attemptId: id });
/** What was taken and is not booked yet. */
const takenOf = ({ bookedMinor }: Attempt, { captured }: Snapshot): Money =>
  subtract(captured, money(bookedMinor, captured.currency));

function creditOf(attempt: Attempt, told: Snapshot): NewEntry[] {
  const credit = takenOf(attempt, told);
  if (!isPositive(credit)) return [];
  const postings = receivedThrough('provider_clearing', { order: zero(credit.currency), credit });
  return [{ ...about(attempt), orderId: null, kind: 'payment_captured', postings }];
}

function captureOf(attempt: Attempt, told: Snapshot, { due }: OrderMoney): NewEntry[] {
  const taken = takenOf(attempt, told);
  if (!isPositive(taken)) return [];
  const part = partOf(attempt, attempt.bookedMinor, told.captured.minor);
  const postings = through(attempt, taken, splitPayment(part, due));
  return [{ ...about(attempt), kind: 'payment_captured', postings }];
}

/** The payer's bank took money back, or gave it again. */
function disputeOf(attempt: Attempt, told: Snapshot, { due, over }: OrderMoney): NewEntry[] {
  const { currency } = attempt.pay;
  const disputed = disputedMinor(told);
  const moved = subtract(money(disputed, currency), money(attempt.disputedMinor, currency));
  if (isPositive(moved)) {
    const back = turned(splitReversal(partOf(attempt, attempt.disputedMinor, disputed), over));
    return [{ ...about(attempt), kind: 'dispute_opened', postings: through(attempt, opposite(moved), back) }];
  }
  if (isZero(moved)) return [];
  const part = partOf(attempt, disputed, attempt.disputedMinor);
  const postings = through(attempt, opposite(moved), splitPayment(part, due));
  return [{ ...about(attempt), kind: 'dispute_won', postings }];
}

/** The same of a payment that was credit at once: the credit goes back, and what is gone of it stands with the order. */
function creditDisputeOf(attempt: Attempt, told: Snapshot, given: OrderMoney): NewEntry[] {
  const { currency } = told.captured;
  const moved = subtract(money(disputedMinor(told), currency), money(attempt.disputedMinor, currency));
  if (isZero(moved)) return [];
  // An order's account is in one currency; credit in another one stands alone.
  const isOfOrder = currency === attempt.amount.currency;
  const due = isOfOrder && given.isCancelled ? given.due : zero(currency);
  const { order, credit } = isPositive(moved)
    ? turned(splitReversal(moved, isOfOrder ? given.free : moved))
    : splitPayment(opposite(moved), due);
  const kind = isPositive(moved) ? 'dispute_opened' : 'dispute_won';
  const none = zero(currency);
  const entries: NewEntry[] = [
    {
      ...about(attempt),
      orderId: null,
      kind,
      postings: receivedThrough('provider_clearing', { order: none, credit }),
    },
    { ...about(attempt), kind, postings: receivedThrough('provider_clearing', { order, credit: none }) },
  ];
  return entries.filter(({ postings }) => postings.length > 0);
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

const turned = ({ order, credit }: Split): Split => ({ order: opposite(order), credit: opposite(credit) });
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
