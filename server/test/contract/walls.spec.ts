import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import type { Client } from 'pg';
import { proveDatabase } from '../../src/platform/database/prove-database';
import { PlatformModule } from '../../src/platform/platform.module';
import { plantRows } from '../support/planted-rows';
import { connectedTo, readSchema, type SchemaFacts } from '../support/schema-facts';
import { useDatabase } from '../support/test-app';
import { cloneOf, type TestDatabase } from '../support/test-database';
import {
  openTables,
  ownerColumn,
  RECIPIENT_TABLES,
  type Settings,
  sightOf,
  under,
  WITHOUT_COMPANY,
  walledTables,
  wallFaults,
} from '../support/walls';
import { aWorld } from '../support/world';

const BUILD_MS = 180_000;

let database: TestDatabase;
let schema: SchemaFacts;
let own: string;
let foreign: string;
let parcels: { readonly planned: string; readonly handed_over: string };
beforeAll(async () => {
  const world = await aWorld(['planned', 'handed_over']);
  own = world.own.companyId;
  foreign = world.foreign.companyId;
  parcels = world.foreign.parcels;
  database = world.app.database;
  // The rows stay, the application goes: a database can be cloned only when nobody is connected to it.
  await world.app.nest.close();
  schema = await readSchema(database.adminUrl);
  for (const company of [own, foreign]) await plantRows(database.adminUrl, schema, company);
}, BUILD_MS);
afterAll(() => database.drop());

describe('the schema', () => {
  it('stands behind both walls in every table of companies, enabled and forced, to read and to write', () => {
    expect(wallFaults(schema)).toEqual([]);
    expect(walledTables(schema).length).toBeGreaterThanOrEqual(24);
  });

  it('has no table on the list of shared ones that is gone, or that belongs to companies after all', () => {
    const named = Object.keys(WITHOUT_COMPANY).sort();
    const shared = schema.tables.filter((table) => !walledTables(schema).includes(table.name));
    expect(named).toEqual(shared.map((table) => table.name).sort());
    const wrong = schema.tables.filter((table) => table.hasCompany && table.name in WITHOUT_COMPANY);
    expect(wrong).toEqual([]);
  });
});

describe('company A', () => {
  it('sees no row of B in any table, though B has rows in each; with nothing set nobody sees a row', async () => {
    const seen = await sightOf(database.appUrl, walledTables(schema), { own, foreign });
    expect(seen.filter((each) => each.ofForeign === 0).map((each) => each.table)).toEqual([]);
    expect(seen.filter((each) => each.foreignSeen > 0)).toEqual([]);
    expect(seen.filter((each) => each.withNothingSet > 0)).toEqual([]);
  });

  it('cannot add a row of B, give a row to B, take one of B or remove one', async () => {
    const faults: string[] = [];
    for (const table of walledTables(schema)) {
      const rowOf = (company: string): Promise<object | undefined> =>
        under(database.appUrl, { staff: true }, (client) => oneRowOf(client, table, company));
      const written = await under(database.appUrl, { company: own }, async (client) =>
        writesOf(client, table, (await rowOf(foreign)) ?? {}),
      );
      faults.push(...written);
    }
    expect(faults).toEqual([]);
  });
});

const oneRowOf = async (client: Client, table: string, company: string): Promise<object | undefined> => {
  const { rows } = await client.query<{ row: object }>(
    `select to_jsonb(t) as row from "${table}" t where ${ownerColumn(table)} = $1 limit 1`,
    [company],
  );
  return rows[0]?.row;
};

/** What a statement did: the rows it touched, or why it was refused. */
async function attempt(client: Client, sql: string, values: readonly unknown[]): Promise<number | string> {
  await client.query('savepoint try');
  try {
    return (await client.query(sql, [...values])).rowCount ?? 0;
  } catch (error) {
    await client.query('rollback to savepoint try');
    return (error as Error).message;
  }
}

