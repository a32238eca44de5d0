import { describe, expect, it } from '@jest/globals';
import { dressedPieces, dressingBlockers } from './dressing';
import type { Dressing, PriceBook, Wish } from './pricing';

const spec = (id: string, minimumPieces: number): Dressing => ({
  id,
  code: `${id}-code`,
  name: `Label ${id}`,
  isLocked: true,
  unitPrice: { per10k: 20_000, currency: 'SAR' },
  productIds: [],
  minimumPieces,
  leadDays: 7,
  brandProfileId: 'brand',
  brandVersion: null,
});
const BOOK: PriceBook = {
  currency: 'SAR',
  offers: new Map(),
  specs: new Map([spec('a', 24), spec('b', 48)].map((each) => [each.id, each])),
};
const line = (specId: string | null, quantity: number): Wish => ({
  variantId: `${specId} ${quantity}`,
  quantity,
  pack: specId === null ? 'neutral' : 'private_label',
  specId,
});
const missing = (...wishes: Wish[]): [string, number, number][] =>
  dressedPieces(wishes, BOOK).map((each) => [each.spec.id, each.pieces, each.missing]);

describe('the minimum of a dressing', () => {
  it('counts the pieces of all lines it dresses, and no neutral ones', () => {
    expect(missing(line('a', 12), line('b', 12), line('a', 10), line(null, 500))).toEqual([
      ['a', 22, 2],
      ['b', 12, 36],
    ]);
  });

  it('is met by exactly as many pieces', () => {
    expect(missing(line('a', 23))).toEqual([['a', 23, 1]]);
    expect(missing(line('a', 24))).toEqual([['a', 24, 0]]);
  });

  it('blocks by the name of the spec, with what to add', () => {
    expect(dressingBlockers(dressedPieces([line('a', 24), line('b', 40)], BOOK))).toEqual([
      { code: 'BRANDING_MINIMUM', params: { spec: 'Label b', minimum: 48, missing: 8 } },
    ]);
  });

  it('says nothing of a spec that is not there: the line itself is blocked', () => {
    expect(missing(line('gone', 1))).toEqual([]);
  });
});
