import { describe, expect, it } from '@jest/globals';
import {
  fitted,
  keptInSight,
  PRINT_ZOOM,
  percentOf,
  showing,
  toMm,
  toScreen,
  zoomedAt,
  zoomRange,
} from './view';

const WINDOW = { width: 800, height: 600 };
/** A label of 90 × 50 mm with 3 mm bleed on each side. */
const PAGE = { mediaWMm: 96, mediaHMm: 56, trimXMm: 3, trimYMm: 3, widthPx: 2268 };

describe('places on the screen and on paper', () => {
  it('are one another’s opposite', () => {
    const view = { x: 37, y: -12.5, zoom: 6.2 };
    const mm = { x: 41.37, y: 8.02 };
    const back = toMm(view, toScreen(view, mm));
    expect(back.x).toBeCloseTo(mm.x, 9);
    expect(back.y).toBeCloseTo(mm.y, 9);
  });

  it('count from the corner of the trim box', () => {
    expect(toScreen({ x: 100, y: 50, zoom: 4 }, { x: 0, y: 0 })).toEqual({ x: 100, y: 50 });
    expect(toScreen({ x: 100, y: 50, zoom: 4 }, { x: -3, y: 10 })).toEqual({ x: 88, y: 90 });
  });
});

describe('a page that fits', () => {
  it('stands whole in the middle, its bleed included', () => {
    const view = fitted(PAGE, WINDOW);
    const from = toScreen(view, { x: -3, y: -3 });
    const to = toScreen(view, { x: 93, y: 53 });
    expect(from.x).toBeCloseTo(800 - to.x, 6);
    expect(from.y).toBeCloseTo(600 - to.y, 6);
    expect(from.x).toBeCloseTo(36, 6);
    expect(from.y).toBeGreaterThan(36);
  });

  it('is bound by its height when it is tall', () => {
    const view = fitted({ ...PAGE, mediaWMm: 56, mediaHMm: 400 }, WINDOW);
    expect(view.zoom * 400).toBeCloseTo(600 - 72, 6);
  });

  it('stands in a window of a phone, and in one without any room', () => {
    expect(fitted(PAGE, { width: 358, height: 400 }).zoom * 96).toBeCloseTo(358 - 2 * (358 / 14), 6);
    expect(fitted(PAGE, { width: 0, height: 0 }).zoom).toBeGreaterThan(0);
  });
});

describe('zooming', () => {
  it('keeps what is under the pointer', () => {
    const view = { x: 12, y: 34, zoom: 3 };
    const at = { x: 410, y: 290 };
    const closer = zoomedAt(view, at, 11);
    expect(toMm(closer, at).x).toBeCloseTo(toMm(view, at).x, 9);
    expect(toMm(closer, at).y).toBeCloseTo(toMm(view, at).y, 9);
    expect(closer.zoom).toBe(11);
  });

  it('is a hundred percent at the size of print', () => {
    expect(percentOf(PRINT_ZOOM)).toBe(100);
    expect(percentOf(PRINT_ZOOM / 2)).toBe(50);
  });

  it('goes from half of the fit to eight screen pixels for each of the file', () => {
    const { least, most } = zoomRange(PAGE, WINDOW);
    expect(least).toBeCloseTo(Math.min(fitted(PAGE, WINDOW).zoom / 2, PRINT_ZOOM), 9);
    expect(most).toBeCloseTo((2268 / 96) * 8, 9);
  });
});

describe('what is in sight', () => {
  it('keeps a part of the page in the window', () => {
    const lost = { x: 9000, y: -9000, zoom: 5 };
    const kept = keptInSight(lost, PAGE, WINDOW);
    expect(toScreen(kept, { x: -3, y: 0 }).x).toBeCloseTo(740, 6);
    expect(toScreen(kept, { x: 0, y: 53 }).y).toBeCloseTo(60, 6);
  });

  it('stays as it is while the page is seen', () => {
    const view = { x: 100, y: 100, zoom: 5 };
    expect(keptInSight(view, PAGE, WINDOW)).toEqual(view);
  });

  it('does not move for a note that is seen already', () => {
    const view = fitted(PAGE, WINDOW);
    expect(showing(view, { x: 20, y: 20, width: 0, height: 0 }, WINDOW)).toBe(view);
  });

  it('brings a note into the middle, and a large one whole', () => {
    const view = { x: -4000, y: 0, zoom: 60 };
    const pin = { x: 10, y: 10, width: 0, height: 0 };
    expect(toScreen(showing(view, pin, WINDOW), pin)).toEqual({ x: 400, y: 300 });
    const wide = showing(view, { x: 0, y: 0, width: 90, height: 10 }, WINDOW);
    expect(wide.zoom * 90).toBeCloseTo(728, 6);
  });
});
