import type { Currency } from '../kernel/currency';
import { convert, type Money, type Rate } from '../kernel/money';
import { defineRule } from '../kernel/rule';

export const RATE_MAX_AGE_HOURS = defineRule({
  name: 'rate-max-age',
  value: 24,
  clause: '5',
  meaning: 'Hours an exchange rate may be old at the end of the last quote made with it',
});
export const QUOTE_MINUTES = defineRule({
  name: 'quote-lock',
  value: 60,
  clause: '5',
  meaning: 'Minutes an amount quoted in another currency stays as it is',
});
export const RATE_MARKUP_BPS = defineRule({
  name: 'rate-markup',
  value: 0,
  clause: '5',
  meaning: 'Surcharge on an exchange rate, in hundredths of a percent; shown with the quote',
});
export const quotesRules = [RATE_MAX_AGE_HOURS, QUOTE_MINUTES, RATE_MARKUP_BPS];

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A published rate: units of `quote` for one of `base` are `num` × 10^−`scale`. */
export interface PublishedRate {
  readonly base: Currency;
  readonly quote: Currency;
  readonly num: number;
  readonly scale: number;
  /** Who published it: `sama`, `norges-bank`, `entered`. */
  readonly source: string;
  readonly asOf: Date;
}

/** What stands beside a payment in another currency, so that its amount can be computed again for ever. */
export interface RateSnapshot {
  readonly base: Currency;
  readonly quote: Currency;
  readonly rateNum: number;
  readonly rateScale: number;
  readonly source: string;
  readonly asOf: Date;
  /** Until when the quoted amount may be paid. */
  readonly expiresAt: Date;
  readonly markupBps: number;
}

const LOCK_MS = QUOTE_MINUTES.value * MINUTE_MS;

/** True while a rate may quote a payment for the whole time of a quote; one from the future is somebody's mistake. */
export function isFreshRate(rate: Pick<PublishedRate, 'asOf'>, now: Date): boolean {
  const age = now.getTime() - rate.asOf.getTime();
  return age >= 0 && age + LOCK_MS <= RATE_MAX_AGE_HOURS.value * HOUR_MS;
}

/** Locks a rate for one payment; null when it is too old. */
export function lockRate(rate: PublishedRate, now: Date): RateSnapshot | null {
  if (!isFreshRate(rate, now)) return null;
  return {
    base: rate.base,
    quote: rate.quote,
    rateNum: rate.num,
    rateScale: rate.scale,
    source: rate.source,
    asOf: rate.asOf,
    expiresAt: new Date(now.getTime() + LOCK_MS),
    markupBps: RATE_MARKUP_BPS.value,
  };
}

/** True until the quoted amount may no longer be paid. */
export const isQuoteOpen = (snapshot: Pick<RateSnapshot, 'expiresAt'>, now: Date): boolean =>
  now < snapshot.expiresAt;

const rateOf = (snapshot: RateSnapshot): Rate => ({
  base: snapshot.base,
  quote: snapshot.quote,
  num: snapshot.rateNum,
  scale: snapshot.rateScale,
  markupBps: snapshot.markupBps,
});

/** The order's amount in the currency of the payment, rounded once, half to even. */
export const quotedAmount = (due: Money, snapshot: RateSnapshot): Money => convert(due, rateOf(snapshot));
