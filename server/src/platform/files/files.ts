import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { FieldCipher, type Place } from '../crypto/field-cipher';
import { oneRow, type Tx } from '../database/unit-of-work';
import { newId } from '../ids/new-id';

export interface NewFile {
  readonly companyId: string;
  readonly kind: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  /** Encrypted with the company's key before it reaches the disk, in a folder of the company. */
  readonly isSealed?: true;
}
export interface StoredFile {
  readonly contentType: string;
  readonly bytes: Buffer;
}

const bytesPlace = (id: string): Place => ({ table: 'stored_files', column: 'bytes', rowId: id });

/** Files of companies, on disk, named by HMAC(company, content): no name comes from a user. */
@Injectable()
export class Files {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
  ) {}

  /** Stores bytes and returns the id. The file is on disk, flushed, before the row can commit. */
  async put(tx: Tx, file: NewFile): Promise<string> {
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const id = newId();
    const path = file.isSealed ? this.sealedPathOf(file.companyId, id) : this.pathOf(file.companyId, sha256);
    await this.write(path, file.isSealed ? await this.seal(file, id) : file.bytes);
    await tx.query(
      `insert into stored_files (company_id, id, kind, content_type, byte_count, sha256, path, created_at, is_sealed)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        file.companyId,
        id,
        file.kind,
        file.contentType,
        file.bytes.length,
        sha256,
        path,
        this.clock.now(),
        file.isSealed ?? false,
      ],
    );
    return id;
  }

  /** Reads a file the scope shows. Throws `NOT_FOUND` otherwise. */
  async read(tx: Tx, id: string): Promise<StoredFile> {
    const row = oneRow(
      await tx.query<{ company_id: string; content_type: string; path: string; is_sealed: boolean }>(
        'select company_id, content_type, path, is_sealed from stored_files where id = $1',
        [id],
      ),
    );
    const bytes = await readFile(join(this.config.values.DATA_DIR, row.path));
    if (!row.is_sealed) return { contentType: row.content_type, bytes };
    const sealer = await this.cipher.sealerFor(row.company_id);
    return { contentType: row.content_type, bytes: sealer.openFile(bytesPlace(id), bytes) };
  }

  private async seal(file: NewFile, id: string): Promise<Buffer> {
    return (await this.cipher.sealerFor(file.companyId)).sealFile(bytesPlace(id), file.bytes);
  }

  /** A folder for each company: what belongs to it can be found and removed without its rows. */
  private sealedPathOf(companyId: string, id: string): string {
    const name = (text: string): string =>
      createHmac('sha256', this.config.values.INDEX_KEY.reveal()).update(text).digest('hex');
    return join('sealed', name(`folder/${companyId}`), name(`file/${companyId}/${id}`));
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
