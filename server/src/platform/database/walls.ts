/**
 * The two walls around a company's rows: one policy for the company itself, one, by name, for staff.
 * `(select …)` makes PostgreSQL evaluate the setting once for a statement and keep using the index.
 */
export const walls = (table: string, column = 'company_id'): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy own_company on ${table}
    using (${column} = (select app_company())) with check (${column} = (select app_company()));
  create policy staff on ${table}
    using ((select app_staff())) with check ((select app_staff()));
`;
