import { describe, expect, it } from '@jest/globals';
import { type Money, money } from '@qafila/shared/kernel/money';
import fc from 'fast-check';
import { MOST_TRIED, uniqueSubset } from './subset-sum';

const sar = (minor: number): Money => money(minor, 'SAR');
const find = (amounts: readonly number[], total: number) =>
  uniqueSubset(
    amounts.map((minor, at) => ({ at, minor })),
    ({ minor }) => sar(minor),
    sar(total),
  )?.map(({ at }) => at);

/** Every set, one by one. */
function setsOf(amounts: readonly number[], total: number): number[][] {
  const found: number[][] = [];
  for (let set = 1; set < 2 ** amounts.length; set += 1) {
    const taken = amounts.flatMap((_, at) => (Math.floor(set / 2 ** at) % 2 === 1 ? [at] : []));
    if (taken.reduce((sum, at) => sum + (amounts[at] ?? 0), 0) === total) found.push(taken);
  }
  return found;
}

describe('the one set of amounts with a sum', () => {
  it('is what trying every set finds, and nothing where there are two', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 40 }), (each, total) => {
        const sets = setsOf(each, total);
        expect(find(each, total)).toEqual(sets.length === 1 ? sets[0] : undefined);
      }),
    );
  });

  it('is looked for among twenty, and not among more', () => {
    const amounts = Array.from({ length: MOST_TRIED }, (_, at) => 2 ** at);
    expect(find(amounts, 2 ** MOST_TRIED - 1)).toHaveLength(MOST_TRIED);
    expect(find([...amounts, 1], 3)).toBeUndefined();
  });
});
