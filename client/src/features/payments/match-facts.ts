import { add, isNegative, isZero, type Money, subtract } from '@qafila/shared/kernel/money';
import type { MatchView, ReviewedMatchView, StatementLineView } from '@qafila/shared/payments/desk.contract';
import { isSure } from '@qafila/shared/payments/matching.rules';
import { WRITE_OFF_UP_TO } from '@qafila/shared/payments/payments.rules';
import type { Tone } from '../../ui/chip';

export type Line = StatementLineView;
export type Match = MatchView;

export const has = (match: Match, reason: Match['reasons'][number]): boolean =>
  match.reasons.includes(reason);

/** True for a match that is not booked yet. */
export const isOpen = ({ state }: Match): boolean => state === 'proposed' || state === 'first_confirmed';

/** The matches of a line that this person can put on a list to confirm. */
export const confirmable = ({ matches }: Line): readonly Match[] =>
  matches.filter(({ state, isMine }) => state === 'proposed' || (state === 'first_confirmed' && !isMine));

export const canConfirm = (line: Line): boolean => confirmable(line).length > 0;

/** References and amounts agree to the halala, the orders are open and take the whole line: nothing to think about. */
export const isExact = (line: Line): boolean =>
  isZero(line.left) && line.isProven && !line.maybeDouble && line.matches.filter(isOpen).every(isSure);

/** What is missing or too much between what a match pays and what its order still needs; `null` when they agree. */
export function gapOf(match: Match): { readonly kind: 'short' | 'over'; readonly by: Money } | null {
  if (match.kind !== 'order' || !match.order) return null;
  const gap = subtract(match.order.stillDue, add(match.amount, match.writtenOff));
  if (isZero(gap) || !isOpen(match)) return null;
  return isNegative(gap)
    ? { kind: 'over', by: subtract(match.amount, match.order.stillDue) }
    : { kind: 'short', by: gap };
}

/** What one click may write off: the whole gap of the only match of a line, never by itself. */
export function writeOffOf(line: Line): { readonly match: Match; readonly by: Money } | null {
  const [match, another] = line.matches;
  if (!match || another || match.state !== 'proposed') return null;
  const gap = gapOf(match);
  return gap?.kind === 'short' && gap.by.currency === 'SAR' ? { match, by: gap.by } : null;
}

/** True up to what one person writes off. */
export const isSmallWriteOff = (by: Money): boolean =>
  by.currency === 'SAR' && by.minor <= WRITE_OFF_UP_TO.value.minor;

export interface MatchChip {
  readonly word: string;
  readonly tone: Tone;
  readonly amount?: Money;
  readonly name?: string;
  readonly count?: number;
}

function verdictOf(match: Match): MatchChip {
  const gap = gapOf(match);
  if (match.kind === 'refund') return { word: 'refund', tone: match.class === 'A' ? 'ok' : 'warn' };
  if (match.kind !== 'order') return { word: match.kind, tone: match.kind === 'credit' ? 'info' : 'warn' };
  if (has(match, 'order_closed')) return { word: 'closed', tone: 'bad' };
  if (gap) return { word: gap.kind, tone: 'warn', amount: gap.by };
  if (match.class === null) return { word: 'byHand', tone: 'info' };
  if (has(match, 'reference_near')) return { word: 'near', tone: 'warn' };
  if (has(match, 'no_reference')) return { word: 'amountOnly', tone: 'warn' };
  return { word: 'exact', tone: 'ok' };
}

function verdictsOf(line: Line): readonly MatchChip[] {
  const [match, another] = line.matches.filter(isOpen);
  if (!match) return [];
  if (!another) return [verdictOf(match)];
  const count = line.matches.filter(isOpen).length;
  const word = isExact(line) ? 'severalExact' : 'several';
  return [{ word, tone: word === 'several' ? 'warn' : 'info', count }];
}

const STATE_CHIPS: Readonly<Partial<Record<Line['state'], MatchChip>>> = {
  ignored: { word: 'ignored', tone: 'plain' },
  reversed: { word: 'reversed', tone: 'bad' },
  allocated: { word: 'confirmed', tone: 'ok' },
};

const NONE: MatchChip = { word: 'none', tone: 'bad' };

/** What stands against taking these matches of a line for certain, who confirmed first, and who is missing. */
function cautionsOf(
  open: readonly Match[],
  line: Pick<Line, 'isProven' | 'maybeDouble'>,
): readonly MatchChip[] {
  const first = open.find(({ state }) => state === 'first_confirmed');
  const needsTwo = open.some(({ needsTwoPeople, state }) => needsTwoPeople && state === 'proposed');
  return [
    ...(open.some((match) => match.kind !== 'return' && has(match, 'bank_returned'))
      ? [{ word: 'bankReturned', tone: 'bad' as const }]
      : []),
    ...(open.some((match) => has(match, 'payer_third_party'))
      ? [{ word: 'thirdParty', tone: 'warn' as const }]
      : []),
    ...(first ? [{ word: 'first', tone: 'info' as const, name: first.firstPerson ?? '' }] : []),
    ...(needsTwo ? [{ word: 'two', tone: 'plain' as const }] : []),
    ...(line.isProven ? [] : [{ word: 'unproven', tone: 'warn' as const }]),
    ...(line.maybeDouble ? [{ word: 'maybeDouble', tone: 'warn' as const }] : []),
  ];
}

/** The chips of one match on a list about to be confirmed. */
export const reviewChipsOf = (match: ReviewedMatchView): readonly MatchChip[] => [
  verdictOf(match),
  ...(match.writtenOff.minor > 0
    ? [{ word: 'writtenOff', tone: 'info' as const, amount: match.writtenOff }]
    : []),
  ...cautionsOf([match], match.line),
];

/** The chips of a line, most telling first. */
export function chipsOf(line: Line): readonly MatchChip[] {
  const open = line.matches.filter(isOpen);
  const isPartly = line.state === 'proposed' && !isZero(line.left);
  const state = STATE_CHIPS[line.state];
  return [
    ...(state ? [state] : []),
    ...verdictsOf(line),
    ...(line.state === 'imported' && open.length === 0 ? [NONE] : []),
    ...(isPartly ? [{ word: 'left', tone: 'warn' as const, amount: line.left }] : []),
    ...cautionsOf(open, line),
  ];
}

/** True for a line of which something can still be said by hand. */
export const canSplit = ({ state }: Line): boolean => state === 'imported' || state === 'proposed';
