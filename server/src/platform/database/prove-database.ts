import type { INestApplicationContext } from '@nestjs/common';
import { systemScope } from '../access/scope';
import { UnsafeConfiguration } from '../config/config';
import { UnitOfWork } from './unit-of-work';

interface Facts {
  is_super: boolean;
  bypasses: boolean;
  owns: number;
  version: number;
  open_tables: string[];
}

/** Refuses a login that row-level security would not hold, and a schema with an open tenant table. */
export async function proveDatabase(app: INestApplicationContext): Promise<void> {
  const [facts] = await app.get(UnitOfWork).runApart(systemScope('boot check'), (tx) =>
    tx.query<Facts>(
      `select r.rolsuper as is_super, r.rolbypassrls as bypasses, current_setting('server_version_num')::int as version,
         (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'public' and c.relkind = 'r' and c.relowner = r.oid) as owns,
         array(select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'public' and c.relkind = 'r'
             and (exists (select 1 from pg_attribute a
                 where a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped)
               or exists (select 1 from pg_policy p where p.polrelid = c.oid))
             and not (c.relrowsecurity and c.relforcerowsecurity) order by 1) as open_tables
       from pg_roles r where r.rolname = current_user`,
    ),
  );
  const faults = [
    ...(!facts || facts.is_super
      ? ['DATABASE_URL: the login is a superuser, which row-level security does not hold']
      : []),
    ...(facts?.bypasses ? ['DATABASE_URL: the login bypasses row-level security'] : []),
    ...(facts && facts.owns > 0 ? ['DATABASE_URL: the login owns tables; use the application’s login'] : []),
    ...(facts && facts.version < 150_000 ? ['DATABASE_URL: PostgreSQL 15 or newer is needed'] : []),
    ...(facts?.open_tables ?? []).map((table) => `table ${table}: row-level security is off`),
  ];
  if (faults.length > 0) throw new UnsafeConfiguration(faults);
}
