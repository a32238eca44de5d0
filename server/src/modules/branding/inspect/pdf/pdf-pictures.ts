import { Refusal } from '../refusal';
import type { Run } from './content-run';
import { across, down, type Matrix } from './matrix';
import { type Space, spaceOf } from './pdf-colours';
import { unpack } from './pdf-filters';
import type { PdfLexer } from './pdf-lexer';
import { isDict, nameOf, type PdfDict, PdfName, PdfStream, type PdfValue, PdfWord } from './pdf-values';

const MOST_PIXELS = 100_000_000;
const MOST_MASK = 100_000_000;
const POINTS_PER_INCH = 72;

/** Notes one picture where it lies: the unit square of its matrix is its place. */
export function notePicture(stream: PdfStream, run: Run): void {
  const { file, findings } = run.bench;
  const { dict } = stream;
  const widthPx = file.number(dict.get('Width')) ?? 0;
  const heightPx = file.number(dict.get('Height')) ?? 0;
  if (widthPx * heightPx > MOST_PIXELS) throw new Refusal('too_many_pixels');
  const isMask = file.resolve(dict.get('ImageMask')) === true;
  const space = isMask ? null : pictureSpace(run, dict);
  noteUse(run, space, isMask);
  if (isSoft(run, dict)) findings.isTransparent = true;
  const bits = isMask ? 1 : (file.number(dict.get('BitsPerComponent')) ?? 8);
  note(run, { widthPx, heightPx, bits }, space);
}

function note(
  run: Run,
  size: { widthPx: number; heightPx: number; bits: number },
  space: Space | null,
): void {
  const { ctm } = run.look;
  const ppi = Math.min(size.widthPx / across(ctm), size.heightPx / down(ctm)) * POINTS_PER_INCH;
  if (!Number.isFinite(ppi) || ppi <= 0) return;
  run.bench.findings.pictures.push({
    ...size,
    ppi: Math.round(ppi * 10) / 10,
    colour: space?.kind ?? 'gray',
    icc: space?.icc ?? null,
    corners: ctm as Matrix,
  });
}

function noteUse(run: Run, space: Space | null, isMask: boolean): void {
  if (isMask) run.usePaint(run.look.fill);
  else run.usePaint({ space, inks: null });
}

function pictureSpace(run: Run, dict: PdfDict): Space | null {
  const { file } = run.bench;
  const value = file.resolve(dict.get('ColorSpace') ?? dict.get('CS'));
  const name = nameOf(value);
  if (value === undefined || value === null) return null;
  return spaceOf(file, (name === null ? undefined : run.resource('ColorSpace', name)) ?? value);
}

/** A soft mask that is full everywhere hides nothing; one that cannot be read is taken at its word. */
function isSoft(run: Run, dict: PdfDict): boolean {
  const { file } = run.bench;
  const mask = file.resolve(dict.get('SMask'));
  if (!(mask instanceof PdfStream)) return false;
  const { bytes, packing } = unpack(mask, file.resolve, MOST_MASK);
  const isPlain = packing === null && file.number(mask.dict.get('BitsPerComponent')) === 8;
  return !isPlain || bytes.some((byte) => byte !== 255);
}

const LONG: Readonly<Record<string, string>> = {
  W: 'Width',
  H: 'Height',
  BPC: 'BitsPerComponent',
  IM: 'ImageMask',
};

/** A picture between the operators: its entries, `ID`, its bytes, `EI`. */
export function inlinePicture(lexer: PdfLexer, run: Run): void {
  const entries = new Map<string, PdfValue>();
  for (;;) {
    const key = lexer.read(false);
    if (key instanceof PdfWord && key.text === 'ID') break;
    const value = lexer.read(false);
    if (!(key instanceof PdfName) || value === undefined) throw new Refusal('broken');
    entries.set(LONG[key.text] ?? key.text, value);
  }
  skipBytes(lexer);
  const stream = new PdfStream(entries, Buffer.alloc(0));
  if (isDict(entries)) notePicture(stream, run);
}

/** Its end is `EI` between blanks, with content after it that reads as text. */
function skipBytes(lexer: PdfLexer): void {
  const text = lexer.bytes;
  for (let at = text.indexOf('EI', lexer.at); at >= 0; at = text.indexOf('EI', at + 2)) {
    const isWord = isBlank(text[at - 1]) && (at + 2 >= text.length || isBlank(text[at + 2]));
    const after = text.subarray(at + 2, at + 12);
    if (isWord && after.every((byte) => (byte >= 32 ? byte < 127 : isBlank(byte)))) {
      lexer.at = at + 2;
      return;
    }
  }
  throw new Refusal('broken');
}

const isBlank = (byte: number | undefined): boolean =>
  byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 0;