/** The columns of a table that are written and not reckoned from others. */
async function ownColumns(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ list: string }>(
    `select string_agg(quote_ident(attname), ', ') as list from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [`public.${table}`],
  );
  return rows[0]?.list ?? '';
}

/** Tries every way to write for B; names the ways that got through. */
async function writesOf(client: Client, table: string, row: object): Promise<string[]> {
  const column = ownerColumn(table);
  const columns = await ownColumns(client, table);
  const insert = `insert into "${table}" (${columns}) select ${columns} from jsonb_populate_record(null::"${table}", $1)`;
  const added = await attempt(client, insert, [JSON.stringify(row)]);
  const given = await attempt(client, `update "${table}" set ${column} = $1`, [foreign]);
  const taken = await attempt(client, `update "${table}" set ${column} = $1 where ${column} = $2`, [
    own,
    foreign,
  ]);
  const removed = await attempt(client, `delete from "${table}" where ${column} = $1`, [foreign]);
  const isRefused = (result: number | string): boolean =>
    typeof result === 'string' && /row-level security|permission denied/.test(result);
  return [
    ...(typeof added === 'string' && /row-level security/.test(added) ? [] : [`${table}: insert: ${added}`]),
    ...(isRefused(given) ? [] : [`${table}: gave a row away: ${given}`]),
    ...(taken === 0 || isRefused(taken) ? [] : [`${table}: took a row: ${taken}`]),
    ...(removed === 0 || isRefused(removed) ? [] : [`${table}: removed a row: ${removed}`]),
  ];
}

describe('a recipient’s link', () => {
  const tokenOf = async (parcel: string): Promise<string> =>
    under(database.appUrl, { staff: true }, async (client) => {
      const { rows } = await client.query<{ hash: string }>(
        'select tracking_token_hash as hash from consignments where id = $1',
        [parcel],
      );
      return rows[0]?.hash ?? '';
    });
  const rowsUnder = async (settings: Settings): Promise<Record<string, object[]>> =>
    under(database.appUrl, settings, async (client) => {
      const found: Record<string, object[]> = {};
      for (const table of schema.tables.filter((each) => each.isEnabled).map((each) => each.name)) {
        const { rows } = await client.query<{ row: object }>(`select to_jsonb(t) as row from "${table}" t`);
        if (rows.length > 0) found[table] = rows.map(({ row }) => row);
      }
      return found;
    });

  it('opens one parcel, its items and its logo, and no other row of any table', async () => {
    const found = await rowsUnder({ tracking: await tokenOf(parcels.handed_over) });
    expect(Object.keys(found).sort()).toEqual([...RECIPIENT_TABLES].sort());
    expect(found.consignments).toMatchObject([{ id: parcels.handed_over, company_id: foreign }]);
    expect(found.consignment_items?.length).toBeGreaterThan(0);
    const items = found.consignment_items as { consignment_id: string }[] | undefined;
    expect(new Set(items?.map((item) => item.consignment_id))).toEqual(new Set([parcels.handed_over]));
    expect(found.stored_files).toMatchObject([{ kind: 'logo', company_id: foreign }]);
  });

  it('opens nothing before the carrier has the parcel, and nothing when it is nobody’s', async () => {
    expect(await rowsUnder({ tracking: await tokenOf(parcels.planned) })).toEqual({});
    expect(await rowsUnder({ tracking: 'f'.repeat(64) })).toEqual({});
    expect(await rowsUnder({})).toEqual({});
  });

  it('changes nothing', async () => {
    const tracking = await tokenOf(parcels.handed_over);
    const written = await under(database.appUrl, { tracking }, async (client) => [
      await attempt(client, `update consignments set state = 'delivered'`, []),
      await attempt(client, 'update consignment_items set packed = 0', []),
      await attempt(client, 'delete from stored_files', []),
    ]);
    expect(written).toEqual([0, 0, 0]);
  });
});

/** Ways to open a wall, each in a table of another module. */
const BREACHES: readonly (readonly [string, string])[] = [
  ['orders', 'drop policy own_company on orders'],
  ['order_recipients', 'alter table order_recipients disable row level security'],
  ['ledger_entries', 'alter table ledger_entries no force row level security'],
  ['consignments', 'alter policy own_company on consignments using (true)'],
  ['stored_files', 'alter policy own_company on stored_files with check (true)'],
  ['companies', 'alter table companies disable row level security'],
  ['sessions', 'alter policy own_company on sessions using (true)'],
  ['statement_lines', 'create policy everybody on statement_lines for select using (true)'],
  ['wishes', 'create table wishes (company_id uuid not null); grant select on wishes to public'],
];

describe('this check turns red', () => {
  let clone: TestDatabase;
  beforeAll(async () => {
    clone = await cloneOf(database.name);
  });
  afterAll(() => clone.drop());
  const found = (): Promise<string[]> =>
    openTables({ admin: clone.adminUrl, app: clone.appUrl }, { own, foreign });

  it('not for an untouched clone', async () => {
    expect(await found()).toEqual([]);
  });

  it.each(BREACHES)('for %s after: %s', async (table, breach) => {
    const broken = await cloneOf(clone.name);
    try {
      await connectedTo(broken.adminUrl, (client) => client.query(breach));
      const urls = { admin: broken.adminUrl, app: broken.appUrl };
      expect(await openTables(urls, { own, foreign })).toEqual([table]);
    } finally {
      await broken.drop();
    }
  });
});

describe('a start', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'portal-files-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What the boot check of every process says of a database and a login; `null` when it lets it start. */
  async function refusalOf(given: TestDatabase, appUrl = given.appUrl): Promise<string | null> {
    useDatabase({ ...given, appUrl }, folder);
    const app = await NestFactory.createApplicationContext(PlatformModule, { logger: false });
    try {
      return await proveDatabase(app).then(
        () => null,
        (error: Error) => error.message,
      );
    } finally {
      await app.close();
    }
  }

  it('is let through with the schema as it is and the login it is meant for', async () => {
    expect(await refusalOf(database)).toBeNull();
  });

  it.each(['orders', 'companies', 'sessions', 'statement_lines'])(
    'is refused when the wall of %s is off',
    async (table) => {
      const broken = await cloneOf(database.name);
      try {
        await connectedTo(broken.adminUrl, (client) =>
          client.query(`alter table ${table} disable row level security`),
        );
        expect(await refusalOf(broken)).toContain(`table ${table}: row-level security is off`);
      } finally {
        await broken.drop();
      }
    },
  );

  it('is refused for the login that owns the tables', async () => {
    expect(await refusalOf(database, database.adminUrl)).toContain('the login owns tables');
  });
});
