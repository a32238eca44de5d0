/** How a made file can reach us; `bom` stands for the mark before it. */
export const FILE_ENCODINGS = [
  'utf-8',
  'utf-8 bom',
  'utf-16le bom',
  'utf-16be bom',
  'utf-16le',
  'windows-1256',
  'windows-1252',
] as const;
export type FileEncoding = (typeof FILE_ENCODINGS)[number];
export const LINE_ENDS = ['\n', '\r\n', '\r'] as const;

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

/** A text in the bytes of an encoding. Throws for a symbol that it does not have. */
export function encoded(text: string, encoding: FileEncoding): Buffer {
  const [name, mark] = encoding.split(' ');
  const marked = mark === 'bom' ? `\ufeff${text}` : text;
  if (name === 'utf-8') return Buffer.from(marked);
  if (name === 'utf-16le') return Buffer.from(marked, 'utf16le');
  if (name === 'utf-16be') return swapped(Buffer.from(marked, 'utf16le'));
  return Buffer.from(Array.from(text, (symbol) => byteOf(symbol, name ?? '')));
}

const tables = new Map<string, ReadonlyMap<string, number>>();
function byteOf(symbol: string, encoding: string): number {
  const table = tables.get(encoding) ?? tableOf(encoding);
  tables.set(encoding, table);
  const byte = table.get(symbol);
  if (byte === undefined) throw new RangeError(`${encoding} has no ${symbol}`);
  return byte;
}

function tableOf(encoding: string): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(encoding);
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
}
