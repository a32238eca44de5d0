import type { ProductView, VariantView } from '@qafila/shared/catalogue/catalogue.contract';
import type { Currency } from '@qafila/shared/kernel/currency';
import { compare, isZero, type Money, subtract, sum, zero } from '@qafila/shared/kernel/money';
import type { Reason, RecipientInput } from '@qafila/shared/ordering/order-views';
import { netOfLine, type Totals, totalsOf, vatCategoryFor } from '@qafila/shared/ordering/ordering.rules';
import { carriageFor } from '@qafila/shared/shipping/shipping.rules';
import { type CellFault, cellFault } from '../grid/quantity';
import type { DraftHeader, DraftLine } from './save-queue';

export interface Sold {
  readonly product: ProductView;
  readonly variant: VariantView;
}
export type Catalogue = ReadonlyMap<string, Sold>;

/** Every variant with its product, by id. */
export const catalogueOf = (products: readonly ProductView[]): Catalogue =>
  new Map(
    products.flatMap((product) => product.variants.map((variant) => [variant.id, { product, variant }])),
  );

/** Net of a line at today's price; `undefined` without a price. */
export const netOf = (variant: VariantView, quantity: number): Money | undefined =>
  variant.price ? netOfLine(variant.price, variant.tiers, quantity) : undefined;

/** A line that cannot be ordered as it stands. */
export interface Faulty {
  readonly variantId: string;
  /** `gone`: the good is sold no longer and stands in no cell. */
  readonly why: 'gone' | CellFault['code'];
}

export interface DraftSums {
  readonly goods: Money;
  readonly units: number;
  readonly grams: number;
  /** In the order of the catalogue, goods that left it first. */
  readonly faulty: readonly Faulty[];
}

/** Goods, pieces and faults of the lines as typed: a preview by the same functions the server decides with. */
export function draftSums(lines: Iterable<DraftLine>, catalogue: Catalogue, currency: Currency): DraftSums {
  const nets: Money[] = [];
  let units = 0;
  let grams = 0;
  const faulty: Faulty[] = [];
  for (const { variantId, quantity } of lines) {
    units += quantity;
    const variant = catalogue.get(variantId)?.variant;
    grams += (variant?.weightGrams ?? 0) * quantity;
    const net = variant && netOf(variant, quantity);
    const why = variant ? cellFault(variant, quantity)?.code : 'gone';
    if (why) faulty.push({ variantId, why });
    if (net) nets.push(net);
  }
  const places = [...catalogue.keys()];
  faulty.sort((a, b) => places.indexOf(a.variantId) - places.indexOf(b.variantId));
  return { goods: sum(nets, currency), units, grams, faulty };
}

/**
 * Totals as the server will decide them, before it answers: same carriage, same VAT, branding as last told.
 * `undefined` where carriage must be converted into the currency first, which only the server does.
 */
export function previewTotals(facts: {
  readonly goods: Money;
  readonly branding: Money;
  readonly shipTo: DraftHeader['shipTo'];
  readonly country: string;
  readonly parcels: number;
}): Totals | undefined {
  const { goods, branding, shipTo, country, parcels } = facts;
  if (goods.currency !== 'SAR') return undefined;
  const category = vatCategoryFor(shipTo === 'customers' ? 'SA' : country);
  const carriage: Money = isZero(goods) ? zero('SAR') : carriageFor({ shipTo, parcels, country });
  const part = (net: Money) => [{ net, category }];
  return totalsOf({ goods: part(goods), branding: part(branding), shipping: part(carriage) }, goods.currency);
}

/** Pieces of each variant that no recipient gets yet; negative when more is given than ordered. */
export function piecesLeft(
  lines: Iterable<DraftLine>,
  recipients: readonly Pick<RecipientInput, 'items'>[],
): ReadonlyMap<string, number> {
  const left = new Map<string, number>();
  for (const { variantId, quantity } of lines) left.set(variantId, quantity);
  for (const { variantId, quantity } of recipients.flatMap((recipient) => recipient.items)) {
    left.set(variantId, (left.get(variantId) ?? 0) - quantity);
  }
  return left;
}

export interface BlockerFacts extends DraftSums {
  readonly required: Money;
  readonly header: DraftHeader;
  readonly catalogue: Catalogue;
  readonly recipients: readonly Pick<RecipientInput, 'items'>[];
  readonly left: ReadonlyMap<string, number>;
  /** False where no brand is chosen, or the chosen one no longer ships. */
  readonly hasBrand: boolean;
}

/** What is wrong with the lines: goods that are not sold, then quantities; one that is short of stock by its name. */
function lineReasons(facts: BlockerFacts): Reason[] {
  const unsold = facts.faulty.filter(({ why }) => why === 'gone' || why === 'price').length;
  const counts = facts.faulty.length - unsold;
  const only = counts === 1 ? facts.faulty.find(({ why }) => why === 'stock') : undefined;
  const short = only && facts.catalogue.get(only.variantId)?.variant;
  return [
    ...(unsold > 0 ? [{ code: 'VARIANT_UNKNOWN', params: { count: unsold } }] : []),
    ...(short ? [{ code: 'STOCK_SHORT', params: { sku: short.sku, available: short.available } }] : []),
    ...(counts > 0 && !short ? [{ code: 'LINES_NEED_ATTENTION', params: { count: counts } }] : []),
  ];
}

/** What stands against reviewing a draft, most useful first, in the server's own problem codes. */
export function draftBlockers(facts: BlockerFacts): Reason[] {
  const { goods, required, header, recipients } = facts;
  const reasons = lineReasons(facts);
  const say = (code: string, params: Reason['params'] = {}): void => void reasons.push({ code, params });
  if (isZero(goods)) say('ORDER_EMPTY');
  else if (compare(goods, required) < 0) {
    say('ORDER_BELOW_MINIMUM', { missing: subtract(required, goods), required });
  }
  if (header.shipTo === 'warehouse') {
    if (header.addressId === null) say('WAREHOUSE_ADDRESS_MISSING');
    return reasons;
  }
  if (!facts.hasBrand) say('BRAND_MISSING');
  const shared = [...facts.left.values()].reduce((total, left) => total + Math.abs(left), 0);
  // A recipient without goods waits for one piece at least: his parcel would be empty.
  const empty = facts.left.size === 0 ? [] : recipients.filter(({ items }) => items.length === 0);
  const open = shared + empty.length;
  if (recipients.length === 0) say('RECIPIENTS_MISSING');
  else if (open > 0) say('GOODS_NOT_ALLOCATED', { count: open });
  return reasons;
}

/** What is missing to the minimum; zero when met. */
export const missingTo = (required: Money, goods: Money): Money =>
  compare(goods, required) >= 0 ? zero(required.currency) : subtract(required, goods);
