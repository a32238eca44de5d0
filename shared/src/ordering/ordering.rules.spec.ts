import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { add, afterDiscount, lineNet, money, sum } from '../kernel/money';
import {
  FIRST_ORDER_MINIMUM,
  fittingQuantity,
  isEmpty,
  LATER_ORDER_MINIMUM,
  MOST_PIECES,
  minimumFor,
  NAME_LENGTH,
  nameAgain,
  netOfLine,
  pieceAt,
  piecesAgain,
  quantityFault,
  tierFor,
  totalsOf,
  vatCategoryFor,
} from './ordering.rules';

const sar = (minor: number) => money(minor, 'SAR');
const TIERS = [
  { from: 144, percentOff: 8 },
  { from: 48, percentOff: 4 },
];

describe('tiers', () => {
  it.each([
    [1, 0, { missing: 47, percentOff: 4 }],
    [47, 0, { missing: 1, percentOff: 4 }],
    [48, 4, { missing: 96, percentOff: 8 }],
    [143, 4, { missing: 1, percentOff: 8 }],
    [144, 8, null],
    [99_999, 8, null],
  ])('at %p pieces: %p %% off', (quantity, percentOff, next) => {
    expect(tierFor(TIERS, quantity)).toEqual({ percentOff, next });
  });

  it('are none where there are none', () => {
    expect(tierFor([], 1000)).toEqual({ percentOff: 0, next: null });
  });

  it('price the line at the unit price of its own quantity', () => {
    const price = { per10k: 410_000, currency: 'SAR' as const };
    expect(netOfLine(price, TIERS, 48)).toEqual(lineNet(afterDiscount(price, 4), 48));
    expect(netOfLine(price, TIERS, 47)).toEqual(sar(47 * 4100));
  });
});

describe('a quantity', () => {
  const rules = { minimumQuantity: 24, step: 12 };

  it.each([24, 36, 120])('of %p is right', (quantity) => {
    expect(quantityFault(rules, quantity)).toBeUndefined();
  });

  it('below the minimum says the minimum', () => {
    expect(quantityFault(rules, 12)).toEqual({ code: 'minimum_quantity', minimum: 24 });
  });

  it('between two steps says both, and never less than the minimum', () => {
    expect(quantityFault(rules, 40)).toEqual({ code: 'step', step: 12, lower: 36, upper: 48 });
    expect(quantityFault({ minimumQuantity: 10, step: 12 }, 11)).toMatchObject({ lower: 10, upper: 12 });
  });

  it('that is proposed is itself right', () => {
    const whole = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 99_999 }), (step, cases, quantity) => {
        const given = { minimumQuantity: step * cases, step };
        const fault = quantityFault(given, quantity);
        if (fault?.code !== 'step') return;
        expect(quantityFault(given, fault.lower)).toBeUndefined();
        expect(quantityFault(given, fault.upper)).toBeUndefined();
        expect(fault.lower < quantity && quantity < fault.upper).toBe(true);
      }),
    );
  });
});

describe('ordered again', () => {
  it('a quantity that is right stays, any other goes up to the next that is right', () => {
    const rules = { minimumQuantity: 24, step: 12 };
    expect([1, 24, 25, 36, 37].map((quantity) => fittingQuantity(rules, quantity))).toEqual([
      24, 24, 36, 36, 48,
    ]);
    const whole = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 99_999 }), (step, least, quantity) => {
        const given = { minimumQuantity: least, step };
        const fitting = fittingQuantity(given, quantity);
        expect(quantityFault(given, fitting)).toBeUndefined();
        expect(fitting - step < Math.max(quantity, least)).toBe(true);
        expect(fitting).toBeLessThanOrEqual(MOST_PIECES);
      }),
    );
  });

  it('a quantity never goes up beyond what a line carries', () => {
    expect(fittingQuantity({ minimumQuantity: 6, step: 6 }, MOST_PIECES)).toBe(99_996);
  });

  it('pieces are told where they are rounded and where stock is short', () => {
    const offer = { minimumQuantity: 24, step: 24, available: 40, sku: 'ARG-030' };
    expect(piecesAgain(offer, 24)).toEqual({ quantity: 24, reasons: [] });
    expect(piecesAgain(offer, 36)).toEqual({
      quantity: 48,
      reasons: [
        { code: 'REORDER_ROUNDED', params: { before: 36, now: 48, minimum: 24, step: 24 } },
        { code: 'STOCK_SHORT', params: { sku: 'ARG-030', available: 40 } },
      ],
    });
  });

  it('a piece costs what the tier of its quantity says', () => {
    const price = { per10k: 410_000, currency: 'SAR' as const };
    expect([47, 48].map((quantity) => pieceAt(price, TIERS, quantity).per10k)).toEqual([410_000, 393_600]);
  });

  it.each([
    ['Autumn', 'Autumn (2)'],
    ['Autumn (2)', 'Autumn (3)'],
    ['Eid 2026', 'Eid 2026 (2)'],
    ['(2)', '(2) (2)'],
    ['هدايا العيد (9)', 'هدايا العيد (10)'],
  ])('%s is called %s', (name, again) => {
    expect(nameAgain(name)).toBe(again);
  });

  it('a long name stays within its length, with every character whole', () => {
    const again = nameAgain('🎁'.repeat(30));
    expect(again.length).toBeLessThanOrEqual(NAME_LENGTH);
    expect(again).toBe(`${'🎁'.repeat(28)} (2)`);
  });
});

