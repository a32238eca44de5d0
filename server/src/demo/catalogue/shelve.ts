import type { PictureSpec } from '../art/picture-spec';
import { neutralGtin } from './gtin';
import type { Size } from './sizes';
import type { DemoProduct, DemoTier, DemoVariant, Words } from './types';

/** One size of a good as the data files write it; the price is that of list Trade B, in halalas before VAT. */
export interface GoodsSize {
  size: Size;
  halalas: number;
  weight: number;
  onHand: number;
  caseSize?: number;
  arrivesInDays?: number;
}

/** One product as the data files write it. Without `minimumCases` the smallest quantity is one case. */
export interface Goods {
  slug: string;
  name: Words;
  blurb: Words;
  code: string;
  item: number;
  caseSize: number;
  minimumCases?: number;
  tiers: DemoTier[];
  canPrivateLabel?: false;
  picture: PictureSpec;
  sizes: GoodsSize[];
}

export interface Aisle {
  category: string;
  letter: string;
  goods: Goods[];
}

const UNIT_PRICE_PER_HALALA = 100;
/** Trade prices of the demo are whole tenths of a riyal. */
const STEP_HALALAS = 10;
const TRADE_A_PERCENT = 96;

/** Trade B as written, Trade A four percent below it on the nearest step. */
function pricesOf(halalas: number): DemoVariant['pricesSar10k'] {
  const tradeA = Math.round((halalas * TRADE_A_PERCENT) / 100 / STEP_HALALAS) * STEP_HALALAS;
  return { 'trade-a': tradeA * UNIT_PRICE_PER_HALALA, 'trade-b': halalas * UNIT_PRICE_PER_HALALA };
}

function variantOf(good: Goods, position: number, shelf: string): DemoVariant[] {
  const row = good.sizes[position];
  if (row === undefined) return [];
  const caseSize = row.caseSize ?? good.caseSize;
  return [
    {
      sku: `${good.code}-${row.size.tag}`,
      size: row.size.words,
      axisOrder: row.size.order,
      gtin: neutralGtin(good.item, position + 1),
      caseSize,
      minimumQuantity: caseSize * (good.minimumCases ?? 1),
      step: caseSize,
      weightGrams: row.weight,
      shelf,
      onHand: row.onHand,
      pricesSar10k: pricesOf(row.halalas),
      tiers: good.tiers,
      ...(row.arrivesInDays === undefined ? {} : { arrivesInDays: row.arrivesInDays }),
    },
  ];
}

/** Fills in what the data files leave out: SKU, GTIN, step, minimum and the shelf, counted along the aisle. */
export function shelve(aisle: Aisle): DemoProduct[] {
  let place = 0;
  const nextShelf = (): string => {
    place += 1;
    return `${aisle.letter}-${String(place).padStart(2, '0')}`;
  };
  return aisle.goods.map((good) => ({
    slug: good.slug,
    category: aisle.category,
    name: good.name,
    blurb: good.blurb,
    origin: 'MA',
    canPrivateLabel: good.canPrivateLabel ?? true,
    picture: good.picture,
    variants: good.sizes.flatMap((_, position) => variantOf(good, position, nextShelf())),
  }));
}
