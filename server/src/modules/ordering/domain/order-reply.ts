import { decide } from '@qafila/shared/kernel/lifecycle';
import { isAtLeast, isZero, subtract } from '@qafila/shared/kernel/money';
import type {
  ArtworkState,
  LineView,
  OrderHead,
  OrderView,
  Reason,
} from '@qafila/shared/ordering/order-views';
import { type OrderFacts, type OrderState, orderLifecycle } from '@qafila/shared/ordering/ordering.lifecycle';
import { type PaymentState, paymentStateOf } from '@qafila/shared/payments/payments.lifecycle';
import { unpackedReason } from '@qafila/shared/traders/acting.rules';
import { faultsOf, minimumOf } from './blockers';
import { type Order, type PastStep, type Recipient, type TradingCompany, waitsForMoney } from './order';
import type { PriceBook, PricedLine } from './pricing';

/** The part of an order that every edit answers with. */
export const headOf = (order: Order, company: TradingCompany): OrderHead => ({
  id: order.id,
  code: order.code,
  name: order.name,
  state: order.state,
  version: order.version,
  savedAt: order.changedAt.toISOString(),
  units: order.units,
  weightGrams: order.weightGrams,
  totals: order.totals,
  minimum: minimumOf(order, order.totals, company),
});

/** A line with its words; the faults of a draft's line, none once the goods are reserved. */
export function lineViewOf(
  line: PricedLine & { readonly id: string },
  book: PriceBook,
  isDraft: boolean,
): LineView {
  const offer = book.offers.get(line.variantId);
  if (!offer) throw new Error(`Variant ${line.variantId} of an order is not in the catalogue`);
  return {
    id: line.id,
    variantId: line.variantId,
    productId: line.productId,
    sku: offer.sku,
    name: offer.name,
    size: offer.size,
    pictureHash: offer.pictureHash,
    quantity: line.quantity,
    pack: line.pack,
    specId: line.specId,
    specCode: line.specId === null ? null : (book.specs.get(line.specId)?.code ?? null),
    unitPrice: line.unitPrice,
    percentOff: line.percentOff,
    net: line.net,
    faults: isDraft ? faultsOf(line.quantity, offer) : [],
  };
}

/** What of its money an order did not take, in minor units; all of that of a cancelled one became credit when it ended. */
export const overOf = (state: OrderState, minor: number): number => (state === 'cancelled' ? 0 : minor);

/** Where the money stands; derived from the ledger's sums, never set. */
export const paymentOf = (
  order: Pick<Order, 'totals' | 'received' | 'over' | 'refunded' | 'state' | 'stoppedAt'>,
): PaymentState =>
  paymentStateOf({
    total: order.totals.total.minor,
    received: order.received.minor,
    over: overOf(order.state, order.over.minor),
    refunded: order.refunded.minor,
    isSubmitted: waitsForMoney(order),
  });

/** True where what an order took is less than its total: money never came, or was taken back. */
export const isShort = ({ totals, received, over }: Order): boolean =>
  !isAtLeast(subtract(received, over), totals.total);

/** What the lifecycle asks about an order. Credit that was used stands against no end, as long as it covers not all. */
export function factsOf(order: Order, blockers: readonly Reason[] = []): OrderFacts {
  const kept = subtract(subtract(order.received, order.over), order.refunded);
  const isCovered = isAtLeast(kept, order.totals.total);
  const outside = subtract(kept, order.creditUsed);
  return {
    blockers: blockers.map((blocker) => blocker.code),
    isCovered,
    hasMoney: outside.minor > 0 || (isCovered && !isZero(kept)),
  };
}

/** What the ledger holds for an order, as far as it decides whether it can end. */
export interface Standing {
  readonly isCovered: boolean;
  readonly hasOutsideMoney: boolean;
}
/** Nobody has paid anything yet: it was placed just now. */
export const UNPAID: Standing = { isCovered: false, hasOutsideMoney: false };
/** As `factsOf`, with what the ledger holds just now: the order's own sums follow it. */
export const factsWith = (order: Order, standing: Standing): OrderFacts => ({
  ...factsOf(order),
  hasMoney: standing.hasOutsideMoney || standing.isCovered,
});

const SHOWN_STEPS = ['submit', 'cancel'] as const;

/**
 * The steps a trader can take, each with what stands against it; `may` tells his permissions. The standing is that of an
 * order which can have money.
 */
export function actionsOf(
  order: Order,
  { blockers, standing }: { readonly blockers: readonly Reason[]; readonly standing: Standing | null },
  may: (permission: string) => boolean,
): OrderView['actions'] {
  const facts = standing ? factsWith(order, standing) : factsOf(order, blockers);
  const steps = SHOWN_STEPS.map((step) => {
    const verdict = decide(orderLifecycle, { state: order.state, step }, facts);
    const codes = verdict.ok ? [] : verdict.reasons;
    const reasons = codes.map(
      (code) => blockers.find((blocker) => blocker.code === code) ?? { code, params: {} },
    );
    const isAllowed = may(orderLifecycle.steps[step].needs);
    return {
      step,
      allowed: verdict.ok && isAllowed,
      reasons: isAllowed ? reasons : [...reasons, { code: 'NOT_ALLOWED', params: {} }],
    };
  });
  return [...steps, reorderActionOf(order, may('order:draft'))];
}

/** Ordering again takes no step of the order: it begins another one. */
function reorderActionOf(order: Order, isAllowed: boolean): OrderView['actions'][number] {
  const codes = [
    ...(order.state === 'draft' ? ['WRONG_STATE'] : []),
    ...(order.lineCount === 0 ? ['NOTHING_TO_REORDER'] : []),
    ...(isAllowed ? [] : ['NOT_ALLOWED']),
  ];
  return {
    step: 'reorder',
    allowed: codes.length === 0,
    reasons: codes.map((code) => ({ code, params: {} })),
  };
}

/** Everything an order's page shows. */
export interface WholeOrder {
  readonly order: Order;
  readonly company: TradingCompany;
  readonly lines: readonly (PricedLine & { readonly id: string })[];
  readonly book: PriceBook;
  readonly artwork: ArtworkState;
  readonly recipients: readonly Recipient[];
  readonly addresses: OrderView['addresses'];
  readonly history: readonly PastStep[];
  readonly actions: OrderView['actions'];
}

export const viewOf = (whole: WholeOrder): OrderView => {
  const { order } = whole;
  return {
    ...headOf(order, whole.company),
    shipTo: order.shipTo,
    addressId: order.addressId,
    brandProfileId: order.brandProfileId,
    addresses: whole.addresses,
    lines: whole.lines.map((line) => lineViewOf(line, whole.book, order.state === 'draft')),
    recipients: whole.recipients.map((recipient) => ({ ...recipient, items: [...recipient.items] })),
    payment: paymentOf(order),
    artwork: whole.artwork,
    submittedAt: order.submittedAt?.toISOString() ?? null,
    confirmedAt: order.confirmedAt?.toISOString() ?? null,
    stoppedAt: order.stoppedAt?.toISOString() ?? null,
    timeline: whole.history.map(({ at, step, by }) => ({ at: at.toISOString(), step, by })),
    actions: whole.actions,
    prepared: order.prepared && {
      ...unpackedReason(order.prepared.reason),
      at: order.prepared.at.toISOString(),
      isTakenOver: order.prepared.isTakenOver,
    },
  };
};
