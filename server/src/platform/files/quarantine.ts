import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { FieldCipher, type Place } from '../crypto/field-cipher';
import { writeWhole } from './sealed-parts';

/** One upload of one company; its folder is named by a keyed hash, never by anything a person sent. */
export interface QuarantineKey {
  readonly companyId: string;
  readonly id: string;
}
export interface QuarantinePart {
  readonly n: number;
  readonly sha256: string;
}

const partPlace = (key: QuarantineKey, part: QuarantinePart): Place => ({
  table: 'quarantine',
  column: 'part',
  rowId: `${key.id}/${part.n}/${part.sha256}`,
});
/** A folder this old that nobody owns was left by a process that ended. */
const LEFT_BEHIND_MS = 60 * 60_000;

/** Where bytes stand that nobody has looked at: parts of uploads, sealed, and the clear copies of one inspection. */
@Injectable()
export class Quarantine {
  constructor(
    private readonly config: Config,
    private readonly cipher: FieldCipher,
  ) {}

  /** Keeps a part, flushed. Two parts of the same number and different content do not meet. */
  async put(key: QuarantineKey, part: QuarantinePart, bytes: Buffer): Promise<void> {
    const sealer = await this.cipher.sealerFor(key.companyId);
    await writeWhole(this.partPath(key, part), (put) => put(sealer.sealFile(partPlace(key, part), bytes)));
  }

  /** The parts in the order given, one at a time. */
  async *read(key: QuarantineKey, parts: readonly QuarantinePart[]): AsyncGenerator<Buffer> {
    const sealer = await this.cipher.sealerFor(key.companyId);
    for (const part of parts)
      yield sealer.openFile(partPlace(key, part), await readFile(this.partPath(key, part)));
  }

  removePart(key: QuarantineKey, part: QuarantinePart): Promise<void> {
    return rm(this.partPath(key, part), { force: true });
  }

  remove(key: QuarantineKey): Promise<void> {
    return rm(this.folderOf(key), { recursive: true, force: true });
  }

  /** Runs work with an empty folder of its own, which is gone afterwards. */
  async withScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
    const folder = join(this.scratchRoot, randomBytes(16).toString('hex'));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Removes folders of uploads that are not in the list, and scratch folders of processes that ended. */
  async clear(keep: readonly QuarantineKey[], now: Date): Promise<void> {
    const kept = new Set(keep.map((key) => this.nameOf(key)));
    const parts = await leftIn(this.partsRoot, now);
    const scratch = await leftIn(this.scratchRoot, now);
    const gone = [...parts.filter(({ name }) => !kept.has(name)), ...scratch];
    for (const { path } of gone) await rm(path, { recursive: true, force: true });
  }

  private get partsRoot(): string {
    return join(this.config.values.DATA_DIR, 'quarantine', 'parts');
  }

  private get scratchRoot(): string {
    return join(this.config.values.DATA_DIR, 'quarantine', 'scratch');
  }

  private partPath(key: QuarantineKey, part: QuarantinePart): string {
    return join(this.folderOf(key), `${part.n}-${part.sha256}`);
  }

  private folderOf(key: QuarantineKey): string {
    return join(this.partsRoot, this.nameOf(key));
  }

  private nameOf(key: QuarantineKey): string {
    return createHmac('sha256', this.config.values.INDEX_KEY.reveal())
      .update(`quarantine/${key.companyId}/${key.id}`)
      .digest('hex');
  }
}

/** Entries of a folder that were not touched for a while. */
async function leftIn(root: string, now: Date): Promise<{ name: string; path: string }[]> {
  const names = await readdir(root).catch(() => []);
  const found: { name: string; path: string }[] = [];
  for (const name of names) {
    const path = join(root, name);
    const facts = await stat(path).catch(() => null);
    if (facts && now.getTime() - facts.mtimeMs > LEFT_BEHIND_MS) found.push({ name, path });
  }
  return found;
}
