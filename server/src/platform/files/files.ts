import { createHash, createHmac } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { FieldCipher, type Place } from '../crypto/field-cipher';
import { oneRow, type Tx } from '../database/unit-of-work';
import { newId } from '../ids/new-id';
import { openParts, sealParts, writeWhole } from './sealed-parts';

export interface NewFile {
  readonly companyId: string;
  readonly kind: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  /** Encrypted with the company's key before it reaches the disk, in a folder of the company. */
  readonly isSealed?: true;
}
/** A file that comes and stays in parts, sealed each on its own: it is never whole in memory. */
export interface NewPartedFile {
  readonly companyId: string;
  /** Chosen beforehand, so that a second try writes over what the first one left. */
  readonly id: string;
  readonly kind: string;
  readonly contentType: string;
  readonly parts: AsyncIterable<Buffer>;
}
export interface PartedFile {
  readonly contentType: string;
  readonly byteCount: number;
  readonly parts: AsyncGenerator<Buffer>;
}
interface FileRow {
  company_id: string;
  content_type: string;
  byte_count: number;
  path: string;
  is_sealed: boolean;
  is_parted: boolean;
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
    const bytes = file.isSealed ? await this.seal(file, id) : file.bytes;
    await writeWhole(this.onDisk(path), (put) => put(bytes));
    const facts = { path, byteCount: file.bytes.length, sha256, isSealed: file.isSealed ?? false };
    await this.insert(tx, { ...file, id, ...facts, isParted: false });
    return id;
  }

  /** Seals and stores a file as its parts come, and says how large it was and what its content hashes to. */
  async putParts(tx: Tx, file: NewPartedFile): Promise<{ byteCount: number; sha256: string }> {
    const path = this.sealedPathOf(file.companyId, file.id);
    const sealer = await this.cipher.sealerFor(file.companyId);
    const written = await sealParts({ path: this.onDisk(path), id: file.id, sealer }, file.parts);
    await this.insert(tx, { ...file, ...written, path, isSealed: true, isParted: true });
    return written;
  }

  /** Reads a file the scope shows. Throws `NOT_FOUND` otherwise. */
  async read(tx: Tx, id: string): Promise<StoredFile> {
    const row = await this.find(tx, id);
    if (row.is_parted) {
      const parts: Buffer[] = [];
      for await (const part of await this.partsOf(row, id)) parts.push(part);
      return { contentType: row.content_type, bytes: Buffer.concat(parts) };
    }
    const bytes = await readFile(this.onDisk(row.path));
    if (!row.is_sealed) return { contentType: row.content_type, bytes };
    const sealer = await this.cipher.sealerFor(row.company_id);
    return { contentType: row.content_type, bytes: sealer.openFile(bytesPlace(id), bytes) };
  }

  /** Finds a file that was stored in parts; they are read as they are asked for, after the transaction too. */
  async readParts(tx: Tx, id: string): Promise<PartedFile> {
    const row = await this.find(tx, id);
    if (!row.is_parted) throw new Error('This file was not stored in parts');
    const parts = await this.partsOf(row, id);
    return { contentType: row.content_type, byteCount: row.byte_count, parts };
  }

  /**
   * Removes sealed files, content first: after a crash in between the rows still name what is to go, and a second
   * try ends it. Rows that point at them have to be gone before. Files that are not sealed may share their content.
   */
  async removeSealed(tx: Tx, companyId: string, ids: readonly string[]): Promise<void> {
    const rows = await tx.query<{ path: string }>(
      'delete from stored_files where company_id = $1 and id = any($2::uuid[]) and is_sealed returning path',
      [companyId, ids],
    );
    for (const { path } of rows) await rm(this.onDisk(path), { force: true });
  }

  /** Removes what an interrupted `putParts` may have left; nothing while the file has its row. */
  async removeUnborn(tx: Tx, companyId: string, id: string): Promise<void> {
    const known = await tx.query('select id from stored_files where company_id = $1 and id = $2', [
      companyId,
      id,
    ]);
    if (known.length === 0) await rm(this.onDisk(this.sealedPathOf(companyId, id)), { force: true });
  }

  private async partsOf(row: FileRow, id: string): Promise<AsyncGenerator<Buffer>> {
    return openParts({
      path: this.onDisk(row.path),
      id,
      sealer: await this.cipher.sealerFor(row.company_id),
    });
  }

  private async find(tx: Tx, id: string): Promise<FileRow> {
    return oneRow(
      await tx.query<FileRow>(
        `select company_id, content_type, byte_count, path, is_sealed, is_parted from stored_files where id = $1`,
        [id],
      ),
    );
  }

  private async insert(
    tx: Tx,
    row: Pick<NewFile, 'companyId' | 'kind' | 'contentType'> & {
      readonly id: string;
      readonly byteCount: number;
      readonly sha256: string;
      readonly path: string;
      readonly isSealed: boolean;
      readonly isParted: boolean;
    },
  ): Promise<void> {
    await tx.query(
      `insert into stored_files (company_id, id, kind, content_type, byte_count, sha256, path, created_at, is_sealed,
         is_parted)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[row.companyId, row.id, row.kind, row.contentType, row.byteCount, row.sha256, row.path],
        ...[this.clock.now(), row.isSealed, row.isParted],
      ],
    );
  }

  private onDisk(path: string): string {
    return join(this.config.values.DATA_DIR, path);
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
}
