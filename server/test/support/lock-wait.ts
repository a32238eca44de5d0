import type { TestApp } from './test-app';

/** Until a call is done, or waits for a lock that somebody holds. */
export async function doneOrWaiting(app: TestApp, call: Promise<unknown>): Promise<void> {
  let isDone = false;
  const done = call.then(
    () => (isDone = true),
    () => (isDone = true),
  );
  const waits = async (): Promise<boolean> => {
    const rows = await app.system((tx) =>
      tx.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      ),
    );
    return rows.length > 0;
  };
  while (!isDone && !(await waits())) await Promise.race([done, waits()]);
}
