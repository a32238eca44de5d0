import { Injectable } from '@nestjs/common';
import { Job } from '../../../platform/jobs/job';
import { FollowAttempts } from '../app/follow-attempts';
import { FollowRefunds } from '../app/follow-refunds';
import { ListChanges } from '../app/list-changes';
import { OpenHooks } from '../app/open-hooks';
import { PublishDemoRates } from '../app/publish-demo-rates';

/** Attempts are followed as soon as something happens to them, and swept every minute for what nobody told. */
@Injectable()
export class AttemptsJob {
  constructor(
    private readonly hooks: OpenHooks,
    private readonly attempts: FollowAttempts,
    private readonly refunds: FollowRefunds,
    private readonly changes: ListChanges,
    private readonly demoRates: PublishDemoRates,
  ) {}

  @Job({ name: 'payments.list_changes', cron: '41 23 * * *' })
  list(): Promise<void> {
    return this.changes.run();
  }

  @Job({ name: 'payments.demo_rates', cron: '7 * * * *' })
  publish(): Promise<void> {
    return this.demoRates.run();
  }

  @Job({ name: 'payments.follow_attempts', cron: '* * * * *' })
  async follow(): Promise<void> {
    await this.hooks.run();
    await this.attempts.run();
    await this.refunds.run();
  }

  @Job({ name: 'payments.follow_refunds' })
  followRefunds(): Promise<void> {
    return this.refunds.run();
  }
}
