import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { aDurableCluster, type DurableCluster } from '../support/durable-cluster';
import { isLong } from '../support/long';

const ROUNDS = isLong ? 20 : 2;
const ROWS_A_ROUND = 25;
const SLOW_MS = 60_000;

let cluster: DurableCluster;
beforeAll(async () => {
  cluster = await aDurableCluster();
}, SLOW_MS);
afterAll(() => cluster.stop());

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Commits row after row until the database dies under it; answers the last row that was acknowledged. */
async function writeUntilKilled(first: number): Promise<number> {
  let acknowledged = first - 1;
  let killed: Promise<void> | undefined;
  const writing = connected(cluster.adminUrl, async (client) => {
    for (;;) {
      await client.query('insert into power_cut(n) values ($1)', [acknowledged + 1]);
      acknowledged += 1;
      if (acknowledged === first + ROWS_A_ROUND) killed = cluster.kill9();
    }
  });
  await expect(writing).rejects.toThrow();
  await killed;
  return acknowledged;
}

describe('the embedded PostgreSQL', () => {
  it(
    'keeps every acknowledged commit when all its processes are killed while it writes',
    async () => {
      await connected(cluster.adminUrl, (client) =>
        client.query('create table power_cut (n int primary key)'),
      );
      let next = 1;
      for (let round = 0; round < ROUNDS; round += 1) {
        const acknowledged = await writeUntilKilled(next);
        await cluster.restart();
        const { rows } = await connected(cluster.adminUrl, (client) =>
          client.query<{ n: number }>('select n from power_cut order by n'),
        );
        const kept = rows.map(({ n }) => n);
        expect(kept.slice(0, acknowledged)).toEqual(
          Array.from({ length: acknowledged }, (_, index) => index + 1),
        );
        // A commit whose answer was lost may be there; nothing else may.
        expect(kept.length - acknowledged).toBeLessThanOrEqual(1);
        next = kept.length + 1;
      }
    },
    SLOW_MS * ROUNDS,
  );

  it('gives the product a login that is no superuser, owns no table and cannot pass row-level security', async () => {
    const { rows } = await connected(cluster.appUrl, (client) =>
      client.query(
        `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
                (select count(*)::int from pg_class where relowner = role.oid) as owned
           from pg_roles role where rolname = current_user`,
      ),
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 },
    ]);
  });
});
