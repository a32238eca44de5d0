import { Injectable } from '@nestjs/common';
import { FACTOR_CHECKUP_DAYS } from '@qafila/shared/identity/identity.rules';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Job } from '../../../platform/jobs/job';
import { DueMails } from './due-mails';

/** Four weeks after the enrolment: is the factor still at hand, and how many codes are left? */
@Injectable()
export class FactorCheckup {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly mails: DueMails,
  ) {}

  @Job({ name: 'identity.factor_checkup', cron: '11 7 * * *' })
  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.runApart(systemScope('factor check-up'), async (tx) => {
      const due = await tx.query<{ id: string; left: number }>(
        `update people p set checkup_at = $1 where p.state = 'active' and p.checkup_at is null and p.enrolled_at <= $2
         returning p.id, (select count(*)::int from recovery_codes r where r.person_id = p.id and r.used_at is null) as left`,
        [now, new Date(now.getTime() - FACTOR_CHECKUP_DAYS.value * 86_400_000)],
      );
      for (const { id, left } of due)
        await this.mails.ask(tx, { kind: 'factor_checkup', personId: id, facts: { left } });
    });
  }
}
