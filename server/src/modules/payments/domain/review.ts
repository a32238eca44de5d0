import { decide } from '@qafila/shared/kernel/lifecycle';
import { add, compare, type Money, subtract } from '@qafila/shared/kernel/money';
import { matchLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import { type Fit, fitOf, stillDue, wantsTwoPeople } from './matching';

/** A match as it stands, with everything that decides what confirming it would do. */
export interface ReviewedMatch {
  readonly id: string;
  readonly version: number;
  readonly state: (typeof matchLifecycle.states)[number];
  readonly firstPerson: string | null;
  readonly lineId: string;
  readonly lineVersion: number;
  readonly companyId: string;
  readonly orderId: string;
  readonly reference: string;
  readonly amount: Money;
  readonly total: Money;
  readonly received: Money;
  readonly isClosed: boolean;
}
export type PlannedMatch<M extends ReviewedMatch = ReviewedMatch> = M & {
  readonly stillDue: Money;
  readonly fit: Fit;
  readonly needsTwoPeople: boolean;
};

/**
 * What each match of a list would do, in the order of their ids: two payments for one order
 * do not both fill the same gap.
 */
export function planReview<M extends ReviewedMatch>(matches: readonly M[]): PlannedMatch<M>[] {
  const received = new Map<string, Money>();
  return matches
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((match) => {
      const before = received.get(match.orderId) ?? match.received;
      const order = { total: match.total, received: before, isClosed: match.isClosed };
      const fit = fitOf(match.amount, order);
      const isFirst = match.state === 'first_confirmed';
      const needsTwoPeople = isFirst || wantsTwoPeople(match.amount, fit);
      if (isFirst || !needsTwoPeople) received.set(match.orderId, add(before, match.amount));
      return { ...match, stillDue: stillDue(match.total, before), fit, needsTwoPeople };
    });
}

/** The list as one text: whatever is shown and would be booked. Its SHA-256 seals the review. */
export const canonicalReview = (plan: readonly PlannedMatch[]): string =>
  plan
    .map((match) =>
      [
        match.lineId,
        match.lineVersion,
        match.orderId,
        match.id,
        match.version,
        match.amount.minor,
        match.amount.currency,
        match.reference,
        match.stillDue.minor,
        match.fit,
      ].join('|'),
    )
    .join('\n');

export type ConfirmStep = 'confirm' | 'confirm_first' | 'confirm_second';
/** The step this person takes with a match, or the codes that forbid it. */
export function confirmStep(
  match: PlannedMatch,
  personId: string,
): { readonly step: ConfirmStep } | { readonly refused: readonly string[] } {
  const isFirst = match.state === 'first_confirmed';
  const step: ConfirmStep = isFirst ? 'confirm_second' : match.needsTwoPeople ? 'confirm_first' : 'confirm';
  const verdict = decide(
    matchLifecycle,
    { state: match.state, step },
    { needsTwoPeople: match.needsTwoPeople, isFirstPerson: match.firstPerson === personId },
  );
  return verdict.ok ? { step } : { refused: verdict.reasons };
}

export interface Split {
  /** What the order takes. */
  readonly order: Money;
  /** What stays as the company's credit. */
  readonly credit: Money;
}
/** How a payment is posted: the order takes what it still needs, the rest is the company's credit. */
export function splitPayment(amount: Money, due: Money): Split {
  const order = compare(amount, due) > 0 ? due : amount;
  return { order, credit: subtract(amount, order) };
}
