import { Injectable } from '@nestjs/common';
import { LOST_FACTOR_CASE_DAYS, LOST_FACTOR_LINK_DAYS } from '@qafila/shared/identity/identity.rules';
import type { AuditEventName } from '@qafila/shared/oversight/audit-events';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Job } from '../../../platform/jobs/job';
import { type CaseOf, FactorCaseRepository } from '../db/factor-case.repository';
import { DueMails } from './due-mails';

const DAY_MS = 86_400_000;
/** What happens to a case by itself: its owner signs in, its wait ends, its time runs out. */
@Injectable()
export class LostFactorCases {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cases: FactorCaseRepository,
    private readonly audit: Audit,
    private readonly mails: DueMails,
  ) {}

  /** Somebody signed in with a factor: nothing is lost, and a case that somebody else opened ends. */
  async withdraw(tx: Tx, personId: string): Promise<void> {
    const withdrawn = await this.cases.advanceToWithdrawn(tx, personId);
    await this.record(tx, withdrawn, 'identity.factor_case_withdrawn');
  }

  /** Links go out when the wait is over; cases nobody decided, or used, expire. */
  @Job({ name: 'identity.factor_cases', cron: '* * * * *' })
  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.runApart(systemScope('lost factors'), async (tx) => {
      const ready = await tx.query<CaseOf>(
        `update factor_cases set link_sent_at = $1 where state = 'approved' and wait_until <= $1 and link_sent_at is null
         returning id, person_id`,
        [now],
      );
      if (ready.length > 0)
        await this.mails.askAll(
          tx,
          ready.map(({ person_id: personId }) => ({ kind: 'lost_factor_ready', personId })),
        );
      const expired = await this.cases.advanceToExpired(tx, {
        openedBefore: new Date(now.getTime() - LOST_FACTOR_CASE_DAYS.value * DAY_MS),
        waitedBefore: new Date(now.getTime() - LOST_FACTOR_LINK_DAYS.value * DAY_MS),
      });
      await this.record(tx, expired, 'identity.factor_case_expired');
    });
  }

  private async record(tx: Tx, cases: readonly CaseOf[], event: AuditEventName): Promise<void> {
    if (cases.length === 0) return;
    await this.audit.recordAll(
      tx,
      cases.map((each) => ({ event, companyId: null, subject: { kind: 'factor-case', id: each.id } })),
    );
  }
}
