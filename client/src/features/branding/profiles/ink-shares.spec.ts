import { describe, expect, it } from '@jest/globals';
import { withInk } from './ink-shares';

describe('a share of ink', () => {
  it.each(['50', '٥٠', '۵۰'])('typed as %s is fifty', (text) => {
    expect(withInk([10, 0, 0, 5], 1, text)).toEqual([10, 50, 0, 5]);
  });

  it('is never more than the whole', () => {
    expect(withInk(null, 0, '٩٩٩')).toEqual([100, 0, 0, 0]);
  });

  it('leaves no separation behind when the last of them is emptied', () => {
    expect(withInk([0, 0, 0, 5], 3, '')).toBeNull();
    expect(withInk([0, 7, 0, 5], 3, '')).toEqual([0, 7, 0, 0]);
  });
});
