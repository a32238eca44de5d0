import { Injectable } from '@nestjs/common';
import type { ProblemParam } from '@qafila/shared/kernel/problem';
import type { statementImportLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import { z } from 'zod';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';

export type ImportState = (typeof statementImportLifecycle.states)[number];

/** Why a file was refused: a code of the closed table, as a call would have answered it. */
export interface Refusal {
  readonly code: string;
  readonly params: Readonly<Record<string, ProblemParam>>;
}
export interface ImportCounts {
  readonly newLines: number;
  readonly knownLines: number;
  readonly proposed: number;
}
export interface StatementImport extends ImportCounts {
  readonly id: string;
  readonly state: ImportState;
  readonly fileId: string | null;
  readonly linesRead: number;
  readonly linesInAll: number | null;
  readonly refusal: Refusal | null;
  readonly tries: number;
  readonly createdBy: string;
}
interface Row {
  id: string;
  state: ImportState;
  file_id: string | null;
  lines_read: number;
  lines_in_all: number | null;
  new_lines: number;
  known_lines: number;
  proposed: number;
  refusal: unknown;
  tries: number;
  created_by: string;
}

const refusalSchema = z.strictObject({
  code: z.string(),
  params: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.strictObject({ minor: z.number(), currency: z.string() })]),
  ),
});
const COLUMNS = `i.id, i.state, i.file_id, i.lines_read, i.lines_in_all, i.new_lines, i.known_lines, i.proposed,
  i.refusal, i.tries, i.created_by`;

const importOf = (row: Row): StatementImport => ({
  id: row.id,
  state: row.state,
  fileId: row.file_id,
  linesRead: row.lines_read,
  linesInAll: row.lines_in_all,
  newLines: row.new_lines,
  knownLines: row.known_lines,
  proposed: row.proposed,
  refusal: row.refusal === null ? null : refusalSchema.parse(row.refusal),
  tries: row.tries,
  createdBy: row.created_by,
});

@Injectable()
export class ImportRepository {
  async add(
    tx: Tx,
    made: {
      readonly id: string;
      readonly state: ImportState;
      readonly fileId: string | null;
      readonly personId: string | null;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.query(
      'insert into statement_imports (id, state, file_id, created_at, created_by) values ($1, $2, $3, $4, $5)',
      [made.id, made.state, made.fileId, made.at, made.personId],
    );
  }

  async read(tx: Tx, id: string): Promise<StatementImport> {
    return importOf(
      oneRow(await tx.query<Row>(`select ${COLUMNS} from statement_imports i where i.id = $1`, [id])),
    );
  }

  /** Wakes the worker once this transaction is there for all to see. */
  async wakeWorker(tx: Tx): Promise<void> {
    await tx.query(
      `select graphile_worker.add_job('payments.finish_imports', '{}'::json, job_key := 'payments.finish_imports')`,
    );
  }

  /** Imports to read, oldest first, and who brought them: those that wait, and those whose reader may have ended. */
  async waiting(tx: Tx): Promise<{ readonly id: string; readonly createdBy: string }[]> {
    const rows = await tx.query<{ id: string; created_by: string }>(
      `select id, created_by from statement_imports where state in ('waiting', 'reading') order by created_at, id`,
    );
    return rows.map((row) => ({ id: row.id, createdBy: row.created_by }));
  }

  /**
   * Holds an import until this transaction ends, by a lock beside its row: the row tells the progress meanwhile. `null`
   * when another one holds it, or has ended it.
   */
  async hold(tx: Tx, id: string): Promise<StatementImport | null> {
    const [lock] = await tx.query<{ is_held: boolean }>(
      `select pg_try_advisory_xact_lock(hashtextextended('statement_imports/' || $1, 0)) as is_held`,
      [id],
    );
    if (!lock?.is_held) return null;
    const found = await this.read(tx, id);
    return found.state === 'waiting' || found.state === 'reading' ? found : null;
  }

  /** Notes a try from its first line on. */
  async begin(tx: Tx, id: string, state: ImportState): Promise<void> {
    await tx.query(
      'update statement_imports set state = $2, tries = tries + 1, lines_read = 0 where id = $1',
      [id, state],
    );
  }

  /** Takes a noted try back. */
  async forgive(tx: Tx, id: string): Promise<void> {
    await tx.query('update statement_imports set tries = greatest(tries - 1, 0) where id = $1', [id]);
  }

  /** How far the one who holds it has come. */
  async progress(
    tx: Tx,
    id: string,
    to: { readonly linesRead: number; readonly linesInAll: number },
  ): Promise<void> {
    await tx.query('update statement_imports set lines_read = $2, lines_in_all = $3 where id = $1', [
      id,
      to.linesRead,
      to.linesInAll,
    ]);
  }

  /** Writes the end that the lifecycle decided. Throws `WRONG_STATE` when somebody was faster. */
  async advance(
    tx: Tx,
    id: string,
    to: {
      readonly state: ImportState;
      readonly counts: ImportCounts;
      readonly lines: number;
      readonly refusal: Refusal | null;
    },
  ): Promise<void> {
    const moved = await tx.query(
      `update statement_imports set state = $2, new_lines = $3, known_lines = $4, proposed = $5, lines_read = $6,
         lines_in_all = coalesce(lines_in_all, $6), refusal = $7::jsonb
       where id = $1 and state = 'reading' returning id`,
      [
        ...[id, to.state, to.counts.newLines, to.counts.knownLines, to.counts.proposed, to.lines],
        to.refusal && JSON.stringify(to.refusal),
      ],
    );
    if (moved.length === 0) throw new Problem('WRONG_STATE');
  }

  /** A CSV that waits for its columns to be named, and its file. Throws `WRONG_STATE` for any other. */
  async unmapped(tx: Tx, id: string): Promise<{ readonly fileId: string }> {
    const { state, fileId } = await this.read(tx, id);
    if (state !== 'unmapped' || fileId === null) throw new Problem('WRONG_STATE');
    return { fileId };
  }

  /** Writes a step that the lifecycle decided and that ends nothing. Throws `WRONG_STATE` when somebody was faster. */
  async move(
    tx: Tx,
    id: string,
    step: { readonly from: ImportState; readonly to: ImportState },
  ): Promise<void> {
    const moved = await tx.query(
      'update statement_imports set state = $3, tries = 0 where id = $1 and state = $2 returning id',
      [id, step.from, step.to],
    );
    if (moved.length === 0) throw new Problem('WRONG_STATE');
  }

  /** Files of imports that came to their end; their rows let go of them. */
  async releaseFiles(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ file_id: string }>(
      `with ended as (
         select id, file_id from statement_imports where state in ('done', 'refused', 'dropped') and file_id is not null
         for update skip locked
       )
       update statement_imports i set file_id = null from ended where i.id = ended.id returning ended.file_id`,
    );
    return rows.map((row) => row.file_id);
  }
}
