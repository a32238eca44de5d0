import { constants, inflateSync } from 'node:zlib';
import { Refusal } from '../refusal';
import { isDict, isList, nameOf, numberOf, type PdfDict, type PdfStream, type PdfValue } from './pdf-values';

export type Resolve = (value: PdfValue | undefined) => PdfValue | undefined;

/** Filters that pack pictures: their bytes go to a decoder of pictures. */
const PICTURE_FILTERS: ReadonlySet<string> = new Set([
  ...['DCTDecode', 'DCT', 'JPXDecode', 'CCITTFaxDecode', 'CCF', 'JBIG2Decode'],
]);

export interface Unpacked {
  readonly bytes: Buffer;
  /** The picture filter that is left, if there is one. */
  readonly packing: string | null;
}

/** Unpacks a stream to at most `most` bytes; more is a bomb. */
export function unpack(stream: PdfStream, resolve: Resolve, most: number): Unpacked {
  const filters = asList(resolve(stream.dict.get('Filter') ?? stream.dict.get('F')), resolve);
  const parms = asList(resolve(stream.dict.get('DecodeParms') ?? stream.dict.get('DP')), resolve);
  if (filters.length > 4) throw new Refusal('pdf_bomb');
  let bytes = stream.raw;
  for (const [index, filter] of filters.entries()) {
    const name = nameOf(filter) ?? '';
    if (PICTURE_FILTERS.has(name)) return { bytes, packing: name };
    const parm = resolve(parms[index]);
    bytes = unpackOnce(name, bytes, most);
    if (isDict(parm)) bytes = unpredict(bytes, parm);
    if (bytes.length > most) throw new Refusal('pdf_bomb');
  }
  return { bytes, packing: null };
}

const asList = (value: PdfValue | undefined, resolve: Resolve): readonly (PdfValue | undefined)[] =>
  value === undefined || value === null ? [] : isList(value) ? value.map(resolve) : [value];

function unpackOnce(name: string, bytes: Buffer, most: number): Buffer {
  if (name === 'FlateDecode' || name === 'Fl') return inflate(bytes, most);
  if (name === 'ASCIIHexDecode' || name === 'AHx') return unhex(bytes);
  if (name === 'ASCII85Decode' || name === 'A85') return un85(bytes);
  if (name === 'RunLengthDecode' || name === 'RL') return unrun(bytes, most);
  // LZW was given up by every program of this century; Crypt hides.
  throw new Refusal(name === 'Crypt' ? 'pdf_locked' : 'broken');
}

function inflate(bytes: Buffer, most: number): Buffer {
  try {
    // Some programs leave out the check sum at the end.
    return inflateSync(bytes, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    const isLarge = error instanceof RangeError || String(error).includes('ERR_BUFFER_TOO_LARGE');
    throw new Refusal(isLarge ? 'pdf_bomb' : 'broken');
  }
}

function unhex(bytes: Buffer): Buffer {
  const digits = (bytes.toString('latin1').split('>')[0] ?? '').replace(/[^0-9a-f]/gi, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

function un85(bytes: Buffer): Buffer {
  const text = (bytes.toString('latin1').split('~')[0] ?? '').replace(/\s/g, '').replace(/z/g, '!!!!!');
  const out: number[] = [];
  for (let at = 0; at < text.length; at += 5) {
    const group = text.slice(at, at + 5);
    let value = 0;
    for (const sign of group.padEnd(5, 'u')) value = value * 85 + sign.charCodeAt(0) - 33;
    for (let byte = 0; byte < group.length - 1; byte += 1)
      out.push(Math.floor(value / 256 ** (3 - byte)) % 256);
  }
  return Buffer.from(out);
}

function unrun(bytes: Buffer, most: number): Buffer {
  const parts: Buffer[] = [];
  let total = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at] ?? 128;
    if (length === 128) break;
    const part =
      length < 128 ? bytes.subarray(at + 1, at + 2 + length) : Buffer.alloc(257 - length, bytes[at + 1] ?? 0);
    at += length < 128 ? length + 2 : 2;
    total += part.length;
    if (total > most) throw new Refusal('pdf_bomb');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function unpredict(bytes: Buffer, parm: PdfDict): Buffer {
  const predictor = numberOf(parm.get('Predictor')) ?? 1;
  if (predictor < 2) return bytes;
  const colours = numberOf(parm.get('Colors')) ?? 1;
  const bits = numberOf(parm.get('BitsPerComponent')) ?? 8;
  const step = Math.max(1, Math.ceil((colours * bits) / 8));
  const row = Math.ceil(((numberOf(parm.get('Columns')) ?? 1) * colours * bits) / 8);
  if (row < 1 || row > 1_000_000) throw new Refusal('broken');
  return predictor === 2 ? unsubtract(bytes, row, step) : unpng(bytes, row, step);
}

function unsubtract(bytes: Buffer, row: number, step: number): Buffer {
  const out = Buffer.from(bytes);
  for (let at = 0; at < out.length; at += 1) {
    if (at % row >= step) out[at] = ((out[at] ?? 0) + (out[at - step] ?? 0)) & 255;
  }
  return out;
}

function unpng(bytes: Buffer, row: number, step: number): Buffer {
  const rows = Math.floor(bytes.length / (row + 1));
  const out = Buffer.alloc(rows * row);
  // Bytes before the row or above the first one count as zero.
  const at = (line: number, index: number): number =>
    line < 0 || index < 0 ? 0 : (out[line * row + index] ?? 0);
  for (let line = 0; line < rows; line += 1) {
    const kind = bytes[line * (row + 1)] ?? 0;
    for (let index = 0; index < row; index += 1) {
      const around = { above: at(line - 1, index), corner: at(line - 1, index - step) };
      const guess = guessOf(kind, at(line, index - step), around);
      out[line * row + index] = ((bytes[line * (row + 1) + 1 + index] ?? 0) + guess) & 255;
    }
  }
  return out;
}

function guessOf(kind: number, left: number, { above, corner }: { above: number; corner: number }): number {
  if (kind === 1) return left;
  if (kind === 2) return above;
  if (kind === 3) return Math.floor((left + above) / 2);
  if (kind !== 4) return 0;
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}
