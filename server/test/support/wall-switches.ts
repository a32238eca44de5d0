import { DataSource, type QueryRunner } from 'typeorm';
import { connectedTo, readSchema } from './schema-facts';
import type { TestApp } from './test-app';
import { walledTables } from './walls';

/** A comparison of a company with a parameter, as every query of ours writes it. */
const PREDICATE = /\b(?:\w+\.)?company_id = (\$\d+)/g;

/** Takes the application's wall away: whatever company a query asks for, it is asked for every company. */
export async function withoutPredicates<T>(app: TestApp, work: () => Promise<T>): Promise<T> {
  const source = app.get(DataSource);
  const original = source.createQueryRunner.bind(source);
  source.createQueryRunner = (...given): QueryRunner => {
    const runner = original(...given);
    const query = runner.query.bind(runner);
    runner.query = (sql: string, ...rest: unknown[]) =>
      (query as (...all: unknown[]) => Promise<unknown>)(opened(sql), ...rest) as never;
    return runner;
  };
  try {
    return await work();
  } finally {
    source.createQueryRunner = original;
  }
}

/** The parameter stays in the statement, since its number must not be missing. Writes are left as they are. */
const opened = (sql: string): string =>
  /^\s*(insert|update|delete)\b/i.test(sql)
    ? sql
    : sql.replace(PREDICATE, (_, parameter) => `(${parameter}::uuid is not null)`);

/** Takes the database's wall away: row-level security of every table of companies. */
export async function withoutRowSecurity<T>(app: TestApp, work: () => Promise<T>): Promise<T> {
  const { adminUrl } = app.database;
  const tables = walledTables(await readSchema(adminUrl));
  const turn = (how: 'disable' | 'enable'): Promise<void> =>
    connectedTo(adminUrl, async (client) => {
      for (const table of tables) await client.query(`alter table "${table}" ${how} row level security`);
    });
  await turn('disable');
  try {
    return await work();
  } finally {
    await turn('enable');
  }
}
