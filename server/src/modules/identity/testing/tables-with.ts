import { connectedTo } from '../../../../test/support/schema-facts';
import type { TestApp } from '../../../../test/support/test-app';

/** Every row of every table as text, searched for the forms of a secret. */
const SEARCH = `
  select t.table_name as name from information_schema.tables t
  where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and exists (
    select 1 from unnest($1::text[]) f
    where position(f in query_to_xml(format('select * from %I', t.table_name), true, false, '')::text) > 0)
  order by t.table_name`;

/** Tables in which a text stands, in the clear, as hex or in base64: a secret stands in none. */
export async function tablesWith(app: TestApp, text: string): Promise<string[]> {
  const forms = [text, Buffer.from(text).toString('hex'), Buffer.from(text).toString('base64url')];
  return connectedTo(app.database.adminUrl, async (client) => {
    // The walls hold for the owner of the tables too: staff see every company's rows.
    await client.query(`select set_config('app.staff', 'on', false)`);
    const { rows } = await client.query<{ name: string }>(SEARCH, [forms]);
    return rows.map(({ name }) => name);
  });
}
