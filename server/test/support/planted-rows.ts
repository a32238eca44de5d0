import type { Client } from 'pg';
import { connectedTo, type SchemaFacts } from './schema-facts';
import { ownerColumn, walledTables } from './walls';

interface ColumnFacts {
  readonly name: string;
  readonly type: string;
}
const NEEDED = `
  select a.attname::text as name, format_type(a.atttypid, null) as type
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and a.attgenerated = ''
    and d.adnum is null`;
/** A value of each type, as SQL; another one each time where it must be unique. */
const VALUE: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: 'gen_random_uuid()::text',
  character: `'x'`,
  'character varying': `'x'`,
  numeric: '1',
  interval: `'1 day'`,
  'time without time zone': `'08:00'`,
  bytea: `'x'`,
  integer: '1',
  smallint: '1',
  bigint: '1',
  boolean: 'false',
  date: 'current_date',
  'timestamp with time zone': 'clock_timestamp()',
  jsonb: `'{}'`,
  'text[]': `'{}'`,
  'uuid[]': `'{}'`,
};

const sqlOf = ({ name, type }: ColumnFacts, owner: string): string => {
  if (name === owner) return '$1';
  const value = VALUE[type];
  if (value === undefined) throw new Error(`No value for a column of type ${type}: add one`);
  return value;
};

/**
 * Gives the company a row in every walled table where the world has none, whatever the row would mean: a wall is
 * proved only by something behind it. References and checks of those tables go; this database is thrown away.
 */
export const plantRows = (url: string, schema: SchemaFacts, company: string): Promise<string[]> =>
  connectedTo(url, async (client) => {
    await client.query(`select set_config('app.staff', 'on', false)`);
    const planted: string[] = [];
    for (const table of walledTables(schema)) {
      const owner = ownerColumn(table);
      const { rows } = await client.query(`select 1 from "${table}" where ${owner} = $1 limit 1`, [company]);
      if (rows.length > 0) continue;
      await plantOne(client, schema, { table, owner, company });
      planted.push(table);
    }
    return planted;
  });

async function plantOne(
  client: Client,
  schema: SchemaFacts,
  { table, owner, company }: { table: string; owner: string; company: string },
): Promise<void> {
  const held = schema.keys.filter((key) => key.table === table && ['f', 'c'].includes(key.kind));
  for (const { name } of held)
    await client.query(`alter table "${table}" drop constraint if exists "${name}"`);
  const { rows } = await client.query<ColumnFacts>(NEEDED, [`public.${table}`]);
  // A company may be left open in a column; here it is always told.
  const columns = rows.some(({ name }) => name === owner) ? rows : [...rows, { name: owner, type: 'uuid' }];
  await client.query(
    `insert into "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')})
     values (${columns.map((column) => sqlOf(column, owner)).join(', ')})`,
    [company],
  );
}
