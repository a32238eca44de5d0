import type { Place, Sealer } from '../../../platform/crypto/field-cipher';
import { reasonsNow } from '../domain/matching/payable';
import { type PlannedMatch, planReview } from '../domain/review';
import type { StoredLine } from './desk.repository';
import type { StoredMatch } from './match.repository';

/** Where the sealed parts of a line stand. */
export const linePlace = (
  column: 'payer_name_enc' | 'payer_iban_enc' | 'text_enc' | 'end_to_end_enc',
  lineId: string,
): Place => ({
  table: 'statement_lines',
  column,
  rowId: lineId,
});

/** Where the words of whoever made a match stand; sealed with the key of the store. */
export const matchPlace = (matchId: string): Place => ({
  table: 'matches',
  column: 'words_enc',
  rowId: matchId,
});

const isOpen = (match: StoredMatch): boolean =>
  match.state === 'proposed' || match.state === 'first_confirmed';

/** A match as a person sees it; what fits is said as of now while it is open. */
export function matchViewOf(match: PlannedMatch<StoredMatch>, sealer: Sealer, personId: string) {
  const { order, orderCode, deadline, fit } = match;
  return {
    id: match.id,
    version: match.version,
    state: match.state,
    kind: match.kind,
    class: match.class,
    order: order && {
      id: order.id,
      code: orderCode ?? '',
      reference: order.reference,
      total: order.total,
      stillDue: match.stillDue,
      deadline: deadline?.toISOString() ?? '',
    },
    refund: match.refund && { id: match.refund.id, code: match.refund.code },
    companyId: match.companyId,
    company: match.company,
    amount: match.amount,
    writtenOff: isOpen(match) ? match.writeOff : match.writtenOff,
    reasons: isOpen(match) && fit ? reasonsNow(match.reasons, fit) : [...match.reasons],
    words: match.wordsSealed && sealer.open(matchPlace(match.id), match.wordsSealed),
    needsTwoPeople: match.needsTwoPeople,
    firstPerson: match.firstPersonName,
    isMine: match.firstPerson === personId,
  };
}

/** A match on a list about to be confirmed, with its line. */
export function reviewedMatchOf(
  match: PlannedMatch<StoredMatch>,
  line: StoredLine,
  by: { readonly sealer: Sealer; readonly personId: string },
) {
  const { id, bookedOn, amount, isProven, maybeDouble, payerName, payerIbanTail, text } = factsOf(
    line,
    by.sealer,
  );
  return {
    ...matchViewOf(match, by.sealer, by.personId),
    line: { id, bookedOn, amount, isProven, maybeDouble, payerName, payerIbanTail, text },
  };
}

/** What the bank told of a line, personal parts opened. */
const factsOf = (line: StoredLine, sealer: Sealer) => ({
  id: line.id,
  version: line.version,
  state: line.state,
  bookedOn: line.bookedOn,
  amount: line.amount,
  left: line.left,
  isProven: line.isProven,
  maybeDouble: line.maybeDouble,
  payerName: sealer.open(linePlace('payer_name_enc', line.id), line.payerNameSealed),
  payerIbanTail: line.payerIbanTail,
  text: sealer.open(linePlace('text_enc', line.id), line.textSealed),
  ignoredReason: line.ignoredReason,
});

/** A line of the desk with its matches, personal parts opened. */
export function lineViewOf(
  line: StoredLine,
  matches: readonly StoredMatch[],
  by: { readonly sealer: Sealer; readonly personId: string },
) {
  const { sealer, personId } = by;
  return {
    ...factsOf(line, sealer),
    matches: planReview(matches).map((match) => matchViewOf(match, sealer, personId)),
  };
}
