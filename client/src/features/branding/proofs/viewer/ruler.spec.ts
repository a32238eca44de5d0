import { describe, expect, it } from '@jest/globals';
import { ticksOf } from './ruler';

describe('a ruler', () => {
  it('has zero at the corner of the trim box', () => {
    const zero = ticksOf({ zoom: 4 }, 120, 600).find(({ mm }) => mm === 0);
    expect(zero).toEqual({ mm: 0, at: 120, hasLabel: true });
  });

  it('never has its ticks closer than can be told apart', () => {
    for (let zoom = 0.05; zoom < 200; zoom *= 1.4) {
      const [first, second] = ticksOf({ zoom }, 0, 900);
      if (first && second) expect(second.at - first.at).toBeGreaterThanOrEqual(7);
    }
  });

  it('labels every fifth tick, before zero too', () => {
    const labels = ticksOf({ zoom: 8 }, 90, 300).filter(({ hasLabel }) => hasLabel);
    expect(labels.map(({ mm }) => mm)).toEqual([-10, -5, 0, 5, 10, 15, 20, 25]);
  });
});
