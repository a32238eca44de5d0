import { Refusal } from '../refusal';
import {
  type Findings,
  firstState,
  type InkPainter,
  type Paint,
  type PathPart,
  type State,
} from './content-state';
import { apply, growth, IDENTITY, type Matrix, times } from './matrix';
import { spaceOf } from './pdf-colours';
import type { PdfFile } from './pdf-file';
import { fontOf } from './pdf-fonts';
import { isDict, nameOf, numberOf, type PdfDict, PdfName, type PdfValue } from './pdf-values';

/** What reading content needs and fills. */
export interface Bench {
  readonly file: PdfFile;
  readonly findings: Findings;
  readonly painter: InkPainter | null;
}
export interface ContentPlace {
  readonly resources: PdfDict;
  readonly ctm: Matrix;
  readonly depth: number;
}
/** Which ways an operator paints the path. */
export interface PaintMode {
  readonly isFilled: boolean;
  readonly isStroked: boolean;
  readonly isEvenOdd: boolean;
}

/** One content stream while it is read: its state, and what its operators do. */
export class Run {
  look: State;
  path: PathPart[] = [];
  point: readonly [number, number] = [0, 0];
  pendingClip: 'W' | 'W*' | null = null;
  textMatrix: Matrix = IDENTITY;
  lineMatrix: Matrix = IDENTITY;
  private readonly saved: State[] = [];
  args: PdfValue[] = [];

  constructor(
    readonly bench: Bench,
    readonly place: ContentPlace,
  ) {
    this.look = firstState(place.ctm);
  }

  numbers(): number[] {
    return this.args.flatMap((value) => numberOf(value) ?? []);
  }

  nameArgument(): string | null {
    return this.args.map(nameOf).findLast((name) => name !== null) ?? null;
  }

  resource(kind: string, name: string): PdfValue | undefined {
    return this.bench.file.resolve(this.bench.file.dict(this.place.resources.get(kind))?.get(name));
  }

  save(): void {
    if (this.saved.length > 512) throw new Refusal('pdf_bomb');
    this.saved.push({ ...this.look });
    this.bench.painter?.save();
  }

  /** Undoes what a stream left open. */
  close(): void {
    while (this.saved.length > 0) this.restore();
  }

  restore(): void {
    const state = this.saved.pop();
    if (state === undefined) return;
    this.look = state;
    this.bench.painter?.restore();
  }

  add(kind: 'M' | 'L', x: number, y: number): void {
    const [px, py] = apply(this.look.ctm, x, y);
    this.point = [x, y];
    this.path.push([kind, px, py]);
  }

  curve([x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0]: readonly number[]): void {
    const { ctm } = this.look;
    this.path.push(['C', ...apply(ctm, x1, y1), ...apply(ctm, x2, y2), ...apply(ctm, x3, y3)]);
    this.point = [x3, y3];
  }

  /** Ends the path: clips by it where that was asked, after painting it. */
  paint({ isFilled, isStroked, isEvenOdd }: PaintMode): void {
    const { look: state, path } = this;
    const { findings, painter } = this.bench;
    if (path.length > 0 && isFilled) {
      this.usePaint(state.fill);
      if (state.fill.inks !== null) painter?.fill(path, state.fill.inks, isEvenOdd);
    }
    if (path.length > 0 && isStroked) {
      this.usePaint(state.stroke);
      const width = state.lineWidth * growth(state.ctm);
      findings.line(width);
      if (state.stroke.inks !== null) painter?.stroke(path, state.stroke.inks, width);
    }
    if (this.pendingClip !== null) painter?.clip(path, this.pendingClip === 'W*');
    this.pendingClip = null;
    this.path = [];
  }

  setSpace(side: 'fill' | 'stroke'): void {
    const name = this.nameArgument() ?? '';
    const space = spaceOf(this.bench.file, this.resource('ColorSpace', name) ?? this.args.at(-1));
    // A new space begins with its first colour: black, or the full ink.
    const inks = space.kind === 'spot' ? space.inks(space.spots.map(() => 1)) : space.inks([0, 0, 0, 1]);
    this.look[side] = { space, inks };
  }

  /** A shading paints with its space. */
  useSpace(value: PdfValue | undefined): void {
    const name = nameOf(value);
    const named = name === null ? undefined : this.resource('ColorSpace', name);
    this.usePaint({ space: spaceOf(this.bench.file, named ?? value), inks: null });
  }

  setColour(side: 'fill' | 'stroke'): void {
    const { space } = this.look[side];
    const inks = space === null ? null : space.inks(this.numbers());
    this.look[side] = { space, inks };
  }

  setDevice(side: 'fill' | 'stroke', name: string): void {
    const space = spaceOf(
      this.bench.file,
      this.resource('ColorSpace', `Default${name.slice('Device'.length)}`) ?? new PdfName(name),
    );
    this.look[side] = { space, inks: space.inks(this.numbers()) };
  }

  setFont(): void {
    const name = this.nameArgument();
    const dict = name === null ? undefined : this.resource('Font', name);
    const [size = 0] = this.numbers();
    this.look.fontSize = size;
    this.look.font = isDict(dict) ? fontOf(this.bench.file, dict) : null;
  }

  showText(): void {
    const { look: state } = this;
    const { findings } = this.bench;
    if (state.font !== null) findings.fonts.set(state.font.name, state.font.isEmbedded);
    if (state.textMode === 3 || state.textMode === 7) return;
    const matrix = times(this.textMatrix, state.ctm);
    findings.text(Math.abs(state.fontSize) * Math.hypot(matrix[2], matrix[3]));
    if (state.textMode !== 1) this.usePaint(state.fill);
    if (state.textMode === 1 || state.textMode === 2) {
      this.usePaint(state.stroke);
      findings.line(state.lineWidth * growth(state.ctm));
    }
  }

  usePaint(paint: Paint): void {
    this.bench.findings.use(paint.space);
    if (this.look.isSeenThrough) this.bench.findings.isTransparent = true;
  }
}
