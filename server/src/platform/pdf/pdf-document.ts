import PDFDocument from 'pdfkit';
import { code128Path, qrPath, type SymbolPath } from './barcode-paths';
import type { Direction } from './bidi-runs';
import { type Face, FontSet, type Weight } from './font-set';
import { type Line, layoutText } from './text-layout';

/** Points in a millimetre count. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

export const PAGE_SIZES = {
  A4: [mm(210), mm(297)],
  A5: [mm(148), mm(210)],
  LABEL: [mm(100), mm(150)],
} as const satisfies Record<string, readonly [number, number]>;
export type PageSize = keyof typeof PAGE_SIZES;

export interface PdfOptions {
  readonly size: PageSize;
  /** Written as the creation date: the same inputs give the same bytes. */
  readonly now: Date;
  /** BCP 47 tag of the document's language. */
  readonly lang: string;
}

export interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Base direction: the document's, not that of the first letter. */
  readonly dir: Direction;
  readonly align?: 'start' | 'centre' | 'end';
  readonly weight?: Weight;
  readonly colour?: string;
  /** Line height as a multiple of `size`; 1.4 unless given. */
  readonly leading?: number;
  readonly tracking?: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const LEADING = 1.4;
const TALL = 1.2;
/** Half a capital letter, in ems: puts the capitals in the middle of the line. */
const HALF_CAPITAL = 0.35;

const lineStep = (line: Line, box: TextBox): number =>
  box.size * (box.leading ?? LEADING) * (line.isTall ? TALL : 1);

/** A PDF under construction; all measures in points from the top left corner of the page. */
export class Pdf {
  readonly width: number;
  readonly height: number;
  private readonly file: PDFKit.PDFDocument;
  private readonly fonts = new FontSet();
  private readonly registered = new Set<string>();
  /** A text is measured before it is drawn; its lines are found once. */
  private readonly layouts = new Map<string, Line[]>();
  private readonly chunks: Buffer[] = [];
  private readonly closed: Promise<Buffer>;

  constructor(options: PdfOptions) {
    [this.width, this.height] = PAGE_SIZES[options.size];
    const info = { CreationDate: options.now };
    // No default font: it would be named in the file. No subset: no XMP packet is written.
    const size: [number, number] = [this.width, this.height];
    this.file = new PDFDocument({ size, margin: 0, font: '', info, lang: options.lang, bufferPages: true });
    for (const trace of ['Producer', 'Creator'] as const) delete this.file.info[trace];
    this.closed = new Promise((resolve, reject) => {
      this.file.on('data', (chunk: Buffer) => this.chunks.push(chunk));
      this.file.on('end', () => resolve(Buffer.concat(this.chunks)));
      this.file.on('error', reject);
    });
  }

  addPage(): void {
    this.file.addPage({ size: [this.width, this.height], margin: 0 });
  }

  /** Draws on every page, once their count is known: running heads, page numbers. `page` begins at 1. */
  eachPage(draw: (page: number, count: number) => void): void {
    const { start, count } = this.file.bufferedPageRange();
    for (let page = 1; page <= count; page += 1) {
      this.file.switchToPage(start + page - 1);
      draw(page, count);
    }
  }

  /** Draws a text in its box, wrapped, in visual order; answers the height it took. */
  text(text: string, box: TextBox): number {
    let y = box.y;
    for (const line of this.lines(text, box)) {
      const step = lineStep(line, box);
      this.drawLine(line, box, y + step / 2 + box.size * HALF_CAPITAL);
      y += step;
    }
    return y - box.y;
  }

  /** Height that `text` would take in the box. */
  heightOf(text: string, box: TextBox): number {
    return this.lines(text, box).reduce((sum, line) => sum + lineStep(line, box), 0);
  }

  /** Width of the widest line of a text that is not wrapped. */
  widthOf(text: string, style: Omit<TextBox, 'x' | 'y' | 'width'>): number {
    const box = { ...style, x: 0, y: 0, width: Number.MAX_SAFE_INTEGER };
    return Math.max(0, ...this.lines(text, box).map((line) => line.width));
  }

  line(
    from: { x: number; y: number },
    to: { x: number; y: number },
    stroke: { colour: string; width: number },
  ): void {
    this.file.lineWidth(stroke.width).moveTo(from.x, from.y).lineTo(to.x, to.y).stroke(stroke.colour);
  }

  rect(box: Box, look: { fill?: string; stroke?: string; strokeWidth?: number; radius?: number }): void {
    const paint = (): PDFKit.PDFDocument =>
      look.radius
        ? this.file.roundedRect(box.x, box.y, box.width, box.height, look.radius)
        : this.file.rect(box.x, box.y, box.width, box.height);
    if (look.fill) paint().fill(look.fill);
    if (look.stroke)
      paint()
        .lineWidth(look.strokeWidth ?? 0.75)
        .stroke(look.stroke);
  }

  /** A PNG or JPEG, fitted into the box and centred in it. Only its pixels reach the file. */
  image(bytes: Buffer, box: Box): void {
    this.file.image(bytes, box.x, box.y, { fit: [box.width, box.height], align: 'center', valign: 'center' });
  }

  /** Code 128 as vector bars over the whole box. */
  barcode(text: string, box: Box): void {
    this.symbol(code128Path(text), box);
  }

  /** QR code as vector modules; the caller keeps a white margin of four modules. */
  qr(text: string, box: { x: number; y: number; size: number }): void {
    this.symbol(qrPath(text), { x: box.x, y: box.y, width: box.size, height: box.size });
  }

  /** Closes the file. The document must not be drawn on afterwards. */
  end(): Promise<Buffer> {
    this.file.end();
    return this.closed;
  }

  private lines(text: string, box: TextBox): Line[] {
    const { size, dir, width, weight = 'regular', tracking = 0 } = box;
    const style = { size, dir, width, weight, tracking };
    const key = JSON.stringify([text, style]);
    const lines = this.layouts.get(key) ?? layoutText(this.fonts, text, style);
    this.layouts.set(key, lines);
    return lines;
  }

  private drawLine(line: Line, box: TextBox, baseline: number): void {
    const left = box.x + (box.width - line.width) * this.shift(box);
    this.file.fillColor(box.colour ?? '#000000');
    for (const piece of line.pieces) {
      this.useFont(piece.face, box.size);
      const place: PDFKit.Mixins.TextOptions = {
        lineBreak: false,
        features: [],
        baseline: 'alphabetic',
        characterSpacing: piece.tracking,
      };
      this.file.text(piece.text, left + piece.x, baseline, place);
    }
  }

  private shift(box: TextBox): number {
    if (box.align === 'centre') return 0.5;
    const toRight = (box.align ?? 'start') === 'start' ? box.dir === 'rtl' : box.dir === 'ltr';
    return toRight ? 1 : 0;
  }

  private useFont(face: Face, size: number): void {
    if (!this.registered.has(face.name)) {
      // pdfkit takes a parsed font, though its types only know files and bytes.
      this.file.registerFont(face.name, face.font as unknown as PDFKit.Mixins.PDFFontSource);
      this.registered.add(face.name);
    }
    this.file.font(face.name).fontSize(size * face.scale);
  }

  private symbol(path: SymbolPath, box: Box): void {
    const x = box.width / path.width;
    const y = box.height / path.height;
    for (const bar of path.bars)
      this.file.rect(box.x + bar.x * x, box.y + bar.y * y, bar.width * x, bar.height * y);
    this.file.fill('#000000');
  }
}

/** Begins a document with one empty page. */
export const createPdf = (options: PdfOptions): Pdf => new Pdf(options);