describe('VAT', () => {
  const part = (minor: number, category: 'standard' | 'export') => ({ net: sar(minor), category });

  it('follows the place of delivery', () => {
    expect([vatCategoryFor('SA'), vatCategoryFor('AE'), vatCategoryFor('NO')]).toEqual([
      'standard',
      'export',
      'export',
    ]);
  });

  it('is rounded once on the sum, never on the line', () => {
    // Three nets of 0.10: 15 % of each would be 0.02, of their sum it is 0.05.
    const goods = [part(10, 'standard'), part(10, 'standard'), part(10, 'standard')];
    expect(totalsOf({ goods, branding: [], shipping: [] }, 'SAR').vat).toEqual(sar(5));
  });

  it('is due on branding and carriage too, and not on exports', () => {
    const totals = totalsOf(
      {
        goods: [part(100_000, 'standard'), part(50_000, 'export')],
        branding: [part(10_000, 'standard')],
        shipping: [part(9_500, 'standard')],
      },
      'SAR',
    );
    expect(totals).toEqual({
      goods: sar(150_000),
      branding: sar(10_000),
      shipping: sar(9_500),
      vat: sar(17_925),
      total: sar(187_425),
    });
  });

  it('and nets always make the total', () => {
    const parts = fc.array(
      fc
        .tuple(
          fc.integer({ min: 0, max: 10_000_000 }),
          fc.constantFrom('standard' as const, 'export' as const),
        )
        .map(([minor, category]) => part(minor, category)),
    );
    fc.assert(
      fc.property(parts, parts, parts, (goods, branding, shipping) => {
        const totals = totalsOf({ goods, branding, shipping }, 'SAR');
        const nets = sum([totals.goods, totals.branding, totals.shipping], 'SAR');
        expect(totals.total).toEqual(add(nets, totals.vat));
        expect(totals.vat.minor * 100).toBeLessThanOrEqual(nets.minor * 15 + 50);
      }),
    );
  });

  it('of an order without goods leaves it empty', () => {
    expect(isEmpty(totalsOf({ goods: [], branding: [], shipping: [] }, 'SAR'))).toBe(true);
  });
});

describe('the minimum (policy clause 8)', () => {
  const first = { hasConfirmedOrder: false, rateE6: 1_000_000 };
  const later = { hasConfirmedOrder: true, rateE6: 1_000_000 };

  it('is 5,000 SAR first and 2,000 SAR later, as published', () => {
    expect(FIRST_ORDER_MINIMUM).toMatchObject({ value: sar(500_000), clause: '8' });
    expect(LATER_ORDER_MINIMUM).toMatchObject({ value: sar(200_000), clause: '8' });
  });

  it.each([
    [499_999, first, false, 1],
    [500_000, first, true, 0],
    [199_999, later, false, 1],
    [200_000, later, true, 0],
    [0, later, false, 200_000],
  ])('%p halalas of goods', (minor, facts, isMet, missing) => {
    expect(minimumFor(sar(minor), facts)).toMatchObject({
      isMet,
      missing: sar(missing),
      reached: sar(minor),
    });
  });

  it('in dollars is rounded up', () => {
    const facts = { hasConfirmedOrder: false, rateE6: 3_750_000 };
    expect(minimumFor(money(133_333, 'USD'), facts)).toMatchObject({
      kind: 'first',
      required: money(133_334, 'USD'),
      missing: money(1, 'USD'),
      isMet: false,
    });
    const next = { ...facts, hasConfirmedOrder: true };
    expect(minimumFor(money(53_334, 'USD'), next)).toMatchObject({ kind: 'later', isMet: true });
  });

  it('is met exactly when nothing is missing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.boolean(), (minor, hasConfirmedOrder) => {
        const verdict = minimumFor(sar(minor), { hasConfirmedOrder, rateE6: 1_000_000 });
        expect(verdict.isMet).toBe(verdict.missing.minor === 0);
        if (!verdict.isMet) expect(add(verdict.reached, verdict.missing)).toEqual(verdict.required);
      }),
    );
  });
});
