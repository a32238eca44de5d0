/** Tables whose rows the application's login may add and read, never change or remove. */
export const APPEND_ONLY = [
  'audit_event',
  'audit_chain',
  'audit_seals',
  'ledger_entries',
  'ledger_postings',
  'ledger_checks',
  'refund_files',
  'order_steps',
  'leak_findings',
  'statements',
  'production_spec_products',
  'brand_profile_versions',
  'brand_consents',
  'packaging_spec_versions',
  'proof_decisions',
] as const;
/** Tables of which the application's login changes the columns of a step and no other, and removes nothing. */
export const STEPS_ONLY = {
  production_specs: [
    'state',
    'revision',
    'checked_by',
    'checked_at',
    'locked_at',
    'refused_for',
    'retired_at',
    'released_at',
    'released_for',
  ],
} as const;

const quote = (name: string): string => `"${name.replace(/"/g, '""')}"`;

/** Statements that give the application's login what it needs and nothing more; run after each migration. */
export function grantStatements(appRole: string): string[] {
  const role = quote(appRole);
  return [
    `grant usage on schema public to ${role}`,
    `grant select, insert, update, delete on all tables in schema public to ${role}`,
    `grant execute on all functions in schema public to ${role}`,
    ...APPEND_ONLY.map((table) => `revoke update, delete on ${table} from ${role}`),
    ...Object.entries(STEPS_ONLY).flatMap(([table, columns]) => [
      `revoke update, delete on ${table} from ${role}`,
      `grant update (${columns.join(', ')}) on ${table} to ${role}`,
    ]),
    `revoke insert, update, delete on migrations from ${role}`,
    `grant usage on schema graphile_worker to ${role}`,
    `grant select, insert, update, delete on all tables in schema graphile_worker to ${role}`,
    `grant usage, select on all sequences in schema graphile_worker to ${role}`,
    `grant execute on all functions in schema graphile_worker to ${role}`,
    // The job tables have row security without a policy, which closes them to everybody but their owner.
    `do $$ declare t record; begin
       for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'graphile_worker' and c.relkind = 'r' and c.relrowsecurity
       loop
         execute format('drop policy if exists application on graphile_worker.%I', t.relname);
         execute format('create policy application on graphile_worker.%I using (true) with check (true)', t.relname);
       end loop;
     end $$`,
  ];
}
