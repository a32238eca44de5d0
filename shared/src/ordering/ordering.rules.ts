import type { Currency } from '../kernel/currency';
import {
  add,
  afterDiscount,
  compare,
  equivalent,
  isZero,
  lineNet,
  type Money,
  money,
  share,
  subtract,
  sum,
  type UnitPrice,
  zero,
} from '../kernel/money';
import { defineRule } from '../kernel/rule';

export const FIRST_ORDER_MINIMUM = defineRule({
  name: 'first-order-minimum',
  value: money(500_000, 'SAR'),
  clause: '8',
  meaning:
    'Goods after discount, before branding, shipping and VAT, while the company has no order that reached confirmed',
});
export const LATER_ORDER_MINIMUM = defineRule({
  name: 'later-order-minimum',
  value: money(200_000, 'SAR'),
  clause: '8',
  meaning: 'Same basis, for every order after the first',
});
export const STANDARD_VAT = defineRule({
  name: 'standard-vat',
  value: 1500,
  clause: 'Saudi VAT law',
  meaning:
    'Basis points; goods delivered in Saudi Arabia. Delivered elsewhere: zero-rated export with evidence',
});
export const MINIMUM_RULE_VERSION = defineRule({
  name: 'minimum-rule-version',
  value: 1,
  clause: '8',
  meaning: 'Version of the minimum rules, stored on each order',
});
export const MAX_LINES = defineRule({
  name: 'max-lines',
  value: 2000,
  clause: 'portal',
  meaning: 'Most lines one request or order carries',
});
export const orderingRules = [
  FIRST_ORDER_MINIMUM,
  LATER_ORDER_MINIMUM,
  STANDARD_VAT,
  MINIMUM_RULE_VERSION,
  MAX_LINES,
];

export interface Tier {
  readonly from: number;
  readonly percentOff: number;
}

/** The tier that a quantity reaches, and the next one with the pieces still missing. */
export function tierFor(
  tiers: readonly Tier[],
  quantity: number,
): { percentOff: number; next: { missing: number; percentOff: number } | null } {
  const sorted = [...tiers].sort((a, b) => a.from - b.from);
  const reached = sorted.filter((tier) => tier.from <= quantity).at(-1);
  const next = sorted.find((tier) => tier.from > quantity);
  return {
    percentOff: reached?.percentOff ?? 0,
    next: next ? { missing: next.from - quantity, percentOff: next.percentOff } : null,
  };
}

/** Net of a line: tier price rounded first, then price × quantity rounded once. */
export const netOfLine = <C extends Currency>(
  price: UnitPrice<C>,
  tiers: readonly Tier[],
  quantity: number,
): Money<C> => lineNet(pieceAt(price, tiers, quantity), quantity);

export type QuantityFault =
  | { code: 'minimum_quantity'; minimum: number }
  | { code: 'step'; step: number; lower: number; upper: number };

/** What is wrong with a quantity, and the two nearest that are right; `undefined` when it is right. */
export function quantityFault(
  rules: { readonly minimumQuantity: number; readonly step: number },
  quantity: number,
): QuantityFault | undefined {
  if (quantity < rules.minimumQuantity) return { code: 'minimum_quantity', minimum: rules.minimumQuantity };
  if (quantity % rules.step === 0) return undefined;
  const lower = Math.floor(quantity / rules.step) * rules.step;
  return {
    code: 'step',
    step: rules.step,
    lower: Math.max(lower, rules.minimumQuantity),
    upper: lower + rules.step,
  };
}

/** Most pieces one line carries. */
export const MOST_PIECES = 99_999;

/** The quantity, or the next one above it that is right; the last one where a line carries no more. */
export function fittingQuantity(
  rules: { readonly minimumQuantity: number; readonly step: number },
  quantity: number,
): number {
  const most = Math.floor(MOST_PIECES / rules.step) * rules.step;
  return Math.min(Math.ceil(Math.max(quantity, rules.minimumQuantity) / rules.step) * rules.step, most);
}

/**
 * Pieces that are ordered again today: the wished ones, rounded up where they no longer fit, with what is otherwise.
 * Short stock is only told: it may be back before the draft is placed.
 */
