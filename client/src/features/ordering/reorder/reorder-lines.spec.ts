import { describe, expect, it } from '@jest/globals';
import type { ReorderLine } from '@qafila/shared/ordering/reorder.contract';
import { changedLines, goodsOf, lineNow, picksOf, wantedOf } from './reorder-lines';

const price = (per10k: number) => ({ per10k, currency: 'SAR' as const });
const words = { en: 'Oil', ar: 'زيت', no: 'Olje', fr: 'Huile' };
const line = (variantId: string, given: Partial<ReorderLine> = {}): ReorderLine => ({
  ...{ variantId, productId: 'p', sku: `SKU-${variantId}`, name: words, size: words, pictureHash: '' },
  before: { quantity: 36, unitPrice: price(100_000), pack: 'neutral', specCode: null },
  now: {
    ...{ quantity: 48, unitPrice: price(90_000), pack: 'neutral', specId: null, specCode: null },
    terms: {
      unitPrice: price(100_000),
      tiers: [{ from: 48, percentOff: 10 }],
      minimumQuantity: 24,
      step: 24,
      available: 60,
    },
  },
  reasons: [{ code: 'REORDER_ROUNDED', params: { before: 36, now: 48, minimum: 24, step: 24 } }],
  ...given,
});
const gone = line('gone', { now: null, reasons: [{ code: 'REORDER_NOT_SOLD', params: {} }] });
const plan = { name: 'Autumn (2)', lines: [line('a'), line('b'), gone], reasons: [] };

describe('lines that are ordered again', () => {
  it('are all picked as they were, but for those that do not come', () => {
    const picks = picksOf(plan);
    expect([...picks]).toEqual([
      ['a', { isTaken: true, typed: '36' }],
      ['b', { isTaken: true, typed: '36' }],
    ]);
    expect(wantedOf(plan, picks)).toEqual([
      { variantId: 'a', quantity: 36 },
      { variantId: 'b', quantity: 36 },
    ]);
    // 2 × 48 pieces at 9.00.
    expect(goodsOf(plan, picks)?.minor).toBe(86_400);
  });

  it('answer while somebody types: rounding, tier and stock of the typed quantity', () => {
    expect(lineNow(line('a'), '24')).toMatchObject({ quantity: 24, unitPrice: price(100_000), reasons: [] });
    expect(lineNow(line('a'), '٦٠')?.reasons.map(({ code }) => code)).toEqual([
      'REORDER_ROUNDED',
      'STOCK_SHORT',
    ]);
    expect([lineNow(line('a'), 'x'), lineNow(line('a'), '0'), lineNow(gone, '24')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are not asked for while one that is taken is no quantity', () => {
    const picks = new Map([
      ['a', { isTaken: true, typed: '' }],
      ['b', { isTaken: false, typed: 'x' }],
    ]);
    expect(wantedOf(plan, picks)).toBeUndefined();
    expect(goodsOf(plan, picks)).toBeNull();
    expect(wantedOf(plan, new Map([...picks, ['a', { isTaken: true, typed: '24' }]]))).toHaveLength(1);
  });

  it('are named when they come otherwise: for a reason, or at another price', () => {
    const same = line('same', { reasons: [] });
    const dearer = { ...same, variantId: 'dearer' };
    const cheap = { ...same, before: { ...same.before, unitPrice: price(90_000) } };
    expect(changedLines({ ...plan, lines: [cheap, dearer, gone] }).map((each) => each.variantId)).toEqual([
      'dearer',
      'gone',
    ]);
  });
});
