import { describe, expect, it } from '@jest/globals';
import { orderPath } from './order-path';

const draft = { id: 'a', state: 'draft' };

describe('where an order opens', () => {
  it('is the grid, for a draft and whoever builds drafts', () => {
    expect(orderPath(draft, true)).toBe('/orders/a/edit');
    expect(orderPath({ ...draft, isStoreDraft: false }, true)).toBe('/orders/a/edit');
  });

  it('is its page to read, for whoever builds none: the grid would refuse him', () => {
    expect(orderPath(draft, false)).toBe('/orders/a');
  });

  it('is its page to read, for a draft of the store and for what was placed', () => {
    expect(orderPath({ ...draft, isStoreDraft: true }, true)).toBe('/orders/a');
    expect(orderPath({ ...draft, state: 'submitted' }, true)).toBe('/orders/a');
  });
});
