import { ATTEMPT_STUCK_MINUTES } from '@qafila/shared/payments/payments.rules';
import type { RefundTrouble } from '@qafila/shared/payments/refunds.contract';
import type { Refund } from './refund';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** After an answer that was lost, and while another refund of the same payment is on its way. */
export const TRY_AGAIN_MS = 15_000;
/** Of the time that a refund cannot be followed already; so tries come further and further apart. */
const PAUSE_SHARE = 8;
/** One that has arrived may still come back for some weeks: a card that is no more. */
const WATCHED_MS = 30 * 24 * HOUR_MS;

/** What no further try mends by itself. */
export class RefundStuck extends Error {
  constructor(readonly trouble: RefundTrouble) {
    super(`refund stuck: ${trouble}`);
  }
}

/** True as long as a refund that has arrived may come back. */
export const isWatched = ({ sentAt }: Pick<Refund, 'sentAt'>, now: Date): boolean =>
  sentAt === null || now.getTime() < sentAt.getTime() + WATCHED_MS;

/** When a refund that could not be followed is looked at next, and why a person has to look at it, where one has. */
export function afterStumble(
  refund: Pick<Refund, 'state' | 'sentAt' | 'troubledAt'>,
  error: unknown,
  now: Date,
): { readonly since: Date; readonly next: Date | null; readonly trouble: RefundTrouble | null } {
  const since = refund.troubledAt ?? now;
  const age = now.getTime() - since.getTime();
  const pause = Math.min(HOUR_MS, Math.max(TRY_AGAIN_MS, Math.floor(age / PAUSE_SHARE)));
  const isSilent = age >= ATTEMPT_STUCK_MINUTES.value * MINUTE_MS;
  const isOver = refund.state === 'settled' && !isWatched(refund, now);
  return {
    since,
    next: isOver ? null : new Date(now.getTime() + pause),
    trouble: error instanceof RefundStuck ? error.trouble : isSilent ? 'silent' : null,
  };
}
