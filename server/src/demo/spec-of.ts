import type { INestApplicationContext } from '@nestjs/common';
import { systemScope } from '../platform/access/scope';
import { UnitOfWork } from '../platform/database/unit-of-work';

/** The first spec a demo company can order with, if it has one. */
export async function specOf(
  app: INestApplicationContext,
  companyId: string | null,
): Promise<string | undefined> {
  const [row] = await app
    .get(UnitOfWork)
    .run(systemScope('demo world'), (tx) =>
      tx.query<{ id: string }>(
        `select id from production_specs where company_id = $1 and state in ('locked', 'released') order by made_at`,
        [companyId],
      ),
    );
  return row?.id;
}
