import type { DraftLine } from '../draft/save-queue';

export interface Share {
  readonly variantId: string;
  readonly quantity: number;
}

/** Pieces of each line split evenly among so many recipients; the first ones get what does not divide. */
export function shareEvenly(
  lines: readonly Pick<DraftLine, 'variantId' | 'quantity'>[],
  people: number,
): Share[][] {
  return Array.from({ length: people }, (_, person) =>
    lines
      .map(({ variantId, quantity }) => ({
        variantId,
        quantity: Math.floor(quantity / people) + (person < quantity % people ? 1 : 0),
      }))
      .filter((share) => share.quantity > 0),
  );
}

/** Sets one share; none removes it. */
export function withShare(items: readonly Share[], share: Share): Share[] {
  const others = items.filter((item) => item.variantId !== share.variantId);
  return share.quantity > 0 ? [...others, share] : others;
}

/** Adds everything that is left to one recipient's shares. */
export const withRest = (items: readonly Share[], left: ReadonlyMap<string, number>): Share[] =>
  [...left].reduce<Share[]>(
    (shares, [variantId, quantity]) => {
      if (quantity <= 0) return shares;
      const has = shares.find((share) => share.variantId === variantId)?.quantity ?? 0;
      return withShare(shares, { variantId, quantity: has + quantity });
    },
    [...items],
  );

/** True where somebody was given something, which sharing anew would replace. */
export const hasShares = (recipients: readonly { readonly items: readonly Share[] }[]): boolean =>
  recipients.some(({ items }) => items.some(({ quantity }) => quantity > 0));
