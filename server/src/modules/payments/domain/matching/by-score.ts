import { compare, isZero } from '@qafila/shared/kernel/money';
import { orderProposal } from './by-reference';
import type { MatchingFacts, NewLine, Proposal } from './facts';
import { bestLikeness } from './names';
import { dueOf, type MatchReason, type PayableOrder } from './payable';

/** What each sign is worth; they are added. */
const WEIGHTS = {
  payer_known: 50,
  amount_unique: 25,
  receipt_agrees: 20,
  payer_name_alike: 15,
  date_fits: 5,
} as const satisfies Partial<Record<MatchReason, number>>;
type Sign = keyof typeof WEIGHTS;
/** From this score an order is proposed, */
const PROPOSED_FROM = 70;
/** when it leads the next one by as much. */
const LEAD = 15;
/** From this likeness two names are the same. */
const ALIKE_FROM = 90;
/** Days a transfer may be under way, before and after the time an order waited. */
const DATE_WINDOW_DAYS = 5;

const DAY_MS = 86_400_000;
const shifted = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

function signsOf(line: NewLine, order: PayableOrder, facts: MatchingFacts): Sign[] {
  const due = dueOf(order);
  const isExact = compare(line.amount, due) === 0;
  const likeness = bestLikeness(line.payerName, facts.companies.get(order.companyId)?.names ?? []);
  const isInTime =
    line.bookedOn >= order.openFrom && line.bookedOn <= shifted(order.openUntil, DATE_WINDOW_DAYS);
  return [
    ...(isOnlyPayer(line, order, facts) ? (['payer_known'] as const) : []),
    ...(isExact && facts.needing.get(due.minor) === 1 ? (['amount_unique'] as const) : []),
    ...(hasReceipt(line, order, facts) ? (['receipt_agrees'] as const) : []),
    ...((likeness ?? 0) >= ALIKE_FROM ? (['payer_name_alike'] as const) : []),
    ...(isInTime ? (['date_fits'] as const) : []),
  ];
}

/** True when the trader showed a receipt of this amount, of about this day. */
function hasReceipt(line: NewLine, order: PayableOrder, facts: MatchingFacts): boolean {
  return (facts.receipts.get(order.orderId) ?? []).some(
    ({ amount, paidOn }) =>
      compare(amount, line.amount) === 0 &&
      paidOn <= line.bookedOn &&
      line.bookedOn <= shifted(paidOn, DATE_WINDOW_DAYS),
  );
}

function isOnlyPayer(line: NewLine, order: PayableOrder, facts: MatchingFacts): boolean {
  const known = facts.payers.get(line.payerIbanHash ?? '');
  return known?.size === 1 && known.has(order.companyId);
}

/** The order that a line without any reference most likely pays; none when two are nearly as likely. */
export function byScore(line: NewLine, facts: MatchingFacts): readonly Proposal[] {
  const candidates = [...(facts.payers.get(line.payerIbanHash ?? '') ?? [])]
    .flatMap((companyId) => facts.openOf.get(companyId) ?? [])
    .filter((order) => order.total.currency === line.amount.currency && !isZero(dueOf(order)))
    .map((order) => {
      const signs = signsOf(line, order, facts);
      return { order, signs, score: signs.reduce((total, sign) => total + WEIGHTS[sign], 0) };
    })
    .sort((a, b) => b.score - a.score);
  const [best, next] = candidates;
  if (!best || best.score < PROPOSED_FROM || best.score - (next?.score ?? 0) < LEAD) return [];
  const { order } = best;
  const reasons: MatchReason[] = ['no_reference', ...best.signs.filter((sign) => sign !== 'payer_known')];
  return [orderProposal(line, { order, amount: line.amount, class: 'E', reasons })];
}
