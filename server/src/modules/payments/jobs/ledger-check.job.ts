import { Injectable } from '@nestjs/common';
import { systemScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Job } from '../../../platform/jobs/job';
import { CheckLedger } from '../app/check-ledger';

/** Every night, in Riyadh's small hours, and after each start of the worker. */
@Injectable()
export class LedgerCheckJob {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly check: CheckLedger,
  ) {}

  @Job({ name: 'payments.ledger_check', cron: '17 23 * * *' })
  async run(): Promise<void> {
    await this.unitOfWork.runApart(systemScope('nightly check of the ledger'), (tx) => this.check.run(tx));
  }
}
