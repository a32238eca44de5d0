import type { INestApplicationContext } from '@nestjs/common';
import { systemScope } from '../platform/access/scope';
import { UnitOfWork } from '../platform/database/unit-of-work';

/** The locked spec of a demo company, if it has one. */
export async function specOf(
  app: INestApplicationContext,
  companyId: string | null,
): Promise<string | undefined> {
  const [row] = await app
    .get(UnitOfWork)
    .run(systemScope('demo world'), (tx) =>
      tx.query<{ id: string }>(
        `select id from production_specs where company_id = $1 and state = 'locked' order by made_at`,
        [companyId],
      ),
    );
  return row?.id;
}
