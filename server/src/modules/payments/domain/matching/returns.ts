import { compare, isNegative } from '@qafila/shared/kernel/money';
import { foldWords } from '@qafila/shared/shipping/fold';
import { opposite } from '../ledger-entry';
import type { BookedPayment, MatchingFacts, NewLine, Proposal } from './facts';
import type { MatchReason } from './payable';

/** What banks write where they take a payment back, folded. */
const RETURN_WORDS = new Set([
  ...[
    'return',
    'returned',
    'returning',
    'reversal',
    'reversed',
    'reject',
    'rejected',
    'recall',
    'retour',
    'retur',
  ],
  ...['مرتجع', 'مرتجعه', 'ارجاع', 'مرتده', 'مرتد', 'معكوس', 'معكوسه', 'عكس'],
]);
export const saysReturn = (text: string): boolean => foldWords(text).some((word) => RETURN_WORDS.has(word));

/** True for money out that the bank, or its text, calls the way back of a payment. */
export const isReturn = (line: NewLine): boolean =>
  isNegative(line.amount) && (line.isReversal || saysReturn(line.text));

/** Signs that a line is the way back of a payment, the surest first. */
const SIGNS: readonly (readonly [MatchReason, keyof BookedPayment & keyof NewLine])[] = [
  ['bank_reference_same', 'bankReference'],
  ['end_to_end_same', 'endToEnd'],
  ['payer_known', 'payerIbanHash'],
];

/** True for a credit whose way back is known and was not matched yet: the bank has that money no more. */
export const isTakenBack = (line: NewLine, { returns }: MatchingFacts): boolean =>
  returns.some((back) => takesBack(back, line));

export const takesBack = (back: NewLine, line: NewLine): boolean =>
  back.amount.currency === line.amount.currency &&
  compare(back.amount, opposite(line.amount)) === 0 &&
  SIGNS.some(([, field]) => line[field] !== null && back[field] === line[field]);

/**
 * The booked payment that a line takes back: of the same amount, and the only one with the surest sign that any has.
 * Every match of that payment is taken back with it.
 */
export function returnOf(line: NewLine, facts: MatchingFacts): readonly Proposal[] {
  if (!isReturn(line)) return [];
  const amount = opposite(line.amount);
  const payments = facts.booked.filter(
    ({ lineAmount }) => lineAmount.currency === amount.currency && compare(lineAmount, amount) === 0,
  );
  for (const [reason, field] of SIGNS) {
    const same = payments.filter((payment) => line[field] !== null && payment[field] === line[field]);
    const lines = new Set(same.map(({ lineId }) => lineId));
    if (lines.size === 1) return same.map((payment) => takenBack(line, payment, reason));
    if (lines.size > 1) return [];
  }
  return [];
}

const takenBack = (line: NewLine, payment: BookedPayment, reason: MatchReason): Proposal => ({
  lineId: line.id,
  kind: 'return',
  class: 'F',
  companyId: payment.companyId,
  orderId: payment.orderId,
  reference: payment.reference,
  amount: payment.amount,
  writtenOff: payment.writtenOff,
  reversesId: payment.matchId,
  reasons: ['bank_returned', reason],
});