export function piecesAgain(
  offer: { minimumQuantity: number; step: number; available: number; sku: string },
  wished: number,
) {
  const quantity = fittingQuantity(offer, wished);
  const { sku, step, minimumQuantity: minimum } = offer;
  const rounded = { code: 'REORDER_ROUNDED', params: { before: wished, now: quantity, minimum, step } };
  const short = { code: 'STOCK_SHORT', params: { sku, available: Math.max(offer.available, 0) } };
  return {
    quantity,
    reasons: [...(quantity === wished ? [] : [rounded]), ...(quantity > offer.available ? [short] : [])],
  };
}

/** Price of one piece at the tier that a quantity reaches. */
export const pieceAt = <C extends Currency>(
  price: UnitPrice<C>,
  tiers: readonly Tier[],
  quantity: number,
): UnitPrice<C> => afterDiscount(price, tierFor(tiers, quantity).percentOff);

/** Most characters of the name of an order. */
export const NAME_LENGTH = 60;

/** What an order is called when it is ordered again: "Autumn", "Autumn (2)", "Autumn (3)". */
export function nameAgain(name: string): string {
  const [, stem = name, times = '1'] = /^(.+) \((\d{1,4})\)$/.exec(name) ?? [];
  const mark = ` (${Number(times) + 1})`;
  // Never half of a character that takes two places.
  const kept = stem.slice(0, NAME_LENGTH - mark.length).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.trimEnd()}${mark}`;
}

/** VAT category by place of delivery, never by the trader's country. */
export type VatCategory = 'standard' | 'export';
export const vatCategoryFor = (deliveryCountry: string): VatCategory =>
  deliveryCountry === 'SA' ? 'standard' : 'export';
const vatRateOf = (category: VatCategory): number => (category === 'standard' ? STANDARD_VAT.value : 0);

export interface PricedPart<C extends Currency> {
  readonly net: Money<C>;
  readonly category: VatCategory;
}
export interface Totals<C extends Currency = Currency> {
  readonly goods: Money<C>;
  readonly branding: Money<C>;
  readonly shipping: Money<C>;
  readonly vat: Money<C>;
  readonly total: Money<C>;
}

/**
 * Totals of an order. VAT once per category on the sum of nets, never per line.
 * Order, pro-forma and invoice call this same function.
 */
export function totalsOf<C extends Currency>(
  parts: {
    readonly goods: readonly PricedPart<C>[];
    readonly branding: readonly PricedPart<C>[];
    readonly shipping: readonly PricedPart<C>[];
  },
  currency: C,
): Totals<C> {
  const all = [...parts.goods, ...parts.branding, ...parts.shipping];
  const vatOf = (category: VatCategory): Money<C> =>
    share(
      sum(
        all.filter((part) => part.category === category).map((part) => part.net),
        currency,
      ),
      vatRateOf(category),
    );
  const net = (list: readonly PricedPart<C>[]): Money<C> =>
    sum(
      list.map((part) => part.net),
      currency,
    );
  const vat = add(vatOf('standard'), vatOf('export'));
  const goods = net(parts.goods);
  const branding = net(parts.branding);
  const shipping = net(parts.shipping);
  return { goods, branding, shipping, vat, total: sum([goods, branding, shipping, vat], currency) };
}

export interface MinimumVerdict<C extends Currency = Currency> {
  readonly kind: 'first' | 'later';
  readonly required: Money<C>;
  readonly reached: Money<C>;
  /** Zero when met. */
  readonly missing: Money<C>;
  readonly isMet: boolean;
}

/** Clause 8: "first" while the company has no order that reached confirmed and kept its money. */
export function minimumFor<C extends Currency>(
  goods: Money<C>,
  facts: { readonly hasConfirmedOrder: boolean; readonly rateE6: number },
): MinimumVerdict<C> {
  const rule = facts.hasConfirmedOrder ? LATER_ORDER_MINIMUM : FIRST_ORDER_MINIMUM;
  const required = equivalent(rule.value, goods.currency, facts.rateE6);
  const isMet = compare<Currency>(goods, required) >= 0;
  return {
    kind: facts.hasConfirmedOrder ? 'later' : 'first',
    required,
    reached: goods,
    missing: isMet ? zero(goods.currency) : subtract(required, goods),
    isMet,
  };
}

/** Whether a draft holds anything to pay for. */
export const isEmpty = (totals: Totals): boolean => isZero(totals.goods);
