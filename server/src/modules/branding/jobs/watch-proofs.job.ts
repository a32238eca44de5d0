import { Injectable } from '@nestjs/common';
import { Job } from '../../../platform/jobs/job';
import { WatchProofs } from '../app/watch-proofs';

/** Every quarter of an hour: reminders of unanswered proofs, and those whose time is over. */
@Injectable()
export class WatchProofsJob {
  constructor(private readonly watch: WatchProofs) {}

  @Job({ name: 'branding.watch_proofs', cron: '*/15 * * * *' })
  sweep(): Promise<void> {
    return this.watch.run();
  }
}
