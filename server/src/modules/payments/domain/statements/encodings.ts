import { NotReadable } from './not-readable';

const ENCODINGS = new Set([
  'utf-8',
  'utf-16',
  'utf-16le',
  'utf-16be',
  'iso-8859-1',
  'windows-1252',
  'windows-1256',
]);
const MARKS = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
] as const;
const HEAD = 400;
/** What no text holds, and what stands in the place of bytes that are none. */
const NUL = '\u0000';
const UNREADABLE = '\ufffd';

/** The text of a bank's file: by its byte order mark, by what it declares, or by how its bytes look. */
export function decoded(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (!ENCODINGS.has(encoding)) throw new NotReadable(`encoding ${encoding}`);
  const text = new TextDecoder(encoding).decode(bytes);
  const wrong = [NUL, UNREADABLE].map((sign) => text.indexOf(sign)).find((at) => at >= 0) ?? -1;
  if (wrong >= 0)
    throw new NotReadable(`encoding ${encoding}, L${text.slice(0, wrong).split(/\r\n?|\n/).length}`);
  return text;
}

function encodingOf(bytes: Uint8Array): string {
  const mark = [...bytes.subarray(0, 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const marked = MARKS.find(([start]) => mark.startsWith(start))?.[1] ?? wideWithoutMark(bytes);
  if (marked) return marked;
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/i.exec(head)?.[1];
  if (declared) return declared.toLowerCase();
  // XML that declares nothing is UTF-8, as every file that can be read so.
  return head.trimStart().startsWith('<') || isUtf8(bytes) ? 'utf-8' : singleByteOf(bytes);
}

/** UTF-16 without a mark: blanks and digits have a zero on the same side, which no text in bytes has at all. */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const head = [...bytes.subarray(0, HEAD - (HEAD % 2))];
  const zeros = [0, 1].map((odd) => head.filter((byte, i) => byte === 0 && i % 2 === odd).length);
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < head.length / 20 || even === odd) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Arabic words are runs of high bytes; in a Western text a letter with an accent stands alone. */
function singleByteOf(bytes: Uint8Array): string {
  let inRuns = 0;
  let alone = 0;
  bytes.forEach((byte, i) => {
    if (byte < 0x80) return;
    const isRun = (bytes[i - 1] ?? 0) >= 0x80 || (bytes[i + 1] ?? 0) >= 0x80;
    if (isRun) inRuns += 1;
    else alone += 1;
  });
  return inRuns > alone ? 'windows-1256' : 'windows-1252';
}
