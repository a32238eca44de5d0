import { isZero, type Money, subtract } from '@qafila/shared/kernel/money';
import type { StatementLineView } from '@qafila/shared/payments/payments.contract';
import type { Tone } from '../../ui/chip';

export type Line = StatementLineView;
export type Match = NonNullable<Line['match']>;

export const has = (match: Match, reason: Match['reasons'][number]): boolean =>
  match.reasons.includes(reason);

/** True when this person can put the match on a list to confirm. */
export const canConfirm = (match: Match | null): match is Match =>
  match !== null && (match.state === 'proposed' || (match.state === 'first_confirmed' && !match.isMine));

/** Reference and amount agree to the halala, and the order is open: nothing to think about. */
export const isExact = (match: Match): boolean =>
  has(match, 'reference_exact') && has(match, 'amount_exact') && !has(match, 'order_closed');

/** What is missing or too much between the payment and what the order still needs; `null` when they agree. */
export function gapOf(match: Match): { readonly kind: 'short' | 'over'; readonly by: Money } | null {
  if (has(match, 'amount_short')) return { kind: 'short', by: subtract(match.stillDue, match.amount) };
  const over = subtract(match.amount, match.stillDue);
  return has(match, 'amount_over') && !isZero(over) ? { kind: 'over', by: over } : null;
}

/** One chip of the match column: its tone, its word and the amount in it. */
export interface MatchChip {
  readonly word: string;
  readonly tone: Tone;
  readonly amount?: Money;
  readonly name?: string;
}

function verdictOf(match: Match): MatchChip {
  const gap = gapOf(match);
  if (has(match, 'order_closed')) return { word: 'closed', tone: 'bad' };
  if (gap) return { word: gap.kind, tone: 'warn', amount: gap.by };
  if (has(match, 'no_reference')) return { word: 'amountOnly', tone: 'warn' };
  if (isExact(match)) return { word: 'exact', tone: 'ok' };
  return { word: 'referenceOnly', tone: 'warn' };
}

/** The chips of a line, most telling first. */
export function chipsOf({ state, match }: Line): readonly MatchChip[] {
  if (state === 'ignored') return [{ word: 'ignored', tone: 'plain' }];
  if (state === 'reversed') return [{ word: 'reversed', tone: 'bad' }];
  if (state === 'allocated') return [{ word: 'confirmed', tone: 'ok' }];
  if (!match || match.state === 'withdrawn') return [{ word: 'none', tone: 'bad' }];
  const verdict = verdictOf(match);
  if (match.state === 'first_confirmed') {
    return [verdict, { word: 'first', tone: 'info', name: match.firstPerson ?? '' }];
  }
  return match.needsTwoPeople ? [verdict, { word: 'two', tone: 'plain' }] : [verdict];
}
