import { describe, expect, it } from '@jest/globals';
import { hasShares, shareEvenly, withRest, withShare } from './sharing';

describe('sharing goods among recipients', () => {
  it('gives each the same and the rest to the first ones, never a piece more than ordered', () => {
    const shares = shareEvenly(
      [
        { variantId: 'oil', quantity: 14 },
        { variantId: 'soap', quantity: 2 },
      ],
      3,
    );
    expect(shares).toEqual([
      [
        { variantId: 'oil', quantity: 5 },
        { variantId: 'soap', quantity: 1 },
      ],
      [
        { variantId: 'oil', quantity: 5 },
        { variantId: 'soap', quantity: 1 },
      ],
      [{ variantId: 'oil', quantity: 4 }],
    ]);
  });

  it('sets one share and removes it at none', () => {
    const items = withShare([{ variantId: 'oil', quantity: 5 }], { variantId: 'soap', quantity: 2 });
    expect(items).toHaveLength(2);
    expect(withShare(items, { variantId: 'oil', quantity: 0 })).toEqual([{ variantId: 'soap', quantity: 2 }]);
  });

  it('adds what is left, and nothing where too much was given', () => {
    const left = new Map([
      ['oil', 7],
      ['soap', -2],
      ['tea', 0],
    ]);
    expect(withRest([{ variantId: 'oil', quantity: 5 }], left)).toEqual([{ variantId: 'oil', quantity: 12 }]);
  });

  it('knows whether anything was given yet', () => {
    const given = { items: [{ variantId: 'oil', quantity: 1 }] };
    expect(hasShares([{ items: [] }, given])).toBe(true);
    expect(hasShares([{ items: [] }, { items: [] }])).toBe(false);
  });
});
