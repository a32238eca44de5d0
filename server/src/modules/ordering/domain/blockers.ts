import { zero } from '@qafila/shared/kernel/money';
import type { Reason } from '@qafila/shared/ordering/order-views';
import {
  type MinimumVerdict,
  minimumFor,
  quantityFault,
  type Totals,
} from '@qafila/shared/ordering/ordering.rules';
import { dressedPieces, dressingBlockers } from './dressing';
import { isStoreDraft, type Order, type Recipient, type TradingCompany } from './order';
import { isDressed, isOffered, type Offer, type PriceBook, type Wish } from './pricing';

const reason = (code: string, params: Reason['params'] = {}): Reason => ({ code, params });

/** What is wrong with the quantity of a line, whatever the stock. */
export function quantityFaultsOf(quantity: number, offer: Offer): Reason[] {
  const fault = quantityFault(offer, quantity);
  if (!fault) return [];
  const { code, ...params } = fault;
  return [reason(code, params)];
}

const stockFaultsOf = (quantity: number, offer: Offer): Reason[] =>
  quantity > offer.available
    ? [reason('STOCK_SHORT', { sku: offer.sku, available: Math.max(offer.available, 0) })]
    : [];

/** Everything that stands against one line of a draft now. */
export const faultsOf = (quantity: number, offer: Offer): Reason[] => [
  ...quantityFaultsOf(quantity, offer),
  ...stockFaultsOf(quantity, offer),
];

/**
 * The minimum of an order: what was decided at submit, or what it would be now.
 * Policy clause 8: goods after discount, before branding, shipping and VAT.
 */
export function minimumOf(
  order: Pick<Order, 'minimum'>,
  totals: Totals,
  company: TradingCompany,
): MinimumVerdict {
  if (!order.minimum) return minimumFor(totals.goods, company);
  // A placed order met its minimum; what the company did since changes nothing about it.
  return { ...order.minimum, reached: totals.goods, missing: zero(totals.goods.currency), isMet: true };
}

export interface SubmitFacts {
  readonly order: Order;
  readonly company: TradingCompany;
  readonly wishes: readonly Wish[];
  readonly book: PriceBook;
  /** At today's prices. */
  readonly totals: Totals;
  readonly recipients: readonly Recipient[];
  /** False when no brand is chosen or the chosen one no longer ships. */
  readonly hasBrand: boolean;
}

function lineBlockers({ wishes, book }: SubmitFacts): Reason[] {
  const unknown = wishes.filter((wish) => !isOffered(book.offers.get(wish.variantId)));
  const offered = wishes.flatMap((wish) => {
    const offer = book.offers.get(wish.variantId);
    return isOffered(offer) ? [{ wish, offer }] : [];
  });
  const faulty = offered.filter(({ wish, offer }) => quantityFaultsOf(wish.quantity, offer).length > 0);
  const bare = offered.find(({ wish, offer }) => !isDressed(wish, offer, book));
  const short = offered.flatMap(({ wish, offer }) => stockFaultsOf(wish.quantity, offer));
  return [
    ...(wishes.length === 0 ? [reason('ORDER_EMPTY')] : []),
    ...(unknown.length > 0 ? [reason('VARIANT_UNKNOWN', { count: unknown.length })] : []),
    ...(faulty.length > 0 ? [reason('LINES_NEED_ATTENTION', { count: faulty.length })] : []),
    ...(bare ? [reason('SPEC_NOT_LOCKED', { sku: bare.offer.sku })] : []),
    ...short.slice(0, 1),
  ];
}

/** Pieces given to nobody, plus pieces promised that are not in the order. */
export function unsharedPieces(wishes: readonly Wish[], recipients: readonly Recipient[]): number {
  const left = new Map(wishes.map((wish) => [wish.variantId, wish.quantity]));
  for (const { items } of recipients) {
    for (const item of items) left.set(item.variantId, (left.get(item.variantId) ?? 0) - item.quantity);
  }
  return [...left.values()].reduce((pieces, rest) => pieces + Math.abs(rest), 0);
}

function destinationBlockers({ order, wishes, recipients, hasBrand }: SubmitFacts): Reason[] {
  if (order.shipTo === 'warehouse')
    return order.addressId === null ? [reason('WAREHOUSE_ADDRESS_MISSING')] : [];
  const open = unsharedPieces(wishes, recipients);
  // A recipient without goods would be a parcel without contents: he waits for one piece at least.
  const emptyHanded = recipients.filter((recipient) => recipient.items.length === 0).length;
  return [
    ...(hasBrand ? [] : [reason('BRAND_MISSING')]),
    ...(recipients.length === 0 ? [reason('RECIPIENTS_MISSING')] : []),
    ...(recipients.length > 0 && open + emptyHanded > 0
      ? [reason('GOODS_NOT_ALLOCATED', { count: open + emptyHanded })]
      : []),
  ];
}

/** Everything that stands against submitting, in the order a trader would mend it. */
export function blockersOf(facts: SubmitFacts): Reason[] {
  const minimum = minimumFor(facts.totals.goods, facts.company);
  const isEmpty = facts.wishes.length === 0;
  return [
    ...(isStoreDraft(facts.order) ? [reason('DRAFT_OF_STORE')] : []),
    ...lineBlockers(facts),
    ...dressingBlockers(dressedPieces(facts.wishes, facts.book)),
    ...(minimum.isMet || isEmpty
      ? []
      : [reason('ORDER_BELOW_MINIMUM', { missing: minimum.missing, required: minimum.required })]),
    ...destinationBlockers(facts),
  ];
}
