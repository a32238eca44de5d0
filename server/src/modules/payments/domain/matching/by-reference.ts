import { compare, isZero, type Money, sum, zero } from '@qafila/shared/kernel/money';
import { findReferences, nearReferences } from '@qafila/shared/payments/reference.rules';
import type { MatchingFacts, NewLine, Proposal } from './facts';
import { dueOf, type Fit, fitOf, type MatchReason, type PayableOrder, reasonsNow } from './payable';
import { uniqueSubset } from './subset-sum';

const CLASS_OF_FIT = { exact: 'A', short: 'B', over: 'C', closed: 'C' } as const satisfies Record<
  Fit,
  string
>;

/** A match of a line to one order, with the reasons that stand besides its amount. */
export function orderProposal(
  line: NewLine,
  given: {
    readonly order: PayableOrder;
    readonly amount: Money;
    readonly class: Proposal['class'];
    readonly reasons: readonly MatchReason[];
  },
): Proposal {
  const { order, amount } = given;
  return {
    lineId: line.id,
    kind: 'order',
    class: given.class,
    companyId: order.companyId,
    orderId: order.orderId,
    reference: order.reference,
    amount,
    writtenOff: zero(amount.currency),
    reversesId: null,
    reasons: reasonsNow(given.reasons, fitOf(amount, order)),
  };
}

/** What the references in a line's text say; `undefined` when it names nothing that is known. */
export function byReference(line: NewLine, facts: MatchingFacts): readonly Proposal[] | undefined {
  const found = findReferences(line.text);
  const named = found.flatMap((reference) => facts.orders.get(reference) ?? []);
  const companyId = found.flatMap((reference) => facts.ownReferences.get(reference) ?? [])[0];
  const [order, another] = named;
  if (order && another) return ofSeveral(line, named);
  if (order) return inCurrency(line, order) ? [ofOne(line, order)] : [];
  return companyId ? ofCompany(line, companyId, facts) : undefined;
}

const inCurrency = (line: NewLine, order: PayableOrder): boolean =>
  order.total.currency === line.amount.currency;

function ofOne(line: NewLine, order: PayableOrder): Proposal {
  const fit = fitOf(line.amount, order);
  return orderProposal(line, {
    order,
    amount: line.amount,
    class: CLASS_OF_FIT[fit],
    reasons: ['reference_exact'],
  });
}

/** Several orders of one company are paid when they need together exactly what came; anything else is looked at. */
function ofSeveral(line: NewLine, named: readonly PayableOrder[]): readonly Proposal[] {
  const open = named.filter((order) => !order.isClosed && inCurrency(line, order) && !isZero(dueOf(order)));
  const isOneCompany = new Set(named.map(({ companyId }) => companyId)).size === 1;
  const needed = sum(open.map(dueOf), line.amount.currency);
  if (!isOneCompany || open.length === 0 || compare(needed, line.amount) !== 0) return [];
  return together(line, open, 'reference_exact');
}

function ofCompany(line: NewLine, companyId: string, facts: MatchingFacts): readonly Proposal[] {
  const open = (facts.openOf.get(companyId) ?? []).filter((order) => inCurrency(line, order));
  const paid = uniqueSubset(open, dueOf, line.amount);
  return paid ? together(line, paid, 'reference_of_company') : [];
}

const together = (
  line: NewLine,
  orders: readonly PayableOrder[],
  named: 'reference_exact' | 'reference_of_company',
): Proposal[] =>
  orders.map((order) =>
    orderProposal(line, {
      order,
      amount: dueOf(order),
      class: 'D',
      reasons: orders.length > 1 ? [named, 'several_orders'] : [named],
    }),
  );

/**
 * The one open order whose reference is one symbol away from what the payer wrote.
 * Suggested, never certain: whoever mistyped once may have mistyped twice.
 */
export function byNearReference(line: NewLine, facts: MatchingFacts): readonly Proposal[] | undefined {
  const near = nearReferences(line.text)
    .flatMap((reference) => facts.orders.get(reference) ?? [])
    .filter((order) => !order.isClosed && inCurrency(line, order));
  const [order, another] = near;
  if (!order || another) return undefined;
  return [orderProposal(line, { order, amount: line.amount, class: 'E', reasons: ['reference_near'] })];
}
