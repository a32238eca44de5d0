import type { MatchView } from './desk.contract';

/** Whatever else agrees, a person thinks about these. */
const NEVER_SURE = ['bank_returned', 'payer_third_party'] as const;

/** True for a match that leaves nothing to think about: its order was named, is open, and gets just what it needs. */
export const isSure = ({ class: found, reasons }: Pick<MatchView, 'class' | 'reasons'>): boolean =>
  (found === 'A' || found === 'D') &&
  reasons.includes('reference_exact') &&
  reasons.includes('amount_exact') &&
  !NEVER_SURE.some((reason) => reasons.includes(reason));
