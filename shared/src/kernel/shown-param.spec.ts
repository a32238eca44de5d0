import { describe, expect, it } from '@jest/globals';
import { fillWithParams } from './shown-param';

describe('a parameter of a sentence', () => {
  it.each([
    ['en', 'until 1 Dec 2026'],
    ['no', 'until 1. des. 2026'],
    ['fr', 'until 1 déc. 2026'],
  ] as const)('is a date in %s where it is a day', (locale, shown) => {
    expect(fillWithParams('until {until}', { until: '2026-12-01' }, locale)).toBe(shown);
  });

  it('leaves the code of an order as it is', () => {
    expect(fillWithParams('order {code}', { code: 'K7M-2QX9' }, 'fr')).toBe('order K7M-2QX9');
  });

  it('keeps its own direction in an Arabic sentence', () => {
    expect(fillWithParams('شركة {name}', { name: 'Dar Nour (Riyadh)' }, 'ar')).toBe(
      'شركة \u2068Dar Nour (Riyadh)\u2069',
    );
    expect(fillWithParams('شركة {name}', { name: 'دار نور (2)' }, 'ar')).toBe('شركة \u2068دار نور (2)\u2069');
  });

  it('shows numbers and money in the language of the reader', () => {
    const params = { count: 1250, sum: { minor: 197_980, currency: 'SAR' } };
    expect(fillWithParams('{count} of {sum}', params, 'en')).toBe('1,250 of SAR\u00a01,979.80');
  });
});
