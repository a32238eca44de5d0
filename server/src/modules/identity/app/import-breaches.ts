import { createReadStream } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { BLOOM_HEADER, bloomHeader, bloomShapeFor, positionsOf } from '../domain/bloom';

/** One password in a thousand that nobody knows is refused by mistake. */
const FALSE_RATE = 0.001;
const LINE = /^([0-9A-F]{40})(?::\d+)?$/i;

async function* hashesOf(source: string): AsyncGenerator<Buffer> {
  const lines = createInterface({ input: createReadStream(source), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    const hash = LINE.exec(line.trim())?.[1];
    if (hash) yield Buffer.from(hash, 'hex');
  }
}

/**
 * Turns a file of SHA-1 hashes (`HASH:count`, one a line, as Pwned Passwords comes) into a filter of about 14.4 bits
 * an entry. Returns the number of entries. Throws when the file has none; the filter before stays then.
 */
export async function importBreaches(given: { source: string; target: string }): Promise<number> {
  let entries = 0;
  for await (const _ of hashesOf(given.source)) entries += 1;
  if (entries === 0) throw new Error(`No SHA-1 hashes in ${given.source}`);
  const shape = bloomShapeFor(entries, FALSE_RATE);
  const filter = Buffer.alloc(Math.ceil(shape.bits / 8));
  for await (const hash of hashesOf(given.source)) {
    for (const position of positionsOf(hash, shape)) {
      const at = Math.floor(position / 8);
      filter[at] = (filter[at] ?? 0) | (1 << (position % 8));
    }
  }
  await mkdir(dirname(given.target), { recursive: true });
  const draft = `${given.target}.draft`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.write(bloomHeader(shape), 0, BLOOM_HEADER, 0);
    await file.write(filter, 0, filter.length, BLOOM_HEADER);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, given.target);
  return entries;
}
