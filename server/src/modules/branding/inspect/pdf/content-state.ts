import type { PageFacts, PictureFact } from '@qafila/shared/branding/asset-facts';
import type { Matrix } from './matrix';
import type { Inks, Space } from './pdf-colours';

/** One colour in use. */
export interface Paint {
  readonly space: Space | null;
  readonly inks: Inks | null;
}
export const BLACK: Paint = { space: null, inks: [0, 0, 0, 1, 0] };

export interface FontUse {
  readonly name: string;
  readonly isEmbedded: boolean;
}

/** The graphics state of a content stream, as far as it is measured. */
export interface State {
  ctm: Matrix;
  fill: Paint;
  stroke: Paint;
  lineWidth: number;
  font: FontUse | null;
  fontSize: number;
  textMode: number;
  stretch: number;
  isSeenThrough: boolean;
}
export const firstState = (ctm: Matrix): State => ({
  ctm,
  fill: BLACK,
  stroke: BLACK,
  lineWidth: 1,
  font: null,
  fontSize: 0,
  textMode: 0,
  stretch: 1,
  isSeenThrough: false,
});

/** A piece of a path in points of the page. */
export type PathPart =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

/** Who paints inks while the content is read. */
export interface InkPainter {
  save(): void;
  restore(): void;
  clip(path: readonly PathPart[], isEvenOdd: boolean): void;
  fill(path: readonly PathPart[], inks: Inks, isEvenOdd: boolean): void;
  stroke(path: readonly PathPart[], inks: Inks, widthPt: number): void;
}

/** What was found on a page so far; lengths in points, places not yet turned into millimetres. */
export class Findings {
  readonly pictures: (Omit<PictureFact, 'at'> & { readonly corners: Matrix })[] = [];
  readonly colours = new Set<PageFacts['colours'][number]>();
  readonly spots = new Set<string>();
  readonly fonts = new Map<string, boolean>();
  hasLiveText = false;
  isTransparent = false;
  smallestText: number | null = null;
  thinnestLine: number | null = null;

  use(space: Space | null): void {
    if (space === null) this.colours.add('gray');
    else if (space.kind !== 'other') this.colours.add(space.kind);
    for (const spot of space?.spots ?? []) this.spots.add(spot);
  }

  text(sizePt: number): void {
    this.hasLiveText = true;
    if (sizePt > 0) this.smallestText = Math.min(this.smallestText ?? sizePt, sizePt);
  }

  line(widthPt: number): void {
    this.thinnestLine = Math.min(this.thinnestLine ?? widthPt, widthPt);
  }
}
