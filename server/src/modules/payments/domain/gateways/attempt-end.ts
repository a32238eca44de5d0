const MINUTE_MS = 60_000;
/** What Stripe takes, with a minute for the way; the other gateways end their pages themselves. */
const LEAST_MS = 31 * MINUTE_MS;
const MOST_MS = 24 * 60 * MINUTE_MS - MINUTE_MS;

/**
 * When the page of a new attempt ends: with the hold of the order, `null` where none ends it, or with the quoted amount where that is sooner, but
 * never outside of what gateways take. Frozen with the attempt: a later start with the same key must ask for the same.
 */
export function attemptEnd(now: Date, holds: { readonly hold: Date | null; readonly quote?: Date }): Date {
  const wanted = Math.min(
    holds.hold?.getTime() ?? Number.POSITIVE_INFINITY,
    holds.quote?.getTime() ?? Number.POSITIVE_INFINITY,
  );
  const life = Math.min(MOST_MS, Math.max(LEAST_MS, wanted - now.getTime()));
  return new Date(now.getTime() + life);
}
