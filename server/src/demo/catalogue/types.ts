import type { PriceList } from '@qafila/shared/catalogue/catalogue.rules';
import type { PictureSpec } from '../art/picture-spec';

export type Words = { en: string; ar: string; no: string; fr: string };

export interface DemoCategory {
  slug: string;
  name: Words;
}

export interface DemoTier {
  /** Smallest quantity in units, a whole number of steps. */
  from: number;
  percentOff: number;
}

export interface DemoVariant {
  sku: string;
  size: Words;
  /** Column of the order grid: the amount in ml, g, cm or shoe size, so equal amounts share a column. */
  axisOrder: number;
  /** Thirteen digits with a valid check digit, from the range of neutral goods. */
  gtin: string;
  caseSize: number;
  minimumQuantity: number;
  step: number;
  weightGrams: number;
  /** Place in the warehouse, such as `B-04`. */
  shelf: string;
  onHand: number;
  /** Unit price of each list in 10⁻⁴ SAR, before VAT. */
  pricesSar10k: Readonly<Record<PriceList, number>>;
  tiers: DemoTier[];
  /** Days until the next delivery; present only when nothing is on hand. */
  arrivesInDays?: number;
}

export interface DemoProduct {
  slug: string;
  category: string;
  name: Words;
  blurb: Words;
  origin: 'MA';
  canPrivateLabel: boolean;
  picture: PictureSpec;
  variants: DemoVariant[];
}
