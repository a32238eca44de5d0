import type { Currency } from '@qafila/shared/kernel/currency';
import { compare, isNegative, isZero, type Money, subtract, sum, zero } from '@qafila/shared/kernel/money';
import type { Proposal } from './matching/facts';

/** A match as a part of a line would make it. */
export type PartMatch = Pick<
  Proposal,
  'kind' | 'companyId' | 'orderId' | 'reference' | 'amount' | 'writtenOff' | 'reversesId' | 'refundId'
>;
export interface LinePartFacts {
  readonly match: PartMatch;
  /** What its order needs beyond the amount; zero without an order. */
  readonly missing: Money;
  /** Of its order; `null` without one. */
  readonly orderCurrency: Currency | null;
  /** Of the payment that is taken back, or of the refund; `null` where none is. */
  readonly payment: Money | null;
}
export type PartRefusal =
  /** It cannot be for that: another side or currency, another amount than the payment taken back, twice the same. */
  | { readonly code: 'invalid'; readonly part: number }
  | { readonly code: 'LINE_HAS_NO_ROOM'; readonly left: Money }
  | { readonly code: 'WRITE_OFF_DOES_NOT_FIT'; readonly missing: Money };

/** The first thing that stands against these parts of a line; `held` are matches of it that stay. */
export function refusalOf(
  line: { readonly amount: Money; readonly held: readonly PartMatch[] },
  parts: readonly LinePartFacts[],
): PartRefusal | null {
  const wrong = parts.findIndex((part, at) => {
    const before = [...line.held, ...parts.slice(0, at).map(({ match }) => match)];
    return !isOnSide(line.amount, part) || before.some((other) => isSame(other, part.match));
  });
  if (wrong >= 0) return { code: 'invalid', part: wrong };
  const left = subtract(sizeOf(line.amount), takenBy(line.held, line.amount));
  if (
    compare(
      takenBy(
        parts.map(({ match }) => match),
        line.amount,
      ),
      left,
    ) > 0
  )
    return { code: 'LINE_HAS_NO_ROOM', left };
  const unfit = parts.find(
    ({ match, missing }) => !isZero(match.writtenOff) && compare(match.writtenOff, missing) !== 0,
  );
  return unfit ? { code: 'WRITE_OFF_DOES_NOT_FIT', missing: unfit.missing } : null;
}

const sizeOf = (amount: Money): Money =>
  isNegative(amount) ? subtract(zero(amount.currency), amount) : amount;
const takenBy = (matches: readonly PartMatch[], { currency }: Money): Money =>
  sum(
    matches.map(({ amount }) => amount),
    currency,
  );

/** Money that came pays orders, becomes credit or is a refund that came back; money that went takes a payment back, pays credit out or is a refund. */
function isOnSide(line: Money, { match, orderCurrency, payment }: LinePartFacts): boolean {
  if (match.amount.currency !== line.currency) return false;
  if (orderCurrency !== null && orderCurrency !== line.currency) return false;
  const isWhole = payment !== null && compare(payment, match.amount) === 0;
  if (!isNegative(line))
    return match.kind === 'order' || match.kind === 'credit' || (match.kind === 'refund_back' && isWhole);
  return match.kind === 'payout' || isWhole;
}

const isSame = (a: PartMatch, b: PartMatch): boolean =>
  a.kind === b.kind &&
  a.companyId === b.companyId &&
  a.orderId === b.orderId &&
  a.reversesId === b.reversesId &&
  a.refundId === b.refundId;

/** True when a proposal says already what a part asks, but for the difference written off. */
export const says = (proposal: PartMatch, part: PartMatch): boolean =>
  isSame(proposal, part) && compare(proposal.amount, part.amount) === 0;
