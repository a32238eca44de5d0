import { Injectable } from '@nestjs/common';
import { Job } from '../../../platform/jobs/job';
import { ExpireHolds } from '../app/expire-holds';

/** Every minute: payment deadlines that passed. */
@Injectable()
export class ExpireHoldsJob {
  constructor(private readonly expire: ExpireHolds) {}

  @Job({ name: 'ordering.expire_holds', cron: '* * * * *' })
  sweep(): Promise<void> {
    return this.expire.run();
  }
}
