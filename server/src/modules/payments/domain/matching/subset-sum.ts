import { add, type Money, subtract, zero } from '@qafila/shared/kernel/money';

/** Orders of one company that are tried against an amount: beyond it, chance finds sums that nobody meant. */
export const MOST_TRIED = 20;

/** Sums of all sets of these amounts; the bits of a sum's place say which are in it. */
function sumsOf(amounts: readonly Money[], nothing: Money): Money[] {
  const sums = [nothing];
  for (const amount of amounts) sums.push(...sums.map((sum) => add(sum, amount)));
  return sums;
}

/**
 * The one set of items whose amounts sum to `total`; `undefined` when there is none, when there are two, or when there
 * are too many items to tell. Amounts are positive and of one currency. Each half is summed by itself, so that twenty
 * items cost two thousand sums and not a million.
 */
export function uniqueSubset<T>(
  items: readonly T[],
  amountOf: (item: T) => Money,
  total: Money,
): readonly T[] | undefined {
  if (items.length > MOST_TRIED) return undefined;
  const nothing = zero(total.currency);
  const half = Math.floor(items.length / 2);
  const lower = sumsOf(items.slice(0, half).map(amountOf), nothing);
  const upper = new Map<number, number[]>();
  for (const [set, sum] of sumsOf(items.slice(half).map(amountOf), nothing).entries())
    upper.set(sum.minor, [...(upper.get(sum.minor) ?? []), set]);
  const found = lower.flatMap((sum, low) =>
    (upper.get(subtract(total, sum).minor) ?? []).map((high) => low + high * 2 ** half),
  );
  const [only, another] = found;
  if (only === undefined || another !== undefined || only === 0) return undefined;
  return items.filter((_, at) => Math.floor(only / 2 ** at) % 2 === 1);
}
