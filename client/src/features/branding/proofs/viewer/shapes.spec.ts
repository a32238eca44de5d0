import { describe, expect, it } from '@jest/globals';
import { isOnPage } from '@qafila/shared/branding/proof-notes.rules';
import { boundsOf, moved, onPage, shapeBetween, stretched } from './shapes';

const TRIM = { trimWMm: 90, trimHMm: 50 };
const SIZE = { widthMm: 90, heightMm: 50 };

describe('a shape that is drawn', () => {
  it('stands at hundredths of a millimetre, on the page or its bleed', () => {
    expect(onPage({ x: 12.3456, y: -99 }, TRIM)).toEqual({ x: 12.35, y: -5 });
    expect(onPage({ x: 900, y: 49.999 }, TRIM)).toEqual({ x: 95, y: 50 });
  });

  it('is a rectangle in whatever direction it is dragged', () => {
    const drag = { from: { x: 40, y: 30 }, to: { x: 10, y: 45 } };
    expect(shapeBetween('rectangle', drag, TRIM)).toEqual({ shape: 'rectangle', x: 10, y: 30, w: 30, h: 15 });
  });

  it('points an arrow to where it was let go', () => {
    const drag = { from: { x: 40, y: 30 }, to: { x: 10, y: 45 } };
    expect(shapeBetween('arrow', drag, TRIM)).toEqual({ shape: 'arrow', x: 40, y: 30, toX: 10, toY: 45 });
  });

  it('is one the server takes, wherever it is tapped', () => {
    for (const tool of ['pin', 'text', 'rectangle', 'arrow'] as const)
      for (const at of [
        { x: -9, y: -9 },
        { x: 95, y: 55 },
        { x: 45, y: 25 },
      ])
        expect(isOnPage(shapeBetween(tool, { from: at, to: at }, TRIM), SIZE)).toBe(true);
  });
});

describe('a shape that is moved', () => {
  it('keeps its size and stops at the edge', () => {
    const box = { shape: 'rectangle', x: 80, y: 40, w: 12, h: 8 } as const;
    expect(moved(box, { x: 10, y: 1 }, TRIM)).toEqual({ ...box, x: 83, y: 41 });
    expect(moved(box, { x: -200, y: 0 }, TRIM)).toEqual({ ...box, x: -5 });
  });

  it('takes both ends of an arrow along', () => {
    const arrow = { shape: 'arrow', x: 20, y: 20, toX: 10, toY: 30 } as const;
    expect(moved(arrow, { x: -50, y: 2 }, TRIM)).toEqual({ ...arrow, x: 5, y: 22, toX: -5, toY: 32 });
  });

  it('stretches a rectangle and the tip of an arrow alone', () => {
    const box = { shape: 'rectangle', x: 10, y: 10, w: 5, h: 5 } as const;
    expect(stretched(box, { x: 1, y: -20 }, TRIM)).toEqual({ ...box, w: 6, h: 0.5 });
    const arrow = { shape: 'arrow', x: 1, y: 1, toX: 5, toY: 5 } as const;
    expect(stretched(arrow, { x: 1, y: 0 }, TRIM)).toEqual({ ...arrow, toX: 6 });
  });

  it('knows what it covers', () => {
    expect(boundsOf({ shape: 'pin', x: 3, y: 4 })).toEqual({ x: 3, y: 4, width: 0, height: 0 });
    expect(boundsOf({ shape: 'arrow', x: 9, y: 1, toX: 4, toY: 7 })).toEqual({
      ...{ x: 4, y: 1, width: 5, height: 6 },
    });
  });
});
