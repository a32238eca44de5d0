import path from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api';
import { pdfEngine } from './pdf-engine';

/** What is used of a canvas; the types of browsers are not those of a server. */
export interface DrawingContext {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  fillRect(x: number, y: number, w: number, h: number): void;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  save(): void;
  restore(): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  closePath(): void;
  clip(rule: 'nonzero' | 'evenodd'): void;
  fill(rule: 'nonzero' | 'evenodd'): void;
  stroke(): void;
  getImageData(x: number, y: number, w: number, h: number): { readonly data: Uint8ClampedArray };
}
export interface DrawingCanvas {
  readonly canvas: unknown;
  readonly context: DrawingContext;
}
/** A canvas of the same copy that the engine draws with. */
export type CanvasMaker = (width: number, height: number) => DrawingCanvas;

/** Opens a PDF for drawing: no scripts, no forms, no fonts of this machine, no address is followed. */
export async function openForDrawing(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const engine = await pdfEngine();
  const home = path.dirname(require.resolve('pdfjs-dist/package.json'));
  return engine.getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    stopAtErrors: true,
    standardFontDataUrl: `${path.join(home, 'standard_fonts')}/`,
    cMapUrl: `${path.join(home, 'cmaps')}/`,
    cMapPacked: true,
    verbosity: 0,
  }).promise;
}

export const canvasMaker = (file: PDFDocumentProxy): CanvasMaker => {
  const factory = file.canvasFactory as { create(width: number, height: number): DrawingCanvas };
  return (width, height) => factory.create(width, height);
};

export interface Band {
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** Draws one band of a page, which is shown whole at `scale`, and hands out its RGBA. */
export async function drawBand(
  page: PDFPageProxy,
  make: CanvasMaker,
  band: Band,
): Promise<Uint8ClampedArray> {
  const { canvas, context } = make(band.width, band.height);
  const viewport = page.getViewport({ scale: band.scale, offsetY: -band.top });
  const target: unknown = { canvas, canvasContext: context, viewport, background: '#ffffff' };
  await page.render(target as Parameters<PDFPageProxy['render']>[0]).promise;
  return context.getImageData(0, 0, band.width, band.height).data;
}
