import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import type { Scope } from '../access/scope';
import { Problem } from '../problems/problem';

/** The open transaction: the only way to the database. */
export interface Tx {
  readonly scope: Scope;
  /** Runs one statement with parameters and returns its rows. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

const MAX_TRIES = 4;
/** serialization_failure, deadlock_detected: the whole use case is run again. */
const RETRIED = new Set(['40001', '40P01']);
/** lock_not_available, query_canceled, too_many_connections, admin_shutdown, cannot_connect_now. */
const BUSY = new Set(['55P03', '57014', '53300', '57P01', '57P03']);

const codeOf = (error: unknown): string =>
  error instanceof QueryFailedError ? String((error.driverError as { code?: unknown }).code ?? '') : '';

/** One use case, one transaction. A nested `run` joins; nothing runs outside one. */
@Injectable()
export class UnitOfWork {
  private readonly current = new AsyncLocalStorage<Tx>();

  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` in a transaction under `scope`, or joins the one already open. */
  run<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    const open = this.current.getStore();
    return open ? work(open) : this.runApart(scope, work);
  }

  /** Runs `work` in a transaction of its own, which stays even if the one around it is rolled back. */
  async runApart<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.once(scope, work);
      } catch (error) {
        if (RETRIED.has(codeOf(error)) && tries < MAX_TRIES) continue;
        throw BUSY.has(codeOf(error)) ? new Problem('BUSY') : error;
      }
    }
  }

  private async once<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.connect();
      await runner.startTransaction();
      await runner.query(
        `/* prepared: scope */
         select set_config('app.company_id', $1, true), set_config('app.staff', $2, true), set_config('app.tracking', $3, true)`,
        [
          scope.companyId ?? '',
          scope.kind === 'staff' || scope.kind === 'system' ? 'on' : '',
          scope.tokenHash ?? '',
        ],
      );
      const tx = transactionOn(runner, scope);
      const result = await this.current.run(tx, () => work(tx));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

function transactionOn(runner: QueryRunner, scope: Scope): Tx {
  return {
    scope,
    async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
      const result: unknown = await runner.query(sql, [...parameters]);
      // TypeORM answers UPDATE and DELETE with [rows, count]; every caller here wants the rows.
      const isPair =
        Array.isArray(result) &&
        result.length === 2 &&
        Array.isArray(result[0]) &&
        typeof result[1] === 'number';
      return (isPair ? result[0] : (result ?? [])) as Row[];
    },
  };
}

/** The only row of a result, or `NOT_FOUND`: what the scope does not show does not exist. */
export function oneRow<Row>(rows: readonly Row[]): Row {
  const row = rows[0];
  if (row === undefined) throw new Problem('NOT_FOUND');
  return row;
}

/** Name of the violated constraint, for mapping to a problem. */
export function violatedConstraint(error: unknown): string | undefined {
  return error instanceof QueryFailedError
    ? ((error.driverError as { constraint?: string }).constraint ?? undefined)
    : undefined;
}
