import { isNegative, isZero } from '@qafila/shared/kernel/money';
import { byNearReference, byReference } from './by-reference';
import { byScore } from './by-score';
import type { MatchingFacts, NewLine, Proposal } from './facts';
import { bestLikeness } from './names';
import type { MatchReason } from './payable';
import { refundBack, refundOf } from './refunds';
import { isTakenBack, returnOf } from './returns';

/** Below this likeness a payer's name is somebody else's. */
const OTHER_BELOW = 50;

/** What is proposed for a new line, surest way first; nothing where a person must look for himself. */
export function proposalsFor(line: NewLine, facts: MatchingFacts): readonly Proposal[] {
  if (isZero(line.amount)) return [];
  if (isNegative(line.amount)) return refundOf(line, facts) ?? returnOf(line, facts);
  const back = refundBack(line, facts);
  // The bank gives back what we sent: no trader pays with it.
  if (back || line.isReversal) return back ?? [];
  const found = byReference(line, facts) ?? byNearReference(line, facts) ?? byScore(line, facts);
  return found.map((proposal) => ({
    ...proposal,
    reasons: [...proposal.reasons, ...lineReasons(line, proposal.companyId, facts)],
  }));
}

/** What is to be thought of besides the order: whether the bank took the money back since, and who paid. */
export const lineReasons = (line: NewLine, companyId: string, facts: MatchingFacts): MatchReason[] => [
  ...(isTakenBack(line, facts) ? (['bank_returned'] as const) : []),
  ...payerReasons(line, companyId, facts),
];

/** Whether the payer is the company as far as it is known, and whether somebody else pays for it. */
function payerReasons(line: NewLine, companyId: string, facts: MatchingFacts): MatchReason[] {
  const known = facts.payers.get(line.payerIbanHash ?? '');
  if (known?.has(companyId)) return ['payer_known'];
  const likeness = bestLikeness(line.payerName, facts.companies.get(companyId)?.names ?? []);
  const isOther = known !== undefined || (likeness !== null && likeness < OTHER_BELOW);
  return isOther ? ['payer_new', 'payer_third_party'] : ['payer_new'];
}
