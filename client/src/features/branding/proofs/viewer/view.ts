import type { ProofPageView } from '@qafila/shared/branding/proof-views';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}
/** A rectangle in millimetres of the trim box. */
export interface Box extends Point, Size {}
/** How a page stands in its window: `x` and `y` are CSS pixels of the trim box's corner, `zoom` CSS pixels a millimetre. */
export interface View extends Point {
  readonly zoom: number;
}

/** CSS pixels a millimetre at the size of print. */
export const PRINT_ZOOM = 96 / 25.4;
/** Room around a page, the rulers among it. */
const MARGIN_PX = 36;
const SEEN_PX = 60;
/** How many CSS pixels one pixel of the file becomes at the most. */
const MOST_BLOWN_UP = 8;
const SMALLEST_OF_FIT = 0.5;

type Sheet = Pick<ProofPageView, 'mediaWMm' | 'mediaHMm' | 'trimXMm' | 'trimYMm' | 'widthPx'>;

/** The whole medium in millimetres of the trim box: it begins before zero where there is bleed. */
export const mediaOf = (page: Sheet): Box => ({
  x: -page.trimXMm,
  y: -page.trimYMm,
  width: page.mediaWMm,
  height: page.mediaHMm,
});

export const toScreen = (view: View, { x, y }: Point): Point => ({
  x: view.x + x * view.zoom,
  y: view.y + y * view.zoom,
});
export const toMm = (view: View, { x, y }: Point): Point => ({
  x: (x - view.x) / view.zoom,
  y: (y - view.y) / view.zoom,
});

const centred = (box: Box, window: Size, zoom: number): View => ({
  zoom,
  x: (window.width - box.width * zoom) / 2 - box.x * zoom,
  y: (window.height - box.height * zoom) / 2 - box.y * zoom,
});
const zoomToHold = (box: Size, { width, height }: Size, margin: number): number =>
  Math.max(
    Math.min(
      (width - 2 * margin) / Math.max(box.width, 0.1),
      (height - 2 * margin) / Math.max(box.height, 0.1),
    ),
    0.01,
  );

/** The whole page in the middle of its window. */
export function fitted(page: Sheet, window: Size): View {
  const media = mediaOf(page);
  return centred(media, window, zoomToHold(media, window, Math.min(MARGIN_PX, window.width / 14)));
}

/** The smallest and the largest zoom of a page. */
export function zoomRange(page: Sheet, window: Size): { least: number; most: number } {
  const fit = fitted(page, window).zoom;
  const ofFile = (page.widthPx / page.mediaWMm) * MOST_BLOWN_UP;
  return {
    least: Math.min(fit * SMALLEST_OF_FIT, PRINT_ZOOM),
    most: Math.max(ofFile, PRINT_ZOOM * 4, fit),
  };
}

/** Another zoom, with the place under `at` kept where it is. */
export function zoomedAt(view: View, at: Point, zoom: number): View {
  const mm = toMm(view, at);
  return { zoom, x: at.x - mm.x * zoom, y: at.y - mm.y * zoom };
}

/** The nearest view with a part of the page still in the window. */
export function keptInSight(view: View, page: Sheet, window: Size): View {
  const media = mediaOf(page);
  const within = (at: number, [from, length, room]: readonly [number, number, number]): number => {
    const start = at + from * view.zoom;
    const seen = Math.min(SEEN_PX, length * view.zoom);
    return at + Math.min(Math.max(start, seen - length * view.zoom), room - seen) - start;
  };
  return {
    zoom: view.zoom,
    x: within(view.x, [media.x, media.width, window.width]),
    y: within(view.y, [media.y, media.height, window.height]),
  };
}

/** The view itself when the box is seen whole; otherwise one with it in the middle, smaller where it has to be. */
export function showing(view: View, box: Box, window: Size): View {
  const from = toScreen(view, box);
  const to = toScreen(view, { x: box.x + box.width, y: box.y + box.height });
  const isSeen =
    from.x >= MARGIN_PX &&
    from.y >= MARGIN_PX &&
    to.x <= window.width - MARGIN_PX &&
    to.y <= window.height - MARGIN_PX;
  if (isSeen) return view;
  return centred(box, window, Math.min(view.zoom, zoomToHold(box, window, MARGIN_PX)));
}

/** The zoom as a share of print size: 100 is as large as it is printed. */
export const percentOf = (zoom: number): number => Math.round((zoom / PRINT_ZOOM) * 100);
