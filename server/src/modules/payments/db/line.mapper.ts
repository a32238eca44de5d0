import type { Place, Sealer } from '../../../platform/crypto/field-cipher';
import type { MatchReason } from '../domain/matching';
import { reasonsNow } from '../domain/matching';
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

const isOpen = (match: StoredMatch): boolean =>
  match.state === 'proposed' || match.state === 'first_confirmed';

/** A match as a person sees it; what fits is said as of now while it is open. */
export function matchViewOf(match: PlannedMatch<StoredMatch>, personId: string) {
  const reasons: MatchReason[] = isOpen(match) ? reasonsNow(match.reasons, match.fit) : [...match.reasons];
  return {
    id: match.id,
    version: match.version,
    state: match.state,
    orderId: match.orderId,
    orderCode: match.orderCode,
    company: match.company,
    amount: match.amount,
    orderTotal: match.total,
    stillDue: match.stillDue,
    reference: match.reference,
    reasons,
    needsTwoPeople: match.needsTwoPeople,
    firstPerson: match.firstPersonName,
    isMine: match.firstPerson === personId,
    deadline: match.deadline.toISOString(),
  };
}

/** A line of the desk, its personal parts opened. */
export function lineViewOf(line: StoredLine, sealer: Sealer, personId: string) {
  const [match] = line.match ? planReview([line.match]) : [];
  return {
    id: line.id,
    state: line.state,
    bookedOn: line.bookedOn,
    amount: line.amount,
    payerName: sealer.open(linePlace('payer_name_enc', line.id), line.payerNameSealed),
    payerIbanTail: line.payerIbanTail,
    text: sealer.open(linePlace('text_enc', line.id), line.textSealed),
    ignoredReason: line.ignoredReason,
    match: match ? matchViewOf(match, personId) : null,
  };
}
