import { describe, expect, it } from '@jest/globals';
import { fulfilmentOf } from './fulfilment';

describe('how far the parcels of an order are', () => {
  it('not started without parcels and while all wait', () => {
    expect([fulfilmentOf([]), fulfilmentOf(['planned', 'on_hold'])]).toEqual(['not_started', 'not_started']);
  });

  it('in the warehouse as soon as one is touched, until the last is handed over', () => {
    expect(fulfilmentOf(['planned', 'picking'])).toBe('in_warehouse');
    expect(fulfilmentOf(['handed_over', 'labelled'])).toBe('in_warehouse');
  });

  it('on the way, then delivered, cancelled ones aside', () => {
    expect(fulfilmentOf(['in_transit', 'delivered', 'cancelled'])).toBe('on_the_way');
    expect(fulfilmentOf(['delivered', 'cancelled'])).toBe('delivered');
  });
});
