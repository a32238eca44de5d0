import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CURRENCIES, CURRENCY_EXPONENT } from './currency';
import {
  add,
  afterDiscount,
  compare,
  equivalent,
  isAtLeast,
  lineNet,
  MONEY_BOUND,
  money,
  moneySchema,
  share,
  split,
  subtract,
  sum,
  zero,
} from './money';

const sar = (minor: number) => money(minor, 'SAR');
const amount = fc.integer({ min: -(2 ** 40), max: 2 ** 40 }).map(sar);

describe('an amount', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, MONEY_BOUND, -MONEY_BOUND])('is never %p', (minor) => {
    expect(() => sar(minor)).toThrow(RangeError);
  });

  it('may stand just inside the bound', () => {
    expect(sar(MONEY_BOUND - 1).minor).toBe(2 ** 51 - 1);
  });

  it('has one zero: a negative one would break strict comparison and JSON', () => {
    expect(Object.is(sar(-0).minor, 0)).toBe(true);
    expect(Object.is(share(sar(-1), 1).minor, 0)).toBe(true);
  });

  it('of another currency is not added, subtracted or compared', () => {
    const [a, b] = [sar(1) as ReturnType<typeof money>, money(1, 'USD')];
    for (const operation of [add, subtract, compare]) expect(() => operation(a, b)).toThrow(TypeError);
  });

  it('is read from the wire as it is, and nothing else is', () => {
    expect(moneySchema.parse({ minor: 500_000, currency: 'SAR' })).toEqual(sar(500_000));
    for (const wrong of [
      { minor: 1.5, currency: 'SAR' },
      { minor: '1', currency: 'SAR' },
      { minor: 1, currency: 'QQQ' },
      { minor: 1, currency: 'SAR', extra: 1 },
      { minor: MONEY_BOUND, currency: 'SAR' },
    ])
      expect(moneySchema.safeParse(wrong).success).toBe(false);
  });
});

describe('adding', () => {
  it('goes back by subtracting, and a sum does not depend on order', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(sum([a, b], 'SAR')).toEqual(sum([b, a], 'SAR'));
      }),
    );
  });

  it('of nothing is zero', () => {
    expect(sum([], 'KWD')).toEqual(zero('KWD'));
  });

  it('knows more from less', () => {
    expect(isAtLeast(sar(500_000), sar(500_000))).toBe(true);
    expect(isAtLeast(sar(499_999), sar(500_000))).toBe(false);
  });
});

describe('a share', () => {
  it.each([
    [100, 1500, 15],
    [103, 1500, 15],
    [110, 1500, 17],
    [3, 5000, 2],
    [-3, 5000, -2],
    [1, 4999, 0],
  ])('%p × %p basis points is %p: half goes away from zero', (minor, basisPoints, expected) => {
    expect(share(sar(minor), basisPoints).minor).toBe(expected);
  });

  it('is off by half a unit at most, and exact where doubles are not', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (a, basisPoints) => {
        const error = BigInt(share(a, basisPoints).minor) * 10_000n - BigInt(a.minor) * BigInt(basisPoints);
        expect(error <= 5_000n && error >= -5_000n).toBe(true);
      }),
    );
  });
});

describe('splitting', () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 })
    .filter((list) => list.some((weight) => weight > 0));

  it('loses and invents nothing, and no part is off by a whole unit', () => {
    fc.assert(
      fc.property(amount, weights, (a, list) => {
        const parts = split(a, list);
        expect(sum(parts, 'SAR')).toEqual(a);
        const total = list.reduce((x, y) => x + y, 0);
        parts.forEach((part, at) => {
          const error = BigInt(part.minor) * BigInt(total) - BigInt(a.minor) * BigInt(list[at] ?? 0);
          expect(error < BigInt(total) && error > -BigInt(total)).toBe(true);
        });
      }),
    );
  });

  it('gives the rest to the largest remainder, the first of equals', () => {
    expect(split(sar(100), [1, 1, 1]).map((part) => part.minor)).toEqual([34, 33, 33]);
    expect(split(sar(-100), [1, 1, 1]).map((part) => part.minor)).toEqual([-34, -33, -33]);
  });

  it.each([[[]], [[0, 0]], [[-1, 2]], [[0.5]]])('by %p is refused', (list) => {
    expect(() => split(sar(100), list)).toThrow(RangeError);
  });
});

describe('a price of one piece', () => {
  it('is rounded by the tier before it is multiplied', () => {
    // 1.2345 less 8 % is 1.13574, as a unit price 1.1357; 1,000 of them are 1,135.70 and not 1,135.74.
    const price = afterDiscount({ per10k: 12_345, currency: 'SAR' }, 8);
    expect(price.per10k).toBe(11_357);
    expect(lineNet(price, 1000)).toEqual(sar(113_570));
  });

  it.each([
    ['SAR', 12_345, 1, 123],
    ['SAR', 12_350, 1, 124],
    ['KWD', 12_345, 1, 1_235],
    ['JPY', 12_345, 1, 1],
    ['JPY', 15_000, 1, 2],
  ] as const)('in %s: %p × 10⁻⁴ × %p is %p minor units', (currency, per10k, quantity, minor) => {
    expect(lineNet({ per10k, currency }, quantity)).toEqual(money(minor, currency));
  });

  it('is rounded once for the line, never for the piece', () => {
    expect(lineNet({ per10k: 33, currency: 'SAR' }, 300)).toEqual(sar(99));
  });
});

describe('the equivalent of a minimum', () => {
  it.each([
    [500_000, 133_334],
    [200_000, 53_334],
  ])('of %p halalas in dollars at 3.75 is %p cents: up, never down', (minor, cents) => {
    expect(equivalent(sar(minor), 'USD', 3_750_000)).toEqual(money(cents, 'USD'));
  });

  it('in SAR is the amount itself', () => {
    expect(equivalent(sar(500_000), 'SAR', 1_000_000)).toEqual(sar(500_000));
  });

  it('is the smallest amount that is worth at least as much, in every currency', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.constantFrom(...CURRENCIES),
        fc.integer({ min: 1_000, max: 20_000_000 }),
        (minor, currency, rateE6) => {
          const found = BigInt(equivalent(sar(minor), currency, rateE6).minor);
          const scale = 10n ** BigInt(CURRENCY_EXPONENT[currency]);
          const worth = (units: bigint) => units * BigInt(rateE6) * 100n;
          const wanted = BigInt(minor) * 1_000_000n * scale;
          expect(worth(found) >= wanted).toBe(true);
          expect(found === 0n || worth(found - 1n) < wanted).toBe(true);
        },
      ),
    );
  });
});
