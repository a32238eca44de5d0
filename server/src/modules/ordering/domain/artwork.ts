import type { ArtworkState } from '@qafila/shared/ordering/order-views';
import { isDressed, type PriceBook, type Wish } from './pricing';

type DressedLine = Wish & { readonly productId: string };

/** Lines that want a label and have no spec that is in force for them; of a placed order none: it was proven then. */
export function undressedOf<L extends DressedLine>(
  lines: readonly L[],
  order: { readonly book: PriceBook; readonly isDraft: boolean },
): L[] {
  if (!order.isDraft) return [];
  return lines.filter((line) => {
    const offer = order.book.offers.get(line.variantId);
    return line.pack === 'private_label' && offer !== undefined && !isDressed(line, offer, order.book);
  });
}

/**
 * Whether what dresses an order is there. One product without a brief holds the whole order; only when a design is
 * under way for every one of them it is being proofed.
 */
export function artworkOf(
  lines: readonly Pick<DressedLine, 'pack'>[],
  undressed: readonly Pick<DressedLine, 'productId'>[],
  underWay: ReadonlySet<string>,
): ArtworkState {
  if (lines.every((line) => line.pack === 'neutral')) return 'not_needed';
  if (undressed.length === 0) return 'approved';
  return undressed.every((line) => underWay.has(line.productId)) ? 'proofing' : 'awaiting_brief';
}
