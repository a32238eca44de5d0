import { describe, expect, it } from '@jest/globals';
import { levelFor, tilesAt, tilesInView } from './tiles';
import { fitted, type View } from './view';

const WINDOW = { width: 800, height: 600 };
/** 60 megapixels on A3: 9,450 × 6,350 pixels, which the intake cuts into six levels. */
const PAGE = {
  ...{ mediaWMm: 420, mediaHMm: 282.2, trimXMm: 5, trimYMm: 5, widthPx: 9450, heightPx: 6350 },
  tileLevels: 6,
};
const ONE = { view: { x: 0, y: 0, zoom: 1 }, window: WINDOW };

describe('levels', () => {
  it('follow the zoom, and the pixels of the screen', () => {
    const fit = fitted(PAGE, WINDOW).zoom;
    expect(levelFor(PAGE, fit, 1)).toBe(2);
    expect(levelFor(PAGE, fit, 2)).toBe(3);
    expect(levelFor(PAGE, 9450 / 420, 1)).toBe(5);
  });

  it('end at the first and at the last', () => {
    expect(levelFor(PAGE, 0.001, 1)).toBe(0);
    expect(levelFor(PAGE, 9000, 3)).toBe(5);
  });

  it('are never coarser than the screen by more than a sixth', () => {
    for (let zoom = 0.2; zoom < 22; zoom *= 1.07) {
      const level = levelFor(PAGE, zoom, 1);
      const pixelsAMm = 9450 / 420 / 2 ** (5 - level);
      expect(zoom / pixelsAMm).toBeLessThanOrEqual(1.16);
    }
  });
});

describe('tiles', () => {
  it('cover the page from its upper left corner without a gap', () => {
    const whole = tilesAt(PAGE, 2, { view: fitted(PAGE, WINDOW), window: WINDOW });
    // At level 2 the page has 1,182 × 794 pixels.
    expect(whole.map(({ col, row }) => [col, row])).toEqual([
      ...[0, 1, 2].map((col) => [col, 0]),
      ...[0, 1, 2].map((col) => [col, 1]),
    ]);
    const [first, second] = whole;
    expect(first).toMatchObject({ x: -5, y: -5 });
    expect(second?.x).toBeCloseTo((first?.x ?? 0) + (first?.width ?? 0), 9);
    const last = whole.at(-1);
    // Each level rounds up: the last tile may go beyond the page by less than a pixel of its level.
    const beyond = (last?.x ?? 0) + (last?.width ?? 0) - 415;
    expect(beyond).toBeGreaterThanOrEqual(0);
    expect(beyond).toBeLessThan((420 / 9450) * 8);
  });

  it('are one at the first level', () => {
    expect(tilesAt(PAGE, 0, { ...ONE, view: fitted(PAGE, WINDOW) })).toHaveLength(1);
  });

  it('outside of the window are none', () => {
    expect(tilesAt(PAGE, 5, { ...ONE, view: { x: 5000, y: 0, zoom: 20 } })).toEqual([]);
  });

  it('in view are few however close one looks', () => {
    const most = (zoom: number, density: number): number => {
      const view: View = { x: -200 * zoom, y: -140 * zoom, zoom };
      return tilesInView(PAGE, { view, window: { width: 1100, height: 760 }, density }).length;
    };
    for (let zoom = 0.5; zoom < 180; zoom *= 1.3) {
      expect(most(zoom, 1)).toBeLessThanOrEqual(48);
      expect(most(zoom, 2)).toBeLessThanOrEqual(130);
    }
  });

  it('lie over a coarser level and the whole page, the sharp ones last', () => {
    const levels = tilesInView(PAGE, {
      view: { x: -2000, y: -2000, zoom: 20 },
      window: WINDOW,
      density: 1,
    }).map(({ level }) => level);
    expect([...new Set(levels)]).toEqual([0, 3, 5]);
  });
});
