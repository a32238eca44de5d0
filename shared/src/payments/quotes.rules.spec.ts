import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CURRENCIES } from '../kernel/currency';
import { convert, money } from '../kernel/money';
import {
  isFreshRate,
  isQuoteOpen,
  lockRate,
  type PublishedRate,
  QUOTE_MINUTES,
  quotedAmount,
  RATE_MARKUP_BPS,
  RATE_MAX_AGE_HOURS,
} from './quotes.rules';

const NOON = new Date('2026-11-29T12:00:00Z');
const hoursAgo = (hours: number): Date => new Date(NOON.getTime() - hours * 3_600_000);
const published = (given: Partial<PublishedRate> = {}): PublishedRate => ({
  base: 'SAR',
  quote: 'NOK',
  num: 271_345,
  scale: 5,
  source: 'norges-bank',
  asOf: hoursAgo(2),
  ...given,
});

describe('a rate', () => {
  it('quotes while the whole quote stays within 24 hours', () => {
    const lastQuote = RATE_MAX_AGE_HOURS.value - QUOTE_MINUTES.value / 60;
    expect(isFreshRate({ asOf: NOON }, NOON)).toBe(true);
    expect(isFreshRate({ asOf: hoursAgo(lastQuote) }, NOON)).toBe(true);
    expect(isFreshRate({ asOf: new Date(hoursAgo(lastQuote).getTime() - 1) }, NOON)).toBe(false);
  });

  it('from the future quotes nothing', () => {
    expect(isFreshRate({ asOf: hoursAgo(-1) }, NOON)).toBe(false);
    expect(lockRate(published({ asOf: hoursAgo(-1) }), NOON)).toBeNull();
  });

  it('is locked for an hour, with all that computes the amount again', () => {
    expect(lockRate(published(), NOON)).toEqual({
      base: 'SAR',
      quote: 'NOK',
      rateNum: 271_345,
      rateScale: 5,
      source: 'norges-bank',
      asOf: hoursAgo(2),
      expiresAt: new Date(NOON.getTime() + QUOTE_MINUTES.value * 60_000),
      markupBps: RATE_MARKUP_BPS.value,
    });
  });

  it('that is too old locks nothing', () => {
    expect(lockRate(published({ asOf: hoursAgo(23.5) }), NOON)).toBeNull();
  });

  it('may be paid until its end, not at it', () => {
    const snapshot = { expiresAt: new Date('2026-11-29T13:00:00Z') };
    expect(isQuoteOpen(snapshot, new Date('2026-11-29T12:59:59Z'))).toBe(true);
    expect(isQuoteOpen(snapshot, new Date('2026-11-29T13:00:00Z'))).toBe(false);
  });
});

describe('an amount in another currency', () => {
  const rate = { base: 'SAR', quote: 'USD', num: 1, scale: 0, markupBps: 0 } as const;

  it('is the quoted one', () => {
    const snapshot = lockRate(published(), NOON);
    expect(snapshot && quotedAmount(money(500_000, 'SAR'), snapshot)).toEqual(money(1_356_725, 'NOK'));
  });

  it.each([
    [5, 2],
    [15, 8],
    [25, 12],
    [-15, -8],
    [26, 13],
  ])('rounds %d halves half to even: %d', (minor, rounded) => {
    const half = { ...rate, num: 5, scale: 1 };
    expect(convert(money(minor, 'SAR'), half)).toEqual(money(rounded, 'USD'));
  });

  it.each([
    ['SAR', 'KRW', 100, money(100, 'KRW')],
    ['SAR', 'KWD', 100, money(100_000, 'KWD')],
    ['KWD', 'SAR', 100, money(10_000, 'SAR')],
  ] as const)('from %s to %s minds the decimals', (base, quote, num, expected) => {
    const major = money(base === 'KWD' ? 1000 : 100, base);
    expect(convert(major, { base, quote, num, scale: 0, markupBps: 0 })).toEqual(expected);
  });

  it('takes a surcharge before it rounds', () => {
    expect(convert(money(10_000, 'SAR'), { ...rate, markupBps: 150 })).toEqual(money(10_150, 'USD'));
  });

  it('refuses an amount of another currency', () => {
    expect(() => convert(money(1, 'NOK'), rate)).toThrow(TypeError);
  });

  it('is never further from the exact value than half a minor unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 10 ** 6 }),
        fc.constantFrom(...CURRENCIES.filter((currency) => currency !== 'KWD')),
        (minor, num, quote) => {
          const amount = convert(money(minor, 'SAR'), { base: 'SAR', quote, num, scale: 6, markupBps: 0 });
          const places = { JPY: 0, KRW: 0, BHD: 3, OMR: 3, JOD: 3 } as Record<string, number>;
          const exact = BigInt(minor) * BigInt(num) * 10n ** BigInt(places[quote] ?? 2);
          const error = BigInt(amount.minor) * 10n ** 8n - exact;
          expect((error < 0n ? -error : error) * 2n <= 10n ** 8n).toBe(true);
        },
      ),
    );
  });
});
