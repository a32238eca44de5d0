import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { PreparingClient } from './preparing-client';

let database: TestDatabase;
let client: PreparingClient;
beforeAll(async () => {
  database = await aTestDatabase();
  client = new PreparingClient({ connectionString: database.appUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const prepared = async (): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    'select name from pg_prepared_statements order by name',
  );
  return rows.map(({ name }) => name);
};

it('plans a marked statement once and binds it each time, and leaves the others alone', async () => {
  const marked = '/* prepared: doubled */ select $1::int * 2 as n';
  for (const n of [2, 3, 4]) expect((await client.query(marked, [n])).rows).toEqual([{ n: n * 2 }]);
  expect((await client.query('select $1::int as n', [5])).rows).toEqual([{ n: 5 }]);
  expect(await prepared()).toEqual(['doubled']);
});

it('tells a fault of a marked statement like any other', async () => {
  const broken = '/* prepared: broken */ select 1 / $1::int';
  await expect(client.query(broken, [0])).rejects.toMatchObject({ code: '22012' });
  expect((await client.query(broken, [1])).rows).toEqual([{ '?column?': 1 }]);
});
