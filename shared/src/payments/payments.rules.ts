import { isAtLeast, type Money, money } from '../kernel/money';
import { defineRule } from '../kernel/rule';

export const TRANSFER_COUNTRY = defineRule({
  name: 'transfer-country',
  value: 'SA',
  clause: '8',
  meaning: 'Bank transfer only for companies whose verified country of establishment is Saudi Arabia',
});
export const HOLD_BUSINESS_DAYS = defineRule({
  name: 'hold-business-days',
  value: 3,
  clause: '8',
  meaning: 'Saudi business days (Sunday to Thursday, holidays out) that stock is held for a transfer',
});
export const HOLD_EXTENSION_DAYS = defineRule({
  name: 'hold-extension-days',
  value: 2,
  clause: '8',
  meaning: 'Saudi business days added once to the hold of an order when its first receipt is uploaded',
});
export const RECEIPT_LIMIT_MB = defineRule({
  name: 'receipt-limit-mb',
  value: 10,
  clause: 'portal',
  meaning: 'Largest receipt of a transfer, in megabytes',
});
export const RECEIPT_LIMIT_PAGES = defineRule({
  name: 'receipt-limit-pages',
  value: 5,
  clause: 'portal',
  meaning: 'Most pages of one receipt',
});
export const RECEIPTS_AN_ORDER = defineRule({
  name: 'receipts-an-order',
  value: 10,
  clause: 'portal',
  meaning: 'Most receipts one order carries',
});
export const TWO_PEOPLE_FROM = defineRule({
  name: 'two-people-from',
  value: money(2_000_000, 'SAR'),
  clause: '8',
  meaning: 'From this amount, and for short or manual matches of any amount, two people confirm',
});
export const SARIE_INSTANT_LIMIT = defineRule({
  name: 'sarie-instant-limit',
  value: money(2_000_000, 'SAR'),
  clause: 'SARIE',
  meaning:
    'Largest instant transfer to a saved beneficiary; more goes in banking hours (SAMA rulebook 42047169)',
});
export const SARIE_QUICK_LIMIT = defineRule({
  name: 'sarie-quick-limit',
  value: money(250_000, 'SAR'),
  clause: 'SARIE',
  meaning: 'Largest instant transfer without a saved beneficiary (SAMA rulebook 42047169)',
});
export const WRITE_OFF_UP_TO = defineRule({
  name: 'write-off-up-to',
  value: money(1500, 'SAR'),
  clause: '8',
  meaning: 'Up to this difference one person writes off, with a reason; above it two people do',
});
export const ATTEMPT_STUCK_MINUTES = defineRule({
  name: 'attempt-stuck-minutes',
  value: 15,
  clause: 'portal',
  meaning:
    'After this an attempt without a page, without an answer, or beyond its end needs a look of finance',
});
export const GATEWAY_DOWN_FAILURES = defineRule({
  name: 'gateway-down-failures',
  value: 3,
  clause: 'portal',
  meaning: 'Calls in a row without an answer after which the methods of a gateway are not offered',
});
export const GATEWAY_DOWN_MINUTES = defineRule({
  name: 'gateway-down-minutes',
  value: 2,
  clause: 'portal',
  meaning: 'How long after the last of them its methods stay away, unless it answers before',
});
export const paymentsRules = [
  TRANSFER_COUNTRY,
  HOLD_BUSINESS_DAYS,
  HOLD_EXTENSION_DAYS,
  RECEIPT_LIMIT_MB,
  RECEIPT_LIMIT_PAGES,
  RECEIPTS_AN_ORDER,
  TWO_PEOPLE_FROM,
  WRITE_OFF_UP_TO,
  SARIE_INSTANT_LIMIT,
  SARIE_QUICK_LIMIT,
  ATTEMPT_STUCK_MINUTES,
  GATEWAY_DOWN_FAILURES,
  GATEWAY_DOWN_MINUTES,
];

/** Why a payment method is offered or not; the code is a problem code. */
export const transferRefusal = (countryOfEstablishment: string): 'TRANSFER_ONLY_IN_SAUDI_ARABIA' | null =>
  countryOfEstablishment === TRANSFER_COUNTRY.value ? null : 'TRANSFER_ONLY_IN_SAUDI_ARABIA';

/** True from the amount on that two people confirm whatever it is for. */
export const isLarge = (amount: Money<'SAR'>): boolean => isAtLeast(amount, TWO_PEOPLE_FROM.value);

/** How a gateway was heard of. */
export interface Heard {
  readonly failedAt: Date | null;
  /** Calls in a row without an answer. */
  readonly failures: number;
}
/** True while the methods of a gateway are not offered because it does not answer. */
export const isDown = ({ failedAt, failures }: Heard, now: Date): boolean =>
  failures >= GATEWAY_DOWN_FAILURES.value &&
  failedAt !== null &&
  now.getTime() - failedAt.getTime() < GATEWAY_DOWN_MINUTES.value * MINUTE_MS;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const RIYADH_OFFSET_MS = 3 * 3_600_000;

/**
 * Public holidays of banks in Saudi Arabia by Riyadh date, announced days of Eid included.
 * Source: official announcements; years beyond the table count Sunday to Thursday only.
 */
export const SAUDI_HOLIDAYS: ReadonlySet<string> = new Set([
  '2026-02-22',
  '2026-03-19',
  '2026-03-22',
  '2026-03-23',
  '2026-05-26',
  '2026-05-27',
  '2026-05-28',
  '2026-05-31',
  '2026-09-23',
  '2027-02-22',
  '2027-03-08',
  '2027-03-09',
  '2027-03-10',
  '2027-03-11',
  '2027-05-16',
  '2027-05-17',
  '2027-05-18',
  '2027-05-19',
  '2027-09-23',
]);

/** The date in Riyadh, as ISO. */
export const riyadhDate = (at: Date): string =>
  new Date(at.getTime() + RIYADH_OFFSET_MS).toISOString().slice(0, 10);

/** True when banks work that day in Riyadh: Sunday to Thursday, not a holiday. */
export function isBusinessDay(at: Date): boolean {
  const local = new Date(at.getTime() + RIYADH_OFFSET_MS);
  const day = local.getUTCDay();
  return day !== 5 && day !== 6 && !SAUDI_HOLIDAYS.has(riyadhDate(at));
}

/** The end of the n-th business day after `at`: 23:59:59 in Riyadh. */
export function deadlineAfter(at: Date, businessDays: number): Date {
  let day = at.getTime();
  for (let left = businessDays; left > 0; ) {
    day += DAY_MS;
    if (isBusinessDay(new Date(day))) left -= 1;
  }
  const localMidnight = Math.floor((day + RIYADH_OFFSET_MS) / DAY_MS) * DAY_MS;
  return new Date(localMidnight + DAY_MS - 1000 - RIYADH_OFFSET_MS);
}
