import { Injectable } from '@nestjs/common';
import { statementImportLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import { systemScope } from '../../../platform/access/scope';
import { STORE_KEY } from '../../../platform/crypto/field-cipher';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { Log } from '../../../platform/log/log';
import { Problem } from '../../../platform/problems/problem';
import { DialectRepository } from '../db/dialect.repository';
import { ImportRepository, type StatementImport } from '../db/import.repository';
import { acceptedStatements } from './accepted-statements';
import { fileHashOf } from './line-keys';
import { StoreStatements } from './store-statements';

/** What ends the worker or its reader this often is refused, so that it ends no more. */
const MAX_TRIES = 4;
const REASON = 'bank files';
const { ask, read, finish, refuse } = statementImportLifecycle.steps;

/**
 * Reads every file that waits, one after the other, each in one transaction: whole or not at all. Its progress is
 * told in transactions of its own. Where a worker ended in between, nothing was kept, and the next one begins again.
 */
@Injectable()
export class FinishImports {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportRepository,
    private readonly dialects: DialectRepository,
    private readonly files: Files,
    private readonly store: StoreStatements,
    private readonly log: Log,
  ) {}

  async run(): Promise<void> {
    for (const each of await this.apart((tx) => this.imports.waiting(tx))) await this.finish(each);
    await this.apart(async (tx) => {
      await this.files.removeSealed(tx, STORE_KEY, await this.imports.releaseFiles(tx));
    });
  }

  private async finish({
    id,
    createdBy,
  }: {
    readonly id: string;
    readonly createdBy: string;
  }): Promise<void> {
    try {
      await this.unitOfWork.runApart(systemScope(REASON, createdBy), async (tx) => {
        const held = await this.imports.hold(tx, id);
        if (held) await this.read(tx, held);
      });
    } catch (error) {
      if (error instanceof Problem && error.status < 500) await this.refuse(id, error);
      else await this.tryAgain(id, error);
    }
  }

  private async read(tx: Tx, held: StatementImport): Promise<void> {
    const { id, fileId, createdBy } = held;
    // Noted before the file is opened: what ends the worker is opened a bounded number of times.
    await this.apart((aside) => this.imports.begin(aside, id, read.to));
    if (fileId === null || held.tries >= MAX_TRIES)
      throw new Problem('STATEMENT_NOT_FINISHED', { tries: held.tries });
    const { bytes } = await this.files.read(tx, fileId);
    const statements = parsed(bytes, await this.dialects.all(tx));
    if (statements === null) return this.imports.move(tx, id, { from: read.to, to: ask.to });
    const linesInAll = statements.reduce((sum, { lines }) => sum + lines.length, 0);
    const tell = (linesRead: number): Promise<void> =>
      this.apart((aside) => this.imports.progress(aside, id, { linesRead, linesInAll }));
    await tell(0);
    const { counts } = await this.store.run(tx, {
      importId: id,
      statements,
      fileHash: fileHashOf(bytes),
      personId: createdBy,
      onProgress: tell,
    });
    await this.imports.advance(tx, id, { state: finish.to, counts, lines: linesInAll, refusal: null });
  }

  /** What failed beside the file, a store or the database, is no try of the file. */
  private async tryAgain(id: string, error: unknown): Promise<void> {
    this.log.error('import not finished', { importId: id, error });
    if (!(error instanceof ReaderFailed)) await this.apart((tx) => this.imports.forgive(tx, id));
  }

  private refuse(id: string, { code, params }: Problem): Promise<void> {
    const counts = { newLines: 0, knownLines: 0, proposed: 0 };
    return this.apart((tx) =>
      this.imports.advance(tx, id, { state: refuse.to, counts, lines: 0, refusal: { code, params } }),
    );
  }

  private apart<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.unitOfWork.runApart(systemScope(REASON), work);
  }
}

/** The reader itself failed, and would again. */
class ReaderFailed extends Error {}

function parsed(...file: Parameters<typeof acceptedStatements>): ReturnType<typeof acceptedStatements> {
  try {
    return acceptedStatements(...file);
  } catch (error) {
    throw error instanceof Problem ? error : new ReaderFailed('The reader failed', { cause: error });
  }
}
