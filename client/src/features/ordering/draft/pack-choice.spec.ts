import { describe, expect, it } from '@jest/globals';
import type { BrandProfileView } from '@qafila/shared/branding/branding.contract';
import type { ProductView } from '@qafila/shared/catalogue/catalogue.contract';
import { packFor } from './pack-choice';

const spec = (id: string, version: number, productIds = ['oil']) => ({ id, version, productIds });
const brand = {
  specs: [spec('first', 1), spec('second', 2), spec('soap', 3, ['soap'])],
} as unknown as BrandProfileView;
const oil = { id: 'oil', canPrivateLabel: true, variants: [{ id: 'a' }, { id: 'b' }] } as ProductView;
const none = () => undefined;

describe('the packing of a newly entered line', () => {
  it('is the brand’s newest label for these goods, and neutral without one', () => {
    expect(packFor(oil, { brand, wantedSpecId: null }, none)).toEqual({
      pack: 'private_label',
      specId: 'second',
    });
    expect(packFor(oil, { brand: undefined, wantedSpecId: 'first' }, none)).toEqual({
      pack: 'neutral',
      specId: null,
    });
  });

  it('is the label the draft was begun for, where it dresses these goods', () => {
    expect(packFor(oil, { brand, wantedSpecId: 'first' }, none).specId).toBe('first');
    expect(packFor(oil, { brand, wantedSpecId: 'soap' }, none).specId).toBe('second');
  });

  it('is that of the product’s other lines before all', () => {
    const line = { variantId: 'b', quantity: 12, pack: 'neutral' as const, specId: null };
    const lineOf = (id: string) => (id === 'b' ? line : undefined);
    expect(packFor(oil, { brand, wantedSpecId: 'first' }, lineOf)).toEqual({ pack: 'neutral', specId: null });
  });
});
