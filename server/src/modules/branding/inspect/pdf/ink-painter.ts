import type { PageFacts, RectMm } from '@qafila/shared/branding/asset-facts';
import type { CanvasMaker, DrawingContext } from '../../../../platform/pdf/pdf-bands';
import { mostInk } from '../ink-of-picture';
import type { InkPainter, PathPart } from './content-state';
import type { Inks } from './pdf-colours';
import type { PdfPage } from './pdf-pages';

const LONG_SIDE = 512;
/** A full ink on the raster: half per cents, so that no value that is typed in per cent is rounded away. */
const FULL = 200;

/**
 * Lays the inks of filled and stroked shapes on a coarse raster, as plates: later ink replaces what lies under
 * it. Two canvases hold what RGB cannot: cyan, magenta, yellow on one; black and the sum of spot inks on the
 * other. Shadings, patterns, text and pictures lay none, so that the result is a lower bound.
 */
export class InkRasterPainter implements InkPainter {
  private constructor(
    private readonly page: PdfPage,
    private readonly plates: readonly [DrawingContext, DrawingContext],
    private readonly size: { readonly width: number; readonly height: number; readonly scale: number },
  ) {}

  static of(page: PdfPage, make: CanvasMaker): InkRasterPainter {
    const w = (page.media[2] - page.media[0]) * page.userUnit;
    const h = (page.media[3] - page.media[1]) * page.userUnit;
    const scale = LONG_SIDE / Math.max(w, h);
    const width = Math.max(1, Math.ceil(w * scale));
    const height = Math.max(1, Math.ceil(h * scale));
    const plates = [make(width, height).context, make(width, height).context] as const;
    for (const plate of plates) {
      plate.fillStyle = '#000000';
      plate.fillRect(0, 0, width, height);
      plate.setTransform(scale, 0, 0, -scale, 0, height);
    }
    return new InkRasterPainter(page, plates, { width, height, scale });
  }

  save(): void {
    for (const plate of this.plates) plate.save();
  }

  restore(): void {
    for (const plate of this.plates) plate.restore();
  }

  clip(path: readonly PathPart[], isEvenOdd: boolean): void {
    for (const plate of this.plates) {
      trace(plate, path);
      plate.clip(isEvenOdd ? 'evenodd' : 'nonzero');
    }
  }

  fill(path: readonly PathPart[], inks: Inks, isEvenOdd: boolean): void {
    this.onPlates(inks, (plate, colour) => {
      trace(plate, path);
      plate.fillStyle = colour;
      plate.fill(isEvenOdd ? 'evenodd' : 'nonzero');
    });
  }

  stroke(path: readonly PathPart[], inks: Inks, widthPt: number): void {
    this.onPlates(inks, (plate, colour) => {
      trace(plate, path);
      plate.strokeStyle = colour;
      plate.lineWidth = widthPt;
      plate.stroke();
    });
  }

  most(media: RectMm): PageFacts['ink'] {
    // Places are told on the page as it is shown; a turned page would need its raster turned.
    if (this.page.turns !== 0) return this.turned(media);
    return mostInk(this.raster(), media);
  }

  private turned(media: RectMm): PageFacts['ink'] {
    const found = mostInk(this.raster(), { x: 0, y: 0, w: 1, h: 1 });
    return { ...found, x: media.w / 2, y: media.h / 2 };
  }

  private raster() {
    const { width, height } = this.size;
    const colour = this.plates[0].getImageData(0, 0, width, height).data;
    const black = this.plates[1].getImageData(0, 0, width, height).data;
    const inks = new Uint8Array(width * height * 5);
    for (let place = 0; place < width * height; place += 1) {
      for (let ink = 0; ink < 3; ink += 1) inks[place * 5 + ink] = colour?.[place * 4 + ink] ?? 0;
      inks[place * 5 + 3] = black?.[place * 4] ?? 0;
      inks[place * 5 + 4] = black?.[place * 4 + 1] ?? 0;
    }
    return { width, height, inks, channels: 5, full: FULL };
  }

  private onPlates([c, m, y, k, spot]: Inks, paint: (plate: DrawingContext, colour: string) => void): void {
    const level = (ink: number): number => Math.round(Math.min(1.27, ink) * FULL);
    paint(this.plates[0], `rgb(${level(c)}, ${level(m)}, ${level(y)})`);
    paint(this.plates[1], `rgb(${level(k)}, ${level(spot)}, 0)`);
  }
}

function trace(plate: DrawingContext, path: readonly PathPart[]): void {
  plate.beginPath();
  for (const part of path) {
    if (part[0] === 'M') plate.moveTo(part[1], part[2]);
    else if (part[0] === 'L') plate.lineTo(part[1], part[2]);
    else if (part[0] === 'Z') plate.closePath();
    else plate.bezierCurveTo(part[1], part[2], part[3], part[4], part[5], part[6]);
  }
}
