import { beginActing } from '@qafila/shared/traders/acting.contract';
import type { ActingReason } from '@qafila/shared/traders/acting.rules';
import type { TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';

/** A staff person in a company, through the real endpoint; answers the person with the session it opened. */
export async function actingAs(
  app: TestApp,
  staff: TestPerson,
  given: { companyId: string; reason: { code: ActingReason; text: string } },
): Promise<TestPerson> {
  const answer = await app.call(beginActing, {
    as: staff,
    params: { id: given.companyId },
    body: given.reason,
    freshCode: await app.freshCode(staff),
  });
  if (answer.status !== 200) throw new Error(`Acting did not begin: ${answer.body.code}`);
  const [row] = await app.system((tx) =>
    tx.query<{ id: string }>(
      `select id from sessions where person_id = $1 and company_id = $2 and acting_reason is not null and closed_at is null
       order by id desc limit 1`,
      [staff.personId, given.companyId],
    ),
  );
  if (!row) throw new Error('No session was opened');
  return { ...staff, actor: { ...staff.actor, sessionId: row.id } };
}
