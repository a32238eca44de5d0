import { Client } from 'pg';

/** A policy of row-level security as the database keeps it. */
export interface PolicyFacts {
  readonly name: string;
  /** `*` for all commands, `r` for select only. */
  readonly command: string;
  readonly using: string | null;
  readonly check: string | null;
}
/** A table as the database knows it. */
export interface TableFacts {
  readonly name: string;
  readonly hasCompany: boolean;
  /** Its rows have an `id` that a path could name. */
  readonly hasId: boolean;
  readonly isEnabled: boolean;
  readonly isForced: boolean;
  readonly policies: readonly PolicyFacts[];
}
/** A named constraint or unique index with the columns it stands on. */
export interface KeyFacts {
  readonly table: string;
  readonly name: string;
  /** `p` primary, `u` unique, `f` foreign, `c` check, `i` a unique index without a constraint. */
  readonly kind: 'p' | 'u' | 'f' | 'c' | 'i' | 't';
  readonly columns: readonly string[];
  readonly target: string | null;
  /** Columns of the target of a foreign key, in the same order. */
  readonly targetColumns: readonly string[];
  readonly text: string;
}
export interface SchemaFacts {
  readonly tables: readonly TableFacts[];
  readonly keys: readonly KeyFacts[];
}

/** Runs work on a connection of its own. */
export async function connectedTo<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const TABLES = `
  select c.relname as name, c.relrowsecurity as "isEnabled", c.relforcerowsecurity as "isForced",
    exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped)
      as "hasCompany",
    exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype)
      as "hasId",
    coalesce((select json_agg(json_build_object('name', p.polname, 'command', p.polcmd::text,
        'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid)) order by p.polname)
      from pg_policy p where p.polrelid = c.oid), '[]'::json) as policies
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') order by c.relname`;

const NAMES = `array(select a.attname::text from unnest(k.at) with ordinality as u(num, place)
  join pg_attribute a on a.attrelid = k.table_id and a.attnum = u.num order by u.place)`;
const KEYS = `
  with k as (
    select conrelid as table_id, conname::text as name, contype::text as kind, conkey as at, confrelid as target_id,
      confkey as target_at, pg_get_constraintdef(oid) as text
    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
    union all
    select i.indrelid, c.relname::text, 'i', i.indkey::int2[], 0, null, pg_get_indexdef(i.indexrelid)
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'public'::regnamespace and i.indisunique
      and not exists (select 1 from pg_constraint x where x.conindid = i.indexrelid and x.contype in ('p', 'u'))
  )
  select t.relname as table, k.name, k.kind, ${NAMES} as columns, f.relname as target, k.text,
    array(select a.attname::text from unnest(k.target_at) with ordinality as u(num, place)
      join pg_attribute a on a.attrelid = k.target_id and a.attnum = u.num order by u.place) as "targetColumns"
  from k join pg_class t on t.oid = k.table_id left join pg_class f on f.oid = k.target_id
  order by t.relname, k.name`;

/** Reads tables, policies and keys from the catalogue of a database. */
export const readSchema = (url: string): Promise<SchemaFacts> =>
  connectedTo(url, async (client) => ({
    tables: (await client.query<TableFacts>(TABLES)).rows,
    keys: (await client.query<KeyFacts>(KEYS)).rows,
  }));
