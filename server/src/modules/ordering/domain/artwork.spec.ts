import { describe, expect, it } from '@jest/globals';
import { artworkOf } from './artwork';

const label = (productId: string) => ({ pack: 'private_label' as const, productId });
const plain = { pack: 'neutral' as const };

describe('the artwork axis of an order', () => {
  it('is not needed where everything goes in neutral pack, and in an empty draft', () => {
    expect(artworkOf([plain], [], new Set())).toBe('not_needed');
    expect(artworkOf([], [], new Set())).toBe('not_needed');
  });

  it('is approved when every label has its locked spec', () => {
    expect(artworkOf([plain, label('a')], [], new Set())).toBe('approved');
  });

  it('waits for a brief as long as one product has none, and is proofed when all have', () => {
    const lines = [label('a'), label('b')];
    expect(artworkOf(lines, lines, new Set(['a']))).toBe('awaiting_brief');
    expect(artworkOf(lines, lines, new Set(['a', 'b']))).toBe('proofing');
    expect(artworkOf([...lines, label('c')], lines, new Set(['a', 'b', 'c']))).toBe('proofing');
  });
});
