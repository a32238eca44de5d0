import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  formatAmount,
  formatDate,
  formatDateTime,
  formatMoney,
  formatNumber,
  formatTime,
  formatUnitMoney,
  formatUnitPrice,
  isolate,
} from './format';
import { LOCALES } from './locale';
import { money } from './money';

/** Blanks of any kind as one blank, isolates away: what a reader sees. */
const seen = (text: string): string => text.replace(/[\u2066\u2069]/gu, '').replace(/\s/gu, ' ');

describe('an amount', () => {
  it.each([
    ['en', 'SAR 1,250.50'],
    ['ar', '1,250.50 ر.س'],
    ['no', '1 250,50 SAR'],
    ['fr', '1 250,50 SAR'],
  ] as const)('in %s reads %p', (locale, text) => {
    expect(seen(formatMoney(money(125_050, 'SAR'), locale))).toBe(text);
  });

  it('keeps the decimals of its currency', () => {
    expect(seen(formatMoney(money(1_234, 'JPY'), 'en'))).toBe('JPY 1,234');
    expect(seen(formatMoney(money(1_234, 'KWD'), 'en'))).toBe('KWD 1.234');
    expect(formatAmount(money(5, 'SAR'), 'en')).toBe('0.05');
  });

  it('below zero has a minus sign before its digits', () => {
    expect(formatAmount(money(-125_050, 'SAR'), 'en')).toBe('−1,250.50');
  });

  it('in Arabic keeps its digits together, left to right', () => {
    expect(formatMoney(money(125_050, 'SAR'), 'ar')).toBe('\u20661,250.50\u2069\u00a0ر.س');
  });

  it('never wraps between number and currency', () => {
    for (const locale of LOCALES) expect(formatMoney(money(100, 'SAR'), locale)).toMatch(/\u00a0/u);
  });

  it('shows every digit of the largest amounts: no binary fractions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 51 - 1 }), (minor) => {
        const digits = formatAmount(money(minor, 'SAR'), 'en').replace(/\D/g, '');
        expect(digits).toBe(String(minor).padStart(3, '0'));
      }),
    );
  });
});

describe('a unit price', () => {
  it.each([
    ['en', 'SAR 1.2345'],
    ['ar', '1.2345 ر.س'],
    ['fr', '1,2345 SAR'],
  ] as const)('stands beside its currency as an amount does, in %s', (locale, text) => {
    expect(seen(formatUnitMoney({ per10k: 12_345, currency: 'SAR' }, locale))).toBe(text);
  });

  it('has two decimals unless it needs four', () => {
    expect(formatUnitPrice({ per10k: 184_000, currency: 'SAR' }, 'en')).toBe('18.40');
    expect(formatUnitPrice({ per10k: 12_345, currency: 'SAR' }, 'en')).toBe('1.2345');
    expect(formatUnitPrice({ per10k: 12_345, currency: 'SAR' }, 'no')).toBe('1,2345');
  });
});

describe('numbers and moments', () => {
  it('use Latin digits and the Gregorian calendar in every language', () => {
    for (const locale of LOCALES) {
      expect(formatNumber(1234, locale)).not.toMatch(/[٠-٩]/u);
      expect(formatDate('2026-11-22T10:00:00Z', locale)).toMatch(/22/);
      expect(formatDate('2026-11-22T10:00:00Z', locale)).toMatch(/2026/);
    }
  });

  it('are shown in Riyadh, where the day begins three hours earlier', () => {
    expect(formatDate('2026-11-22T21:30:00Z', 'en')).toBe('23 Nov 2026');
    expect(formatTime('2026-11-22T21:30:00Z', 'en')).toBe('00:30');
    expect(seen(formatDateTime('2026-11-22T11:03:00Z', 'en'))).toBe('22 Nov 2026 14:03');
  });
});

describe('isolating', () => {
  it('puts a value between marks that keep its direction', () => {
    expect(isolate('ARG-030')).toBe('\u2066ARG-030\u2069');
  });
});
