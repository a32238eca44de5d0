import { connectedTo, readSchema } from '../../../../test/support/schema-facts';
import type { TestApp } from '../../../../test/support/test-app';

/** Tables in which a text stands, in the clear, as hex or in base64: a secret stands in none. */
export async function tablesWith(app: TestApp, text: string): Promise<string[]> {
  const { tables } = await readSchema(app.database.adminUrl);
  const forms = [text, Buffer.from(text).toString('hex'), Buffer.from(text).toString('base64url')];
  return connectedTo(app.database.adminUrl, async (client) => {
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ count: string }>(
        `select count(*) from "${name}" t
         where exists (select 1 from unnest($1::text[]) f where position(f in t::text) > 0)`,
        [forms],
      );
      if (Number(rows[0]?.count) > 0) found.push(name);
    }
    return found;
  });
}
