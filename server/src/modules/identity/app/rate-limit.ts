import { Injectable } from '@nestjs/common';
import { TRY_WINDOW_MINUTES } from '@qafila/shared/identity/identity.rules';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
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
    const now = this.clock.now().getTime();
    const start = Math.floor(now / WINDOW_MS) * WINDOW_MS;
    const [row] = await this.unitOfWork.runApart(systemScope('rate limit'), (tx) =>
      tx.query<{ count: number }>(
        `insert into rate_counters (bucket, window_start, count) values ($1, $2, 1)
         on conflict (bucket, window_start) do update set count = rate_counters.count + 1 returning count`,
        [bucket, new Date(start)],
      ),
    );
    if ((row?.count ?? 0) > limit) {
      throw new Problem('TOO_MANY_TRIES', { seconds: Math.ceil((start + WINDOW_MS - now) / 1000) });
    }
  }

  /** A success takes back the tries of its bucket. */
  async forget(bucket: string): Promise<void> {
    await this.unitOfWork.runApart(systemScope('rate limit'), (tx) =>
      tx.query('delete from rate_counters where bucket = $1', [bucket]),
    );
  }
}
