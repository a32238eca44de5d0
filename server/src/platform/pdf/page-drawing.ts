import sharp from 'sharp';
import type { PdfEngine } from './pdf-engine';

type Matrix = readonly [number, number, number, number, number, number];

interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** A decoded picture as pdf.js hands it out. */
export interface PdfPicture {
  readonly width: number;
  readonly height: number;
  /** 1: one bit grey, 2: RGB, 3: RGBA. */
  readonly kind?: number;
  readonly data?: Uint8Array | Uint8ClampedArray;
}

export interface PageDrawing {
  /** The page's shapes and pictures without its text, as SVG. */
  readonly svg: string;
  /** Each picture by itself, as PNG: also the part that the page cuts away. */
  readonly pictures: readonly Buffer[];
}

interface Source {
  readonly ops: PdfEngine['OPS'];
  readonly list: Operators;
  readonly view: readonly number[];
  readonly picture: (id: string) => Promise<PdfPicture | undefined>;
}

const CHANNELS: Readonly<Record<number, 1 | 3 | 4>> = { 2: 3, 3: 4 };
/** Pixels a point: three for the smallest module we read. */
const SCALE = 3;

/** Draws what a scanner would see on the page; clips are ignored, so nothing hides behind one. */
export async function drawPage(source: Source): Promise<PageDrawing> {
  const walk = new Walk(source);
  const pictures: Buffer[] = [];
  for (const found of walk.run()) {
    const picture = await found.picture;
    const png = picture ? await pictureToPng(picture) : undefined;
    if (!png) continue;
    pictures.push(png);
    walk.place(found.slot, png);
  }
  return { svg: walk.svg(), pictures };
}

async function pictureToPng(picture: PdfPicture): Promise<Buffer | undefined> {
  const { width, height, data } = picture;
  const channels = CHANNELS[picture.kind ?? 0];
  if (!data || !width || !height) return undefined;
  if (channels) return sharp(Buffer.from(data), { raw: { width, height, channels } }).png().toBuffer();
  return sharp(oneBit(data, width, height), { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}

function oneBit(data: Uint8Array | Uint8ClampedArray, width: number, height: number): Buffer {
  const stride = Math.ceil(width / 8);
  const grey = Buffer.alloc(width * height);
  for (let at = 0; at < grey.length; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    grey[at] = ((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
  }
  return grey;
}

interface State {
  matrix: Matrix;
  fill: string;
  stroke: string;
  lineWidth: number;
}

const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];

/** By its tag, not its class: the engine may live in another realm. */
const isFloats = (value: unknown): value is Float32Array =>
  Object.prototype.toString.call(value) === '[object Float32Array]';

const isMatrix = (value: unknown): value is Matrix =>
  (Array.isArray(value) || isFloats(value)) && value.length === 6;

class Walk {
  private readonly parts: string[] = [];
  private readonly stack: State[] = [];
  private readonly found: { slot: number; picture: Promise<PdfPicture | undefined> }[] = [];
  private state: State = { matrix: [1, 0, 0, 1, 0, 0], fill: '#000000', stroke: '#000000', lineWidth: 1 };

  constructor(private readonly source: Source) {}

  run(): readonly { slot: number; picture: Promise<PdfPicture | undefined> }[] {
    this.source.list.fnArray.forEach((op, index) => {
      const args = this.source.list.argsArray[index];
      this.step(op, Array.isArray(args) ? args : []);
    });
    return this.found;
  }

  place(slot: number, png: Buffer): void {
    this.parts[slot] = (this.parts[slot] ?? '').replace(
      'PICTURE',
      `data:image/png;base64,${png.toString('base64')}`,
    );
  }

  svg(): string {
    const [left = 0, bottom = 0, right = 0, top = 0] = this.source.view;
    const [width, height] = [right - left, top - bottom];
    const size = `width="${Math.ceil(width * SCALE)}" height="${Math.ceil(height * SCALE)}" viewBox="0 0 ${width} ${height}"`;
    const page = `<rect width="${width}" height="${height}" fill="#ffffff"/>`;
    const upright = `<g transform="translate(${-left} ${top}) scale(1 -1)">${this.parts.join('')}</g>`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${page}${upright}</svg>`;
  }

  private step(op: number, args: readonly unknown[]): void {
    const { ops } = this.source;
    if (op === ops.save) this.stack.push({ ...this.state });
    else if (op === ops.restore || op === ops.paintFormXObjectEnd)
      this.state = this.stack.pop() ?? this.state;
    else if (op === ops.transform) this.turn(args);
    else if (op === ops.paintFormXObjectBegin) {
      this.stack.push({ ...this.state });
      if (isMatrix(args[0])) this.turn(args[0]);
    } else if (op === ops.setFillRGBColor) this.state.fill = String(args[0]);
    else if (op === ops.setStrokeRGBColor) this.state.stroke = String(args[0]);
    else if (op === ops.setLineWidth) this.state.lineWidth = Number(args[0]);
    else if (op === ops.constructPath) this.path(args);
    else if (op === ops.paintImageXObject) this.image(this.source.picture(String(args[0])));
    else if (op === ops.paintInlineImageXObject) this.image(Promise.resolve(args[0] as PdfPicture));
    else if (op === ops.paintImageMaskXObject) this.image(Promise.resolve(args[0] as PdfPicture));
  }

  private turn(args: readonly unknown[]): void {
    if (isMatrix(args)) this.state.matrix = multiply(this.state.matrix, args);
  }

  private path(args: readonly unknown[]): void {
    const { ops } = this.source;
    const [op, data] = [args[0], Array.isArray(args[1]) ? args[1][0] : undefined];
    if (!isFloats(data)) return;
    const filled =
      op === ops.fill || op === ops.eoFill || op === ops.fillStroke || op === ops.closeFillStroke;
    const stroked = op === ops.stroke || op === ops.closeStroke || op === ops.fillStroke;
    if (!filled && !stroked) return;
    const { matrix, fill, stroke, lineWidth } = this.state;
    const look = `fill="${filled ? fill : 'none'}" stroke="${stroked ? stroke : 'none'}" stroke-width="${lineWidth}"`;
    this.parts.push(`<path transform="matrix(${matrix.join(' ')})" ${look} d="${pathData(data)}"/>`);
  }

  private image(picture: Promise<PdfPicture | undefined>): void {
    const place = multiply(this.state.matrix, [1, 0, 0, -1, 0, 1]);
    const look = 'width="1" height="1" preserveAspectRatio="none" href="PICTURE"';
    this.parts.push(`<image transform="matrix(${place.join(' ')})" ${look}/>`);
    this.found.push({ slot: this.parts.length - 1, picture });
  }
}

/** pdf.js numbers path steps: 0 move, 1 line, 2 cubic, 3 quadratic, 4 close. */
const STEPS: readonly (readonly [string, number])[] = [
  ['M', 2],
  ['L', 2],
  ['C', 6],
  ['Q', 4],
  ['Z', 0],
];

function pathData(data: Float32Array): string {
  const parts: string[] = [];
  for (let at = 0; at < data.length; ) {
    const [letter, count] = STEPS[data[at] ?? 4] ?? ['Z', 0];
    parts.push(letter + data.slice(at + 1, at + 1 + count).join(' '));
    at += 1 + count;
  }
  return parts.join('');
}
