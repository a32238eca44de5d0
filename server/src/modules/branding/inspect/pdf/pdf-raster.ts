import { type FileHandle, open } from 'node:fs/promises';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api';
import { canvasMaker, drawBand, openForDrawing } from '../../../../platform/pdf/pdf-bands';
import { Refusal } from '../refusal';

const POINTS_PER_INCH = 72;
const FINE_PPI = 300;
/** A small label is drawn larger than it is printed: it is looked at, not printed. */
const LEAST_LONG_SIDE = 1600;
const MOST_PAGE_PIXELS = 60_000_000;
const MOST_FILE_PIXELS = 100_000_000;
const BAND_PIXELS = 6_000_000;
const CHANNELS = 3;

/** Opens the file with the engine that draws it; what it cannot open is broken. */
export async function drawingOf(bytes: Buffer): Promise<PDFDocumentProxy> {
  try {
    return await openForDrawing(bytes);
  } catch (error) {
    throw new Refusal(error instanceof Error && error.name === 'PasswordException' ? 'pdf_locked' : 'broken');
  }
}

/** Draws a page in bands into an uncompressed TIFF: a page of sixty megapixels is never held whole. */
export async function rasterPage(file: PDFDocumentProxy, number: number, target: string): Promise<void> {
  const page = await file.getPage(number);
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view;
  const unit = page.userUnit;
  const isTurned = page.rotate % 180 !== 0;
  const [w, h] = isTurned ? [(y1 - y0) * unit, (x1 - x0) * unit] : [(x1 - x0) * unit, (y1 - y0) * unit];
  const scale = scaleOf(w, h, file.numPages);
  const width = Math.max(2, Math.round(w * scale));
  const height = Math.max(2, Math.round(h * scale));
  const handle = await open(target, 'w');
  try {
    await handle.write(tiffHead(width, height));
    const rows = Math.max(1, Math.min(height, Math.floor(BAND_PIXELS / width)));
    for (let top = 0; top < height; top += rows) {
      const band = { top, width, height: Math.min(rows, height - top), scale };
      await writeRgb(handle, await drawBand(page, canvasMaker(file), band));
    }
  } catch {
    throw new Refusal('broken');
  } finally {
    await handle.close();
    page.cleanup();
  }
}

function scaleOf(w: number, h: number, pages: number): number {
  const most = Math.min(MOST_PAGE_PIXELS, MOST_FILE_PIXELS / pages);
  const fine = Math.max(FINE_PPI / POINTS_PER_INCH, LEAST_LONG_SIDE / Math.max(w, h));
  return Math.min(fine, Math.sqrt(most / (w * h)));
}

async function writeRgb(handle: FileHandle, rgba: Uint8ClampedArray): Promise<void> {
  const rgb = Buffer.alloc((rgba.length / 4) * CHANNELS);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += CHANNELS) {
    rgb[to] = rgba[from] ?? 0;
    rgb[to + 1] = rgba[from + 1] ?? 0;
    rgb[to + 2] = rgba[from + 2] ?? 0;
  }
  await handle.write(rgb);
}

/** Header and directory of an uncompressed RGB TIFF in one strip, which follows. */
function tiffHead(width: number, height: number): Buffer {
  const entries = [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, CHANNELS, 0],
    [259, 3, 1, 1],
    [262, 3, 1, 2],
    [273, 4, 1, 0],
    [277, 3, 1, CHANNELS],
    [278, 4, 1, height],
    [279, 4, 1, width * height * CHANNELS],
    [284, 3, 1, 1],
  ];
  const bitsAt = 8 + 2 + entries.length * 12 + 4;
  const head = Buffer.alloc(bitsAt + CHANNELS * 2);
  head.write('II*\0', 0, 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(entries.length, 8);
  for (const [index, [tag = 0, type = 0, count = 0, value = 0]] of entries.entries()) {
    const at = 10 + index * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(count, at + 4);
    head.writeUInt32LE(tag === 258 ? bitsAt : tag === 273 ? head.length : value, at + 8);
  }
  for (let channel = 0; channel < CHANNELS; channel += 1) head.writeUInt16LE(8, bitsAt + channel * 2);
  return head;
}
