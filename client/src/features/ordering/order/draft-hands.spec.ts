import { describe, expect, it } from '@jest/globals';
import { isInOtherHands } from './draft-hands';

const prepared = {
  code: 'order_help' as const,
  text: 'Eid',
  at: '2026-11-22T10:00:00.000Z',
  isTakenOver: false,
};

describe('a draft', () => {
  it('that the store prepared is edited by the store and not by the trader', () => {
    expect(isInOtherHands({ state: 'draft', prepared }, true)).toBe(false);
    expect(isInOtherHands({ state: 'draft', prepared }, false)).toBe(true);
  });

  it('that was taken over, or begun by the trader, is edited by the trader alone', () => {
    const taken = { ...prepared, isTakenOver: true };
    for (const own of [taken, null]) {
      expect(isInOtherHands({ state: 'draft', prepared: own }, false)).toBe(false);
      expect(isInOtherHands({ state: 'draft', prepared: own }, true)).toBe(true);
    }
  });

  it('that became an order is in nobody’s way', () => {
    expect(isInOtherHands({ state: 'submitted', prepared: null }, true)).toBe(false);
  });
});
