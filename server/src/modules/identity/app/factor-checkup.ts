import { Injectable } from '@nestjs/common';
import { FACTOR_CHECKUP_DAYS } from '@qafila/shared/identity/identity.rules';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Job } from '../../../platform/jobs/job';
import { DueMails } from './due-mails';

/** People of one transaction. */
export const PAGE = 500;

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
    const enrolledBefore = new Date(this.clock.now().getTime() - FACTOR_CHECKUP_DAYS.value * 86_400_000);
    for (let asked = PAGE; asked === PAGE; )
      asked = await this.unitOfWork.runApart(systemScope('factor check-up'), (tx) =>
        this.askPage(tx, enrolledBefore),
      );
  }

  /** Whoever is asked is marked in the same transaction, so that no page meets him again. Returns how many. */
  private async askPage(tx: Tx, enrolledBefore: Date): Promise<number> {
    const due = await tx.query<{ id: string; left: number }>(
      `with due as materialized (
         select id from people where state = 'active' and checkup_at is null and enrolled_at <= $2
         order by enrolled_at, id limit $3 for no key update skip locked
       )
       update people p set checkup_at = $1 from due where p.id = due.id
       returning p.id, (select count(*)::int from recovery_codes r where r.person_id = p.id and r.used_at is null) as left`,
      [this.clock.now(), enrolledBefore, PAGE],
    );
    if (due.length > 0)
      await this.mails.askAll(
        tx,
        due.map(({ id, left }) => ({ kind: 'factor_checkup', personId: id, facts: { left } })),
      );
    return due.length;
  }
}
