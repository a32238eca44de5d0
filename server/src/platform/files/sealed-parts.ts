import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Place, Sealer } from '../crypto/field-cipher';

const LENGTH_BYTES = 4;

/** Where a part of a file stands: no part can change places, and none can be cut off at the end. */
const partPlace = (id: string, n: number, isLast: boolean): Place => ({
  table: 'stored_files',
  column: 'part',
  rowId: `${id}/${n}${isLast ? '/last' : ''}`,
});

/** Writes through a draft beside the target: what has the name is whole and flushed. */
export async function writeWhole(
  target: string,
  write: (put: (bytes: Buffer) => Promise<void>) => Promise<void>,
): Promise<void> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const draft = `${target}.${randomBytes(6).toString('hex')}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await write(async (bytes) => {
        await handle.writeFile(bytes);
      });
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Seals a file part by part; of what passes through, no more than two parts stand in memory. */
export async function sealParts(
  to: { readonly path: string; readonly id: string; readonly sealer: Sealer },
  parts: AsyncIterable<Buffer>,
): Promise<{ byteCount: number; sha256: string }> {
  const hash = createHash('sha256');
  let byteCount = 0;
  await writeWhole(to.path, async (put) => {
    let n = 0;
    let held = Buffer.alloc(0);
    const seal = async (isLast: boolean): Promise<void> => {
      const sealed = to.sealer.sealFile(partPlace(to.id, n, isLast), held);
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32BE(sealed.length);
      await put(length);
      await put(sealed);
      n += 1;
    };
    for await (const part of parts) {
      if (byteCount > 0) await seal(false);
      held = Buffer.from(part);
      hash.update(held);
      byteCount += held.length;
    }
    await seal(true);
  });
  return { byteCount, sha256: hash.digest('hex') };
}

/** Opens what `sealParts` wrote, part by part. Throws when a part was altered, moved or is missing. */
export async function* openParts(from: {
  readonly path: string;
  readonly id: string;
  readonly sealer: Sealer;
}): AsyncGenerator<Buffer> {
  const handle = await open(from.path, 'r');
  try {
    const { size } = await handle.stat();
    let at = 0;
    for (let n = 0; at < size || n === 0; n += 1) {
      const length = (await readExactly(handle, LENGTH_BYTES)).readUInt32BE();
      at += LENGTH_BYTES + length;
      if (at > size) throw new Error('A stored file was cut off');
      const sealed = await readExactly(handle, length);
      yield from.sealer.openFile(partPlace(from.id, n, at === size), sealed);
    }
  } finally {
    await handle.close();
  }
}

async function readExactly(handle: Awaited<ReturnType<typeof open>>, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done);
    if (bytesRead === 0) throw new Error('A stored file was cut off');
    done += bytesRead;
  }
  return bytes;
}
