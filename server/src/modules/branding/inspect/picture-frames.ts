import { Refusal } from './refusal';

/** Program code in the notes of a picture has no purpose but one. */
const CODE =
  /<(script|html|iframe|svg|\?php|!doctype|body|object|embed)[\s>/]|javascript:|onerror\s*=|eval\(/i;

function refuseCode(note: Buffer): void {
  if (CODE.test(note.toString('latin1'))) throw new Refusal('hidden_code');
}

/** Walks the chunks of a PNG: nothing may follow its end. */
export function walkPng(bytes: Buffer): void {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (end > bytes.length) throw new Refusal('broken');
    if (/^(tEXt|iTXt|zTXt|eXIf)$/.test(name)) refuseCode(bytes.subarray(at + 8, end - 4));
    if (name === 'acTL') throw new Refusal('moving_picture');
    at = end;
    if (name === 'IEND') {
      endsAt(bytes, at);
      return;
    }
  }
  throw new Refusal('broken');
}

/** Walks the segments of a JPEG and its scans to its end. */
export function walkJpeg(bytes: Buffer): void {
  let at = 2;
  while (at + 1 < bytes.length && bytes[at + 1] !== 0xd9) at = afterSegment(bytes, at);
  if (bytes[at] !== 0xff || bytes[at + 1] !== 0xd9) throw new Refusal('broken');
  endsAt(bytes, at + 2);
}

function afterSegment(bytes: Buffer, at: number): number {
  const marker = bytes[at + 1] ?? 0;
  if (bytes[at] !== 0xff || at + 4 > bytes.length) throw new Refusal('broken');
  if (marker === 0xff) return at + 1;
  const length = bytes.readUInt16BE(at + 2);
  const end = at + 2 + length;
  if (length < 2 || end > bytes.length) throw new Refusal('broken');
  if (marker === 0xfe || (marker >= 0xe0 && marker <= 0xef)) refuseCode(bytes.subarray(at + 4, end));
  return marker === 0xda ? endOfScan(bytes, end) : end;
}

/** Entropy-coded data: the next marker that is neither stuffed nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    const isData = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (!isData && next !== 0xff) return at;
    at = bytes.indexOf(0xff, at + (isData ? 2 : 1));
  }
  throw new Refusal('broken');
}

/** Walks the chunks of a WebP; its own length must be the file's. */
export function walkWebp(bytes: Buffer): void {
  if (bytes.length < 20) throw new Refusal('broken');
  const end = bytes.readUInt32LE(4) + 8;
  if (end > bytes.length) throw new Refusal('broken');
  for (let at = 12; at + 8 <= end; ) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    if (at + 8 + length > end) throw new Refusal('broken');
    if (name === 'ANIM' || name === 'ANMF') throw new Refusal('moving_picture');
    if (name === 'EXIF' || name === 'XMP ') refuseCode(bytes.subarray(at + 8, at + 8 + length));
    at += 8 + length + (length % 2);
  }
  endsAt(bytes, end);
}

/** A TIFF has no end; the notes of its first directory are looked at, and a second one is a second picture. */
export function walkTiff(bytes: Buffer): void {
  const isLittle = bytes[0] === 0x49;
  const u16 = (at: number): number => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const u32 = (at: number): number => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const first = bytes.length < 8 ? 0 : u32(4);
  if (first < 8 || first + 2 > bytes.length) throw new Refusal('broken');
  const entries = u16(first);
  const after = first + 2 + entries * 12;
  if (entries === 0 || after + 4 > bytes.length) throw new Refusal('broken');
  for (let at = first + 2; at < after; at += 12) {
    const isText = u16(at + 2) === 2;
    const count = u32(at + 4);
    const place = count > 4 ? u32(at + 8) : at + 8;
    if (isText) refuseCode(bytes.subarray(place, Math.min(bytes.length, place + count)));
  }
  if (u32(after) !== 0) throw new Refusal('moving_picture');
}

function endsAt(bytes: Buffer, end: number): void {
  // Some programs fill up the last block with zeros.
  if (bytes.subarray(end).some((byte) => byte !== 0)) throw new Refusal('extra_data');
}
