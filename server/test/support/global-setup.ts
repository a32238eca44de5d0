import { DatabaseProcess } from './database-process';

declare global {
  var qafilaDatabaseProcess: DatabaseProcess | undefined;
}

/**
 * Once per Jest run: a throw-away cluster with one migrated template. `npm test` starts it for all kinds and
 * hands it over; a bare `npx jest` starts its own. DATABASE_URL and DATABASE_ADMIN_URL name another PostgreSQL.
 */
export default async function setup(): Promise<void> {
  if (process.env.QAFILA_TEST_TEMPLATE) return;
  const keeper = new DatabaseProcess(['--template']);
  globalThis.qafilaDatabaseProcess = keeper;
  const { env } = await keeper.ask<{ env: Record<string, string> }>();
  Object.assign(process.env, env);
}
