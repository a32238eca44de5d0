import { missingPieces } from '@qafila/shared/branding/packaging.rules';
import type { Reason } from '@qafila/shared/ordering/order-views';
import type { Dressing, PriceBook, Wish } from './pricing';

/** A spec of an order with all pieces it dresses: lines of several products share one print run. */
export interface DressedPieces {
  readonly spec: Dressing;
  readonly pieces: number;
  /** Zero when its minimum is reached. */
  readonly missing: number;
}

/** The specs of an order, in the order of its lines. */
export function dressedPieces(wishes: readonly Wish[], book: PriceBook): DressedPieces[] {
  const pieces = new Map<string, number>();
  for (const { pack, specId, quantity } of wishes) {
    if (pack === 'private_label' && specId !== null) pieces.set(specId, (pieces.get(specId) ?? 0) + quantity);
  }
  return [...pieces].flatMap(([specId, count]) => {
    const spec = book.specs.get(specId);
    return spec ? [{ spec, pieces: count, missing: missingPieces(count, spec.minimumPieces) }] : [];
  });
}

/** Each dressing that starts at more pieces than the order has of it. */
export const dressingBlockers = (dressed: readonly DressedPieces[]): Reason[] =>
  dressed
    .filter(({ missing }) => missing > 0)
    .map(({ spec, missing }) => ({
      code: 'BRANDING_MINIMUM',
      params: { spec: spec.name, minimum: spec.minimumPieces, missing },
    }));
