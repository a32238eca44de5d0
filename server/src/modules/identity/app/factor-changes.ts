import { Injectable } from '@nestjs/common';
import type { AuditEventName } from '@qafila/shared/oversight/audit-events';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import type { SecurityMail } from '../domain/security-subjects';
import { DueMails } from './due-mails';

/** What every change of a factor has in common: one stays, the trail knows it, the owner is written to. */
@Injectable()
export class FactorChanges {
  constructor(
    private readonly audit: Audit,
    private readonly mails: DueMails,
  ) {}

  /** Throws `LAST_FACTOR` where less than two factors stand. The person is locked: two removals wait for each other. */
  async keepOne(tx: Tx, personId: string): Promise<void> {
    await tx.query('select id from people where id = $1 for no key update', [personId]);
    const [row] = await tx.query<{ count: number }>(
      `select ((select count(*) from totp_factors where person_id = $1)
         + (select count(*) from passkeys where person_id = $1))::int as count`,
      [personId],
    );
    if ((row?.count ?? 0) < 2) throw new Problem('LAST_FACTOR');
  }

  /** Nobody is written to before the enrolment is complete: that is one mail at its end. */
  async tell(
    tx: Tx,
    actor: Actor,
    change: { readonly event: AuditEventName; readonly mail: SecurityMail; readonly subjectId?: string },
  ): Promise<void> {
    await this.audit.record(tx, {
      event: change.event,
      companyId: actor.companyId,
      subject: change.subjectId
        ? { kind: 'passkey', id: change.subjectId }
        : { kind: 'person', id: actor.personId },
    });
    if (actor.level === 'full') await this.mails.ask(tx, { kind: change.mail, personId: actor.personId });
  }
}
