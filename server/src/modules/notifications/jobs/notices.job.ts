import { Injectable } from '@nestjs/common';
import { Job } from '../../../platform/jobs/job';
import { SendDueNotices } from '../app/send-due-notices';

/** Every minute: what waited for the end of quiet hours, or for the hour of the digest. */
@Injectable()
export class NoticesJob {
  constructor(private readonly send: SendDueNotices) {}

  @Job({ name: 'notifications.send_due', cron: '* * * * *' })
  run(): Promise<void> {
    return this.send.run();
  }
}
