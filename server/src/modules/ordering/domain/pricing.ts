import type { Currency } from '@qafila/shared/kernel/currency';
import type { Words } from '@qafila/shared/kernel/locale';
import { lineNet, type Money, sum, type UnitPrice, zero } from '@qafila/shared/kernel/money';
import {
  netOfLine,
  STANDARD_VAT,
  type Tier,
  type Totals,
  tierFor,
  totalsOf,
  type VatCategory,
} from '@qafila/shared/ordering/ordering.rules';
import { carriageOf, type Destination, vatCategoryOf } from './destination';

/** What the catalogue says of a variant, as far as a price depends on it. */
export interface Offer {
  readonly variantId: string;
  readonly productId: string;
  readonly sku: string;
  readonly name: Words;
  readonly size: Words;
  readonly pictureHash: string;
  readonly minimumQuantity: number;
  readonly step: number;
  readonly tiers: readonly Tier[];
  readonly weightGrams: number;
  readonly canPrivateLabel: boolean;
  readonly isSold: boolean;
  readonly price: UnitPrice | null;
  readonly available: number;
}
/** What branding says of a production spec. */
export interface Dressing {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly minimumPieces: number;
  readonly leadDays: number;
  readonly brandProfileId: string;
  /** Version of that profile which was signed; `null` for a spec without a proof. */
  readonly brandVersion: number | null;
  readonly isLocked: boolean;
  readonly unitPrice: UnitPrice;
  readonly productIds: readonly string[];
}
/** What a trader wants of one variant. */
export interface Wish {
  readonly variantId: string;
  readonly quantity: number;
  readonly pack: 'private_label' | 'neutral';
  readonly specId: string | null;
}
export interface PricedLine extends Wish {
  readonly productId: string;
  /** Before the tier. */
  readonly unitPrice: UnitPrice;
  readonly percentOff: number;
  readonly net: Money;
  readonly branding: Money;
  /** Of the whole line. */
  readonly weightGrams: number;
}
/** What prices depend on besides the lines. */
export interface PriceBook {
  readonly currency: Currency;
  readonly offers: ReadonlyMap<string, Offer>;
  readonly specs: ReadonlyMap<string, Dressing>;
}

/** True when the variant can be ordered in this currency today. */
export const isOffered = (offer: Offer | undefined): offer is Offer & { readonly price: UnitPrice } =>
  offer?.isSold === true && offer.price !== null;

/** True for a line in neutral pack, and for one whose locked spec dresses this product in this currency. */
export function isDressed(wish: Wish, offer: Offer, book: PriceBook): boolean {
  if (wish.pack === 'neutral') return true;
  const spec = wish.specId === null ? undefined : book.specs.get(wish.specId);
  return (
    offer.canPrivateLabel &&
    spec?.isLocked === true &&
    spec.unitPrice.currency === book.currency &&
    spec.productIds.includes(offer.productId)
  );
}

/** A line at today's prices; `undefined` when its variant is not offered. */
export function priceLine(wish: Wish, book: PriceBook): PricedLine | undefined {
  const offer = book.offers.get(wish.variantId);
  if (!isOffered(offer)) return undefined;
  const spec = wish.pack === 'private_label' && wish.specId ? book.specs.get(wish.specId) : undefined;
  return {
    ...wish,
    productId: offer.productId,
    unitPrice: offer.price,
    percentOff: tierFor(offer.tiers, wish.quantity).percentOff,
    net: netOfLine(offer.price, offer.tiers, wish.quantity),
    branding:
      spec?.unitPrice.currency === book.currency
        ? lineNet(spec.unitPrice, wish.quantity)
        : zero(book.currency),
    weightGrams: offer.weightGrams * wish.quantity,
  };
}

/** Basis points of VAT for a category. */
export const vatRateFor = (category: VatCategory): number =>
  category === 'standard' ? STANDARD_VAT.value : 0;

/** Totals from the sums of an order's nets; an order has one place of delivery and so one VAT category. */
export function totalsFor(
  sums: { readonly goods: Money; readonly branding: Money; readonly lineCount: number },
  destination: Destination,
): Totals {
  const category = vatCategoryOf(destination);
  const { currency } = sums.goods;
  const shipping = sums.lineCount > 0 ? carriageOf(destination) : zero(currency);
  const part = (net: Money) => [{ net, category }];
  return totalsOf(
    { goods: part(sums.goods), branding: part(sums.branding), shipping: part(shipping) },
    currency,
  );
}

/** The full calculation over all lines; edits move stored totals by deltas and must arrive at the same. */
export const recalculate = (lines: readonly PricedLine[], destination: Destination): Totals =>
  totalsFor(
    {
      goods: sum(
        lines.map((line) => line.net),
        destination.currency,
      ),
      branding: sum(
        lines.map((line) => line.branding),
        destination.currency,
      ),
      lineCount: lines.length,
    },
    destination,
  );
