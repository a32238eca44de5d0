import type { MatchView } from './desk.contract';

/** True for a match that leaves nothing to think about: its order was named, is open, and gets just what it needs. */
export const isSure = ({ class: found, reasons }: Pick<MatchView, 'class' | 'reasons'>): boolean =>
  (found === 'A' || found === 'D') && reasons.includes('reference_exact') && reasons.includes('amount_exact');
