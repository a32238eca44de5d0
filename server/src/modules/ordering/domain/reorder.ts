import { afterDiscount } from '@qafila/shared/kernel/money';
import type { OrderView, Reason } from '@qafila/shared/ordering/order-views';
import { nameAgain, pieceAt, piecesAgain } from '@qafila/shared/ordering/ordering.rules';
import type { ReorderLine, ReorderPlan } from '@qafila/shared/ordering/reorder.contract';
import type { Order } from './order';
import { isDressed, isOffered, type Offer, type PriceBook, type PricedLine, type Wish } from './pricing';

/** What branding says of a profile that an order or a spec names. */
interface BrandNow {
  readonly nameLatin: string;
  readonly isActive: boolean;
  readonly version: number;
}

/** An earlier order with everything that may have changed since. */
export interface ReorderFacts {
  readonly order: Pick<
    Order,
    'name' | 'shipTo' | 'addressId' | 'addressCountry' | 'brandProfileId' | 'recipientCount'
  >;
  readonly lines: readonly PricedLine[];
  /** Pieces of the lines that are wanted again; `null` for all as they were. */
  readonly wanted: ReadonlyMap<string, number> | null;
  readonly book: PriceBook;
  readonly brands: ReadonlyMap<string, BrandNow>;
  /** Those that can be chosen, the default one first. */
  readonly addresses: OrderView['addresses'];
}

/** Where a draft goes and under which brand. */
export interface ReorderHeader {
  readonly shipTo: Order['shipTo'];
  readonly addressId: string | null;
  readonly brandProfileId: string | null;
}

const reason = (code: string, params: Reason['params'] = {}): Reason => ({ code, params });

/** The brand as long as it ships, the address as long as it stands. */
export function headerAgain({ order, brands, addresses }: ReorderFacts): ReorderHeader {
  const isKept = addresses.some(({ id }) => id === order.addressId);
  const brand = order.brandProfileId === null ? undefined : brands.get(order.brandProfileId);
  return {
    shipTo: order.shipTo,
    addressId: isKept ? order.addressId : (addresses[0]?.id ?? null),
    brandProfileId: brand?.isActive ? order.brandProfileId : null,
  };
}

/** The packing of a line today: the same spec while it is in force, else neutral. */
const packAgain = (line: PricedLine, offer: Offer, book: PriceBook): Pick<Wish, 'pack' | 'specId'> =>
  isDressed(line, offer, book) ? { pack: line.pack, specId: line.specId } : { pack: 'neutral', specId: null };

function lineAgain(line: PricedLine, facts: ReorderFacts): ReorderLine {
  const { book } = facts;
  const offer = book.offers.get(line.variantId);
  if (!offer) throw new Error(`Variant ${line.variantId} of an order is not in the catalogue`);
  const codeOf = (specId: string | null): string | null =>
    specId === null ? null : (book.specs.get(specId)?.code ?? null);
  const { productId, sku, name, size, pictureHash } = offer;
  const shown = {
    ...{ variantId: line.variantId, productId, sku, name, size, pictureHash },
    before: {
      quantity: line.quantity,
      unitPrice: afterDiscount(line.unitPrice, line.percentOff),
      pack: line.pack,
      specCode: codeOf(line.specId),
    },
  };
  if (!isOffered(offer)) return { ...shown, now: null, reasons: [reason('REORDER_NOT_SOLD')] };
  const { pack, specId } = packAgain(line, offer, book);
  const { quantity, reasons } = piecesAgain(offer, facts.wanted?.get(line.variantId) ?? line.quantity);
  const spec = line.specId === null ? undefined : book.specs.get(line.specId);
  const { price: unitPrice, tiers, minimumQuantity, step, available } = offer;
  return {
    ...shown,
    now: {
      ...{ quantity, pack, specId, specCode: codeOf(specId) },
      unitPrice: pieceAt(unitPrice, tiers, quantity),
      terms: { unitPrice, tiers: [...tiers], minimumQuantity, step, available },
    },
    reasons: [
      ...(spec && specId === null ? [reason('REORDER_SPEC_GONE', { spec: spec.name })] : []),
      ...reasons,
    ],
  };
}

/** Specs that come along though their brand says something else by now: a hint, for what was signed holds. */
function driftOf(lines: readonly ReorderLine[], { book, brands }: ReorderFacts): Reason[] {
  const specIds = new Set(lines.flatMap(({ now }) => (now?.specId ? [now.specId] : [])));
  return [...specIds].flatMap((specId) => {
    const spec = book.specs.get(specId);
    const brand = spec && brands.get(spec.brandProfileId);
    if (!spec || !brand || spec.brandVersion === null || spec.brandVersion >= brand.version) return [];
    return [reason('REORDER_BRAND_CHANGED', { brand: brand.nameLatin, spec: spec.name })];
  });
}

function headerReasons(facts: ReorderFacts): Reason[] {
  const { order, brands } = facts;
  const header = headerAgain(facts);
  const brand = order.brandProfileId === null ? undefined : brands.get(order.brandProfileId);
  const isToWarehouse = order.shipTo === 'warehouse';
  return [
    ...(isToWarehouse && header.addressId !== order.addressId ? [reason('REORDER_ADDRESS_GONE')] : []),
    ...(brand && header.brandProfileId === null
      ? [reason('REORDER_BRAND_GONE', { brand: brand.nameLatin })]
      : []),
    ...(!isToWarehouse && order.recipientCount > 0
      ? [reason('REORDER_RECIPIENTS_LEFT', { count: order.recipientCount })]
      : []),
  ];
}

/** What an earlier order gives today: which lines, in which pieces and packs, at which prices, and what is otherwise. */
export function planReorder(facts: ReorderFacts): ReorderPlan {
  const picked = facts.lines.filter((line) => facts.wanted?.has(line.variantId) ?? true);
  const lines = picked.map((line) => lineAgain(line, facts));
  return {
    name: nameAgain(facts.order.name),
    lines,
    reasons: [...headerReasons(facts), ...driftOf(lines, facts)],
  };
}

/** The wishes of a plan. */
export const wishesOf = ({ lines }: ReorderPlan): Wish[] =>
  lines.flatMap(({ variantId, now }) =>
    now ? [{ variantId, quantity: now.quantity, pack: now.pack, specId: now.specId }] : [],
  );
