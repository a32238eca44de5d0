import { decide } from '@qafila/shared/kernel/lifecycle';
import { add, compare, isNegative, type Money, subtract, sum, zero } from '@qafila/shared/kernel/money';
import type { MATCH_CLASSES, MATCH_KINDS } from '@qafila/shared/payments/desk.contract';
import { matchLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import { WRITE_OFF_UP_TO } from '@qafila/shared/payments/payments.rules';
import { opposite } from './ledger-entry';
import { type Fit, fitOf, isLargeAmount, stillDue } from './matching/payable';

/** A match as it stands, with everything that decides what confirming it would do. */
export interface ReviewedMatch {
  readonly id: string;
  readonly version: number;
  readonly state: (typeof matchLifecycle.states)[number];
  readonly kind: (typeof MATCH_KINDS)[number];
  readonly class: (typeof MATCH_CLASSES)[number] | null;
  readonly firstPerson: string | null;
  /** What the first person agreed to be booked, as `bookingOf` tells it. */
  readonly firstPlan: string | null;
  readonly line: {
    readonly id: string;
    readonly version: number;
    readonly amount: Money;
    readonly isProven: boolean;
  };
  readonly companyId: string;
  /** `null` where only the company's credit is concerned. */
  readonly order: {
    readonly id: string;
    readonly reference: string;
    readonly total: Money;
    readonly received: Money;
    /** Of what was received, what was sent back while the order waits for money. */
    readonly dueAgain: Money;
    readonly over: Money;
    /** Of what was received, what nobody paid. */
    readonly writtenOff: Money;
    readonly refunded: Money;
    readonly isClosed: boolean;
    /** It was paid: what goes back of it makes it cheaper, and is not due again. */
    readonly isPaid: boolean;
    /** It needs nothing any more: whatever comes for it is the company's credit. */
    readonly isCancelled: boolean;
  } | null;
  /** The refund that left with the line, or came back with it; two people approved it. */
  readonly refund: { readonly id: string; readonly code: string; readonly source: 'order' | 'credit' } | null;
  /** The bank is known to have taken its money back. */
  readonly isReturned: boolean;
  readonly amount: Money;
  /** Asked to be written off; taken only as far as the order still needs it. */
  readonly writtenOff: Money;
  readonly reversesId: string | null;
}
export type PlannedMatch<M extends ReviewedMatch = ReviewedMatch> = M & {
  /** What the order needed before; zero without an order. */
  readonly stillDue: Money;
  /** Of what the order received before, the excess. */
  readonly overBefore: Money;
  /** What somebody really paid of it, the excess included. */
  readonly paidBefore: Money;
  /** What is written off with it. */
  readonly writeOff: Money;
  /** `null` where no order is paid. */
  readonly fit: Fit | null;
  readonly needsTwoPeople: boolean;
};

interface Sums {
  readonly received: Money;
  readonly dueAgain: Money;
  readonly over: Money;
  readonly writtenOff: Money;
  readonly refunded: Money;
  readonly isPaid: boolean;
}
const positive = (amount: Money): Money => (isNegative(amount) ? zero(amount.currency) : amount);
const least = (a: Money, b: Money): Money => (compare(a, b) < 0 ? a : b);

/**
 * What each match of a list would do, in the order of their ids: two payments for one order do not both fill the same
 * gap, two that are taken back do not both take the same excess, and a payment after a refund fills the gap that it
 * leaves. What is booked already changes nothing more.
 */
export function planReview<M extends ReviewedMatch>(matches: readonly M[]): PlannedMatch<M>[] {
  const sums = new Map<string, Sums>();
  return matches
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((match) => {
      const before = (match.order && sums.get(match.order.id)) ?? sumsOf(match);
      const planned = planOne(match, before);
      const isBooked =
        match.state === 'first_confirmed' || (match.state === 'proposed' && !planned.needsTwoPeople);
      if (match.order && isBooked) sums.set(match.order.id, sumsAfter(planned, before));
      return planned;
    });
}

function sumsOf({ order, amount }: ReviewedMatch): Sums {
  const none = zero(amount.currency);
  return (
    order ?? { received: none, dueAgain: none, over: none, writtenOff: none, refunded: none, isPaid: false }
  );
}

function planOne<M extends ReviewedMatch>(match: M, before: Sums): PlannedMatch<M> {
  const { order, amount } = match;
  const none = zero(amount.currency);
  const received = order ? subtract(subtract(before.received, before.over), before.dueAgain) : none;
  const due = order && !order.isCancelled ? stillDue(order.total, received) : none;
  // For a match that takes one back it is what was written off then, as far as it still is.
  const missing = match.reversesId === null ? positive(subtract(due, amount)) : before.writtenOff;
  const writeOff = least(match.writtenOff, missing);
  const fit = match.kind === 'order' && order ? fitOf(add(amount, writeOff), { ...order, received }) : null;
  const needsTwoPeople = match.state === 'first_confirmed' || wantsTwoPeople(match, { fit, writeOff });
  const paidBefore = subtract(before.received, before.writtenOff);
  return { ...match, stillDue: due, paidBefore, overBefore: before.over, writeOff, fit, needsTwoPeople };
}

/** Two people for whatever is large, not exactly what an open order needs, made by hand, not proven, or takes money back or out. */
function wantsTwoPeople(
  match: ReviewedMatch,
  { fit, writeOff }: { readonly fit: Fit | null; readonly writeOff: Money },
): boolean {
  const { line } = match;
  // A refund has had its two people: named by the bank to the letter, one books that it left.
  if (match.refund !== null) return match.class !== 'A' || !line.isProven;
  const mayWriteOff = writeOff.currency === 'SAR' && writeOff.minor <= WRITE_OFF_UP_TO.value.minor;
  return (
    fit !== 'exact' ||
    match.isReturned ||
    match.class === null ||
    !line.isProven ||
    !mayWriteOff ||
    isLargeAmount(line.amount)
  );
}

/** A part that goes back of a paid order makes it cheaper; with the last of it the order waits for all of it again. */
function sumsAfterRefund(match: PlannedMatch, before: Sums): Sums {
  const refunded = add(before.refunded, match.kind === 'refund' ? match.amount : opposite(match.amount));
  const paid = subtract(subtract(before.received, before.over), before.writtenOff);
  const isPaid = before.isPaid && compare(refunded, paid) < 0;
  return { ...before, refunded, isPaid, dueAgain: isPaid ? before.dueAgain : refunded };
}

function sumsAfter(match: PlannedMatch, before: Sums): Sums {
  if (match.refund !== null) return match.order ? sumsAfterRefund(match, before) : before;
  if (match.reversesId !== null) {
    return {
      ...before,
      received: subtract(before.received, add(match.amount, match.writeOff)),
      over: subtract(before.over, least(before.over, match.amount)),
      writtenOff: subtract(before.writtenOff, match.writeOff),
    };
  }
  return {
    ...before,
    received: add(before.received, add(match.amount, match.writeOff)),
    over: add(before.over, positive(subtract(match.amount, match.stillDue))),
    writtenOff: add(before.writtenOff, match.writeOff),
  };
}

/** What the list moves: money that comes counts, money that goes or is taken back counts against it. */
export function totalOf(plan: readonly PlannedMatch[]): Money {
  const currency = plan[0]?.amount.currency ?? 'SAR';
  const isIn = ({ kind }: PlannedMatch): boolean =>
    kind === 'order' || kind === 'credit' || kind === 'refund_back';
  const total = (matches: readonly PlannedMatch[]): Money =>
    sum(
      matches.map(({ amount }) => amount),
      currency,
    );
  return subtract(total(plan.filter(isIn)), total(plan.filter((match) => !isIn(match))));
}

/** The list as one text: whatever is shown and would be booked. Its SHA-256 seals the review. */
export const canonicalReview = (plan: readonly PlannedMatch[]): string =>
  plan
    .map((match) =>
      [
        match.line.id,
        match.line.version,
        match.line.amount.minor,
        match.line.isProven,
        match.companyId,
        match.order?.id ?? '',
        match.id,
        match.version,
        match.kind,
        match.class ?? '',
        match.reversesId ?? '',
        match.refund?.code ?? '',
        match.amount.minor,
        match.amount.currency,
        match.writeOff.minor,
        match.order?.reference ?? '',
        match.stillDue.minor,
        match.overBefore.minor,
        match.fit ?? '',
        match.needsTwoPeople,
      ].join('|'),
    )
    .join('\n');

export type ConfirmStep = 'confirm' | 'confirm_first' | 'confirm_second';
/**
 * The step this person takes with a match that would make this booking, or the codes that forbid it. A second person
 * who would book something else than the first one agreed to is the first one for it.
 */
export function confirmStep(
  match: PlannedMatch,
  personId: string,
  booking: string,
): { readonly step: ConfirmStep } | { readonly refused: readonly string[] } {
  const isFirst = match.state === 'first_confirmed' && match.firstPlan === booking;
  const step: ConfirmStep = isFirst ? 'confirm_second' : match.needsTwoPeople ? 'confirm_first' : 'confirm';
  const verdict = decide(
    matchLifecycle,
    { state: match.state, step },
    { needsTwoPeople: match.needsTwoPeople, isFirstPerson: match.firstPerson === personId },
  );
  return verdict.ok ? { step } : { refused: verdict.reasons };
}
