import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import { statementImportLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { importStatement } from '@qafila/shared/payments/statements.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { STORE_KEY } from '../../../platform/crypto/field-cipher';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { DialectRepository } from '../db/dialect.repository';
import { ImportRepository } from '../db/import.repository';
import { acceptedStatements } from './accepted-statements';
import { fileHashOf } from './line-keys';
import { importViewOf } from './read-import';
import { StoreStatements } from './store-statements';

/** A file from this size on (some thousand lines) waits for the worker: nobody waits for its answer that long. */
export const WORKER_FROM_BYTES = 512 * 1024;

const { ask, finish, read } = statementImportLifecycle.steps;

/**
 * Takes a bank's file. A small one is imported at once, whole or not at all; a large one waits for the worker, and a
 * CSV of unknown columns for a person to name them.
 */
@Injectable()
export class ImportStatement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportRepository,
    private readonly dialects: DialectRepository,
    private readonly files: Files,
    private readonly store: StoreStatements,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, file: Buffer): Promise<ReplyOf<typeof importStatement>> {
    if (file.length === 0) throw new Problem('WRONG_FILE_TYPE', { types: 'camt.053, camt.054, MT940, CSV' });
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const id = newId();
      const by = { id, personId: actor.personId, at: this.clock.now() };
      if (file.length >= WORKER_FROM_BYTES) {
        const fileId = await this.keep(tx, file);
        await this.imports.add(tx, { ...by, state: statementImportLifecycle.initial, fileId });
        await this.imports.wakeWorker(tx);
        return importViewOf(await this.imports.read(tx, id), []);
      }
      const statements = acceptedStatements(file, await this.dialects.all(tx));
      if (statements === null) {
        await this.imports.add(tx, { ...by, state: ask.to, fileId: await this.keep(tx, file) });
        return importViewOf(await this.imports.read(tx, id), []);
      }
      await this.imports.add(tx, { ...by, state: read.to, fileId: null });
      const stored = await this.store.run(tx, {
        importId: id,
        statements,
        fileHash: fileHashOf(file),
        personId: actor.personId,
      });
      const lines = stored.counts.newLines + stored.counts.knownLines;
      await this.imports.advance(tx, id, { state: finish.to, counts: stored.counts, lines, refusal: null });
      return importViewOf(await this.imports.read(tx, id), stored.statements);
    });
  }

  private keep(tx: Tx, bytes: Buffer): Promise<string> {
    return this.files.put(tx, {
      companyId: STORE_KEY,
      kind: 'statement',
      contentType: 'application/octet-stream',
      bytes,
      isSealed: true,
    });
  }
}
