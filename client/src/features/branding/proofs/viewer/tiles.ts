import type { ProofPageView } from '@qafila/shared/branding/proof-views';
import { mediaOf, type Size, toMm, type View } from './view';

/** Side of a tile in pixels, as the intake cuts them. */
export const TILE_PX = 512;
/** A level may be blown up by this much before the next finer one is asked for. */
const BLUR = 1.15;
/** Levels between the sharp one and the one that lies beneath it while it comes. */
const BENEATH = 2;

export interface TileAt {
  readonly level: number;
  readonly col: number;
  readonly row: number;
}
/** A tile with its place in millimetres of the trim box. */
export interface PlacedTile extends TileAt {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Raster = Pick<
  ProofPageView,
  'widthPx' | 'heightPx' | 'mediaWMm' | 'mediaHMm' | 'trimXMm' | 'trimYMm' | 'tileLevels'
>;

/** The coarsest level that is sharp at this zoom, on a screen with `density` pixels a CSS pixel. */
export function levelFor(page: Raster, zoom: number, density: number): number {
  const finest = page.tileLevels - 1;
  const needed = (zoom * density * page.mediaWMm) / page.widthPx / BLUR;
  return Math.min(finest, Math.max(0, finest + Math.ceil(Math.log2(needed))));
}

/** Tiles of one level that the window shows. */
export function tilesAt(
  page: Raster,
  level: number,
  { view, window }: { readonly view: View; readonly window: Size },
): PlacedTile[] {
  const media = mediaOf(page);
  const factor = 2 ** (page.tileLevels - 1 - level);
  const size = { width: Math.ceil(page.widthPx / factor), height: Math.ceil(page.heightPx / factor) };
  /** Millimetres a pixel of this level, along and down. */
  const mm = { x: (page.mediaWMm / page.widthPx) * factor, y: (page.mediaHMm / page.heightPx) * factor };
  const from = toMm(view, { x: 0, y: 0 });
  const to = toMm(view, { x: window.width, y: window.height });
  const range = (start: number, end: number, length: number): number[] => {
    const first = Math.max(0, Math.floor(start / TILE_PX));
    const last = Math.min(Math.ceil(length / TILE_PX) - 1, Math.floor(end / TILE_PX));
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  };
  const cols = range((from.x - media.x) / mm.x, (to.x - media.x) / mm.x, size.width);
  const rows = range((from.y - media.y) / mm.y, (to.y - media.y) / mm.y, size.height);
  return rows.flatMap((row) =>
    cols.map((col) => ({
      ...{ level, col, row },
      x: media.x + col * TILE_PX * mm.x,
      y: media.y + row * TILE_PX * mm.y,
      width: Math.min(TILE_PX, size.width - col * TILE_PX) * mm.x,
      height: Math.min(TILE_PX, size.height - row * TILE_PX) * mm.y,
    })),
  );
}

/** What is mounted: the whole page in one tile, a coarser level while the sharp one comes, and the sharp one. */
export function tilesInView(
  page: Raster,
  seen: { readonly view: View; readonly window: Size; readonly density: number },
): PlacedTile[] {
  const sharp = levelFor(page, seen.view.zoom, seen.density);
  const levels = new Set([0, Math.max(0, sharp - BENEATH), sharp]);
  return [...levels].flatMap((level) => tilesAt(page, level, seen));
}
