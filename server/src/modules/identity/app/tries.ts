import { Injectable } from '@nestjs/common';
import { SIGN_IN_TRIES, TRY_WINDOW_MINUTES } from '@qafila/shared/identity/identity.rules';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Job } from '../../../platform/jobs/job';
import { Problem } from '../../../platform/problems/problem';
import { delayAfter, isStopped } from '../domain/try-delay';

/** A streak nobody adds to is forgotten after so many days. */
const FORGOTTEN_AFTER_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Failures in a row, one streak for an account and one for each device its owner used before: whoever guesses from
 * elsewhere closes his own way in and not the owner's. Shared by all processes through the database.
 */
@Injectable()
export class Tries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts a try as a failure before it is judged, so that parallel tries count too. Returns how many failed in a
   * row if this one fails. Throws `TOO_MANY_TRIES` with the seconds to wait; nothing sleeps.
   */
  async begin(bucket: string): Promise<number> {
    const now = this.clock.now();
    return this.unitOfWork.runApart(systemScope('tries'), async (tx) => {
      await tx.query(
        `insert into try_streaks (bucket, failures, next_at, last_at) values ($1, 0, $2, $2) on conflict do nothing`,
        [bucket, now],
      );
      const [row] = await tx.query<{ failures: number; next_at: Date }>(
        'select failures, next_at from try_streaks where bucket = $1 for update',
        [bucket],
      );
      const failures = row?.failures ?? 0;
      // Without a wait `next_at` is only the clock of whoever was counted last, which may be ahead of ours.
      const waitMs = delayAfter(failures) > 0 && row ? row.next_at.getTime() - now.getTime() : 0;
      if (isStopped(failures))
        throw new Problem('TOO_MANY_TRIES', { seconds: TRY_WINDOW_MINUTES.value * 60 });
      if (waitMs > 0) throw new Problem('TOO_MANY_TRIES', { seconds: Math.ceil(waitMs / 1000) });
      const next = new Date(now.getTime() + delayAfter(failures + 1) * 1000);
      await tx.query(
        'update try_streaks set failures = failures + 1, next_at = $2, last_at = $3 where bucket = $1',
        [bucket, next, now],
      );
      return failures + 1;
    });
  }

  /** The try was right: the streak is over. */
  async succeed(bucket: string): Promise<void> {
    await this.unitOfWork.runApart(systemScope('tries'), (tx) =>
      tx.query('delete from try_streaks where bucket = $1', [bucket]),
    );
  }

  /** The streak and those of its devices are forgotten: the owner proved himself by mail. */
  async openAgain(bucket: string): Promise<void> {
    await this.unitOfWork.runApart(systemScope('tries'), (tx) =>
      tx.query('delete from try_streaks where bucket = $1 or starts_with(bucket, $2)', [
        bucket,
        `${bucket}/`,
      ]),
    );
  }

  /** True for the failure that closes sign-in; its owner is written to once. */
  isLast(failures: number): boolean {
    return failures === SIGN_IN_TRIES.value;
  }

  @Job({ name: 'identity.forget_streaks', cron: '23 3 * * *' })
  async sweep(): Promise<void> {
    await this.unitOfWork.runApart(systemScope('tries'), (tx) =>
      tx.query('delete from try_streaks where last_at < $1', [
        new Date(this.clock.now().getTime() - FORGOTTEN_AFTER_DAYS * DAY_MS),
      ]),
    );
  }
}

/** Streak of an account for somebody unknown. */
export const accountStreak = (emailHash: string): string => `sign-in/${emailHash}`;
/** Streak of an account on a device its owner used before. */
export const deviceStreak = (emailHash: string, deviceHash: string): string =>
  `sign-in/${emailHash}/${deviceHash}`;
