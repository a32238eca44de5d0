import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config';

/** A signed document of heads, as it stands in the table and in its file. */
export interface Seal {
  readonly number: number;
  /** UTC day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly document: string;
  readonly signature: string;
  readonly keyId: string;
}
const FOLDER = 'audit-seals';
const NAME = /^(\d{6})-\d{4}-\d{2}-\d{2}\.json$/;

/** The seals beside the database: who cuts the tables has these against him. Copy the folder off the machine. */
@Injectable()
export class SealFiles {
  private readonly folder: string;

  constructor(config: Config) {
    this.folder = join(config.values.DATA_DIR, FOLDER);
  }

  /** Writes whole or not at all; a second time overwrites. */
  write(seal: Seal, publicKey: string): void {
    mkdirSync(this.folder, { recursive: true });
    const file = join(this.folder, `${String(seal.number).padStart(6, '0')}-${seal.day}.json`);
    const draft = `${file}.${process.pid}.draft`;
    writeFileSync(draft, `${JSON.stringify({ ...seal, publicKey }, null, 2)}\n`, {
      mode: 0o600,
      flush: true,
    });
    renameSync(draft, file);
  }

  /** Every seal on the disk by number; what cannot be read is an empty one, which no signature fits. */
  all(): Map<number, Seal> {
    const names = this.names();
    return new Map(names.map((name) => [Number(NAME.exec(name)?.[1]), this.read(name)]));
  }

  private names(): string[] {
    try {
      return readdirSync(this.folder).filter((name) => NAME.test(name));
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return [];
      throw error;
    }
  }

  private read(name: string): Seal {
    try {
      const { number, day, document, signature, keyId } = JSON.parse(
        readFileSync(join(this.folder, name), 'utf8'),
      );
      return { number, day, document, signature, keyId };
    } catch {
      return { number: Number(NAME.exec(name)?.[1]), day: '', document: '', signature: '', keyId: '' };
    }
  }
}
