import { Injectable } from '@nestjs/common';
import { TRY_WINDOW_MINUTES } from '@qafila/shared/identity/identity.rules';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Job } from '../../../platform/jobs/job';
import { Problem } from '../../../platform/problems/problem';

const WINDOW_MS = TRY_WINDOW_MINUTES.value * 60_000;

/** Counters of tries in the database: all processes share them, and a try is counted before it is judged. */
@Injectable()
export class RateLimit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Counts a try. Throws `TOO_MANY_TRIES` past `limit` in the current window. */
  async count(bucket: string, limit: number): Promise<void> {
    const isWithin = await this.unitOfWork.runApart(systemScope('rate limit'), (tx) =>
      this.isWithin(tx, bucket, limit),
    );
    if (isWithin) return;
    const end = this.windowStart() + WINDOW_MS;
    throw new Problem('TOO_MANY_TRIES', { seconds: Math.ceil((end - this.clock.now().getTime()) / 1000) });
  }

  /** Counts a try in an open transaction; false past `limit`. */
  async isWithin(tx: Tx, bucket: string, limit: number): Promise<boolean> {
    const [row] = await tx.query<{ count: number }>(
      `insert into rate_counters (bucket, window_start, count) values ($1, $2, 1)
       on conflict (bucket, window_start) do update set count = rate_counters.count + 1 returning count`,
      [bucket, new Date(this.windowStart())],
    );
    return (row?.count ?? 0) <= limit;
  }

  /** A success takes back its own try where many people share a bucket. */
  async takeBack(buckets: readonly string[]): Promise<void> {
    await this.unitOfWork.runApart(systemScope('rate limit'), (tx) =>
      tx.query(
        'update rate_counters set count = count - 1 where bucket = any($1) and window_start = $2 and count > 0',
        [buckets, new Date(this.windowStart())],
      ),
    );
  }

  /** A success takes back the tries of its bucket. */
  async forget(bucket: string): Promise<void> {
    await this.unitOfWork.runApart(systemScope('rate limit'), (tx) =>
      tx.query('delete from rate_counters where bucket = $1', [bucket]),
    );
  }

  /** Counters of windows that are over. */
  @Job({ name: 'identity.forget_tries', cron: '17 * * * *' })
  async sweep(): Promise<void> {
    await this.unitOfWork.runApart(systemScope('rate limit'), (tx) =>
      tx.query('delete from rate_counters where window_start < $1', [
        new Date(this.windowStart() - WINDOW_MS),
      ]),
    );
  }

  private windowStart(): number {
    return Math.floor(this.clock.now().getTime() / WINDOW_MS) * WINDOW_MS;
  }
}
