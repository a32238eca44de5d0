import { add, compare, isZero, type Money, subtract } from '@qafila/shared/kernel/money';
import {
  creditPaidOut,
  type NewEntry,
  opposite,
  receivedThrough,
  refundFailed,
  refundSent,
  type SentBack,
  splitPayment,
  splitReversal,
  takenBackThrough,
  writtenOff,
} from './ledger-entry';
import type { PlannedMatch } from './review';

/** The entries of the ledger that confirming a match makes. */
export function entriesOf(match: PlannedMatch): NewEntry[] {
  const about = { companyId: match.companyId, orderId: match.order?.id ?? null, matchId: match.id };
  if (match.refund !== null) {
    const sent = sentBackOf(match, match.refund);
    return [match.kind === 'refund' ? refundSent(sent) : refundFailed(sent)];
  }
  if (match.kind === 'payout')
    return [{ ...about, kind: 'credit_paid_out', postings: creditPaidOut(match.amount) }];
  if (match.kind === 'order' || match.kind === 'credit') {
    const split = splitPayment(match.amount, match.stillDue);
    return [
      { ...about, kind: 'transfer_received', postings: receivedThrough('bank_clearing', split) },
      ...differenceOf(match, about),
    ];
  }
  const split = splitReversal(match.amount, match.order ? match.overBefore : match.amount);
  return [
    { ...about, kind: 'transfer_reversed', postings: takenBackThrough('bank_clearing', split) },
    ...differenceOf(match, about),
  ];
}

const sentBackOf = (
  { companyId, order, id, amount }: PlannedMatch,
  refund: NonNullable<PlannedMatch['refund']>,
): SentBack => ({
  refundId: refund.id,
  companyId,
  source: refund.source,
  orderId: order?.id ?? null,
  matchId: id,
  attemptId: null,
  to: 'bank_clearing',
  amount,
  pay: amount,
});

/** What confirming a match would book, as one text to compare. */
export const bookingOf = (match: PlannedMatch): string =>
  entriesOf(match)
    .map(({ kind, postings }) =>
      [kind, ...postings.map(({ account, amount }) => `${account} ${amount.minor}`)].join(', '),
    )
    .join('; ');

type About = Pick<NewEntry, 'companyId' | 'orderId' | 'matchId'>;
function differenceOf({ writeOff, reversesId }: PlannedMatch, about: About): NewEntry[] {
  if (isZero(writeOff)) return [];
  return reversesId === null
    ? [{ ...about, kind: 'write_off', postings: writtenOff(writeOff) }]
    : [{ ...about, kind: 'write_off_reversed', postings: writtenOff(opposite(writeOff)) }];
}

/** What a list of entries takes from the credit of each company; only what is taken, never what is added. */
export function creditTaken(entries: readonly NewEntry[]): ReadonlyMap<string, Money> {
  const taken = new Map<string, Money>();
  for (const { companyId, postings } of entries) {
    for (const { account, amount } of postings) {
      if (account !== 'company_credit') continue;
      const before = taken.get(companyId);
      taken.set(companyId, before ? add(before, amount) : amount);
    }
  }
  return taken;
}

/** True when an order from which money is taken back was sent back more than it keeps. */
export function isOverdrawn(match: PlannedMatch): boolean {
  if (match.reversesId === null || !match.order) return false;
  const { order } = splitReversal(match.amount, match.overBefore);
  const kept = subtract(subtract(match.paidBefore, match.overBefore), order);
  return compare(kept, match.order.refunded) < 0;
}
