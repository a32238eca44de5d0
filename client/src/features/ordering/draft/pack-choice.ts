import type { BrandProfileView } from '@qafila/shared/branding/branding.contract';
import type { ProductView } from '@qafila/shared/catalogue/catalogue.contract';
import type { DraftLine } from './save-queue';

export type LockedSpec = BrandProfileView['specs'][number];
export type PackChoice = Pick<DraftLine, 'pack' | 'specId'>;

/** The locked specs of a brand that dress this product. */
export const specsFor = (product: ProductView, brand: BrandProfileView | undefined): readonly LockedSpec[] =>
  product.canPrivateLabel ? (brand?.specs.filter((spec) => spec.productIds.includes(product.id)) ?? []) : [];

/** The labels a draft can take: those of its brand, and the one it was begun for. */
export interface Labels {
  readonly brand: BrandProfileView | undefined;
  readonly wantedSpecId: string | null;
}

/**
 * How a newly entered line is packed: as the product's other lines, else in the label the draft was begun for, else in
 * the brand's newest one, else neutral.
 */
export function packFor(
  product: ProductView,
  { brand, wantedSpecId }: Labels,
  lineOf: (variantId: string) => DraftLine | undefined,
): PackChoice {
  const sibling = product.variants.map((variant) => lineOf(variant.id)).find((line) => line !== undefined);
  if (sibling) return { pack: sibling.pack, specId: sibling.specId };
  const specs = [...specsFor(product, brand)].sort((a, b) => b.version - a.version);
  const newest = specs.find((spec) => spec.id === wantedSpecId) ?? specs[0];
  return newest ? { pack: 'private_label', specId: newest.id } : { pack: 'neutral', specId: null };
}
