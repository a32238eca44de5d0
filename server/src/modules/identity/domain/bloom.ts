/** Size of a Bloom filter: `bits` positions, `rounds` of them for each entry. */
export interface BloomShape {
  readonly bits: number;
  readonly rounds: number;
}

/** The smallest shape that takes `entries` with one false hit in `1 / falseRate` questions. */
export function bloomShapeFor(entries: number, falseRate: number): BloomShape {
  const count = Math.max(1, entries);
  const bits = Math.ceil((-count * Math.log(falseRate)) / Math.LN2 ** 2);
  return { bits, rounds: Math.max(1, Math.round((bits / count) * Math.LN2)) };
}

/** Positions of an entry, from two 48-bit parts of its SHA-1. */
export function positionsOf(sha1: Buffer, shape: BloomShape): number[] {
  const first = sha1.readUIntBE(0, 6) % shape.bits;
  const stride = (sha1.readUIntBE(6, 6) % (shape.bits - 1 || 1)) + 1;
  return Array.from({ length: shape.rounds }, (_, round) => (first + round * stride) % shape.bits);
}

const MAGIC = 'QKP1';
/** Bytes before the filter itself. */
export const BLOOM_HEADER = 16;

/** Header of a filter file: format, number of rounds, number of bits. */
export function bloomHeader(shape: BloomShape): Buffer {
  const header = Buffer.alloc(BLOOM_HEADER);
  header.write(MAGIC, 0, 'latin1');
  header.writeUInt32BE(shape.rounds, 4);
  header.writeBigUInt64BE(BigInt(shape.bits), 8);
  return header;
}

/** Reads a header. Throws for a file of another kind. */
export function readBloomHeader(header: Buffer): BloomShape {
  if (header.length < BLOOM_HEADER || header.toString('latin1', 0, 4) !== MAGIC)
    throw new Error('Not a filter of known passwords');
  return { rounds: header.readUInt32BE(4), bits: Number(header.readBigUInt64BE(8)) };
}
