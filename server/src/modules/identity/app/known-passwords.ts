import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { dictionary } from '@zxcvbn-ts/language-common';
import { Config } from '../../../platform/config/config';
import { BLOOM_HEADER, positionsOf, readBloomHeader } from '../domain/bloom';
import { isWorn, wornList } from '../domain/worn-passwords';

/** Name of the filter in the data folder; `npm run breach:import` writes it. */
export const KNOWN_PASSWORDS_FILE = 'known-passwords.bloom';

/** Passwords that somebody knows: the list that is shipped, and the imported one where there is one. Never online. */
@Injectable()
export class KnownPasswords {
  private list: ReadonlySet<string> | null = null;

  constructor(private readonly config: Config) {}

  /** True for a known password, also in the usual dress: l33t, capitals, digits and signs around it. */
  async has(password: string): Promise<boolean> {
    this.list ??= wornList(dictionary['passwords-common']);
    return isWorn(password, this.list) || this.isImported(password);
  }

  private async isImported(password: string): Promise<boolean> {
    const file = await open(join(this.config.values.DATA_DIR, KNOWN_PASSWORDS_FILE), 'r').catch(() => null);
    if (!file) return false;
    try {
      return await isInFilter(file, createHash('sha1').update(password).digest());
    } finally {
      await file.close();
    }
  }
}

/** Reads the bits of one entry, not the file: it may hold gigabytes. */
async function isInFilter(file: FileHandle, sha1: Buffer): Promise<boolean> {
  const header = Buffer.alloc(BLOOM_HEADER);
  await file.read(header, 0, BLOOM_HEADER, 0);
  for (const position of positionsOf(sha1, readBloomHeader(header))) {
    const byte = Buffer.alloc(1);
    await file.read(byte, 0, 1, BLOOM_HEADER + Math.floor(position / 8));
    if (((byte[0] ?? 0) & (1 << (position % 8))) === 0) return false;
  }
  return true;
}
