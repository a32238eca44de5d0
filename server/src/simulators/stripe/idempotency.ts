import { createHash } from 'node:crypto';
import type { SimAnswer, SimRequest } from '../kernel/exchange';
import type { SimClock } from '../kernel/sim-clock';
import { StripeRefusal } from './refusals';

const KEPT_SECONDS = 86_400;
interface Kept {
  readonly hash: string;
  readonly answer: SimAnswer;
  readonly until: number;
}

/** Answers of keyed calls, kept for 24 hours: the same call again gets the same answer and does nothing. */
export class IdempotencyStore {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly clock: SimClock) {}

  /** Runs a call once for its key. Refuses a key that came with other parameters. */
  once(request: SimRequest, run: () => SimAnswer): SimAnswer {
    const key = request.headers['idempotency-key'];
    if (key === undefined || request.method !== 'POST') return run();
    const hash = createHash('sha256').update(`${request.path}\n${request.body}`).digest('hex');
    const known = this.kept.get(key);
    if (known && known.until > this.clock.seconds()) {
      if (known.hash === hash)
        return { ...known.answer, headers: { ...known.answer.headers, 'idempotent-replayed': 'true' } };
      throw new StripeRefusal(400, 'idempotency_key_in_use', {
        type: 'idempotency_error',
        message: 'Keys for idempotent requests can only be used with the same parameters',
      });
    }
    const answer = run();
    this.kept.set(key, { hash, answer, until: this.clock.seconds() + KEPT_SECONDS });
    return answer;
  }
}
