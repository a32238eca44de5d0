import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { oneRow, type Tx } from '../database/unit-of-work';
import { newId } from '../ids/new-id';

export interface NewFile {
  readonly companyId: string;
  readonly kind: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}
export interface StoredFile {
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Files of companies, on disk, named by HMAC(company, content): no name comes from a user. */
@Injectable()
export class Files {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Stores bytes and returns the id. The file is on disk, flushed, before the row can commit. */
  async put(tx: Tx, file: NewFile): Promise<string> {
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const path = this.pathOf(file.companyId, sha256);
    await this.write(path, file.bytes);
    const id = newId();
    await tx.query(
      `insert into stored_files (company_id, id, kind, content_type, byte_count, sha256, path, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [file.companyId, id, file.kind, file.contentType, file.bytes.length, sha256, path, this.clock.now()],
    );
    return id;
  }

  /** Reads a file the scope shows. Throws `NOT_FOUND` otherwise. */
  async read(tx: Tx, id: string): Promise<StoredFile> {
    const row = oneRow(
      await tx.query<{ content_type: string; path: string }>(
        'select content_type, path from stored_files where id = $1',
        [id],
      ),
    );
    return {
      contentType: row.content_type,
      bytes: await readFile(join(this.config.values.DATA_DIR, row.path)),
    };
  }

  private pathOf(companyId: string, sha256: string): string {
    const name = createHmac('sha256', this.config.values.INDEX_KEY.reveal())
      .update(`file/${companyId}/${sha256}`)
      .digest('hex');
    return join(name.slice(0, 2), name);
  }

  private async write(path: string, bytes: Buffer): Promise<void> {
    const target = join(this.config.values.DATA_DIR, path);
    await mkdir(dirname(target), { recursive: true });
    const draft = `${target}.${randomBytes(6).toString('hex')}`;
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, target);
  }
}
