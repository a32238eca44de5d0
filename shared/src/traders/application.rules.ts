import { defineRule } from '../kernel/rule';
import { isBusinessDay } from '../payments/payments.rules';

export const REVIEW_BUSINESS_DAYS = defineRule({
  name: 'application-review',
  value: 1,
  clause: '8',
  meaning: 'An application is answered within one Saudi business day (Sunday to Thursday), at the same hour',
});
export const REFUSALS_BEFORE_WAIT = defineRule({
  name: 'application-refusals',
  value: 3,
  clause: '8',
  meaning: 'After the third rejected application a company waits before it applies again',
});
export const WAIT_DAYS_AFTER_REFUSALS = defineRule({
  name: 'application-wait',
  value: 30,
  clause: '8',
  meaning: 'Days from the third rejection, and from each later one, until a company may apply again',
});
export const CLAIM_MINUTES = defineRule({
  name: 'application-claim',
  value: 30,
  clause: '8',
  meaning: 'A reviewer holds an application for 30 minutes after the last verdict; then others may take it',
});
export const DOCUMENT_REMINDER_DAYS = defineRule({
  name: 'document-reminders',
  value: [30, 7, 0],
  clause: '8',
  meaning: 'Days before the next confirmation of a company document on which its owners are reminded',
});
export const DOCUMENT_GRACE_DAYS = defineRule({
  name: 'document-grace',
  value: 14,
  clause: '8',
  meaning: 'Days after a document fell due until the company is suspended: it reads, and orders nothing',
});
export const DOCUMENT_VALID_MONTHS = defineRule({
  name: 'document-validity',
  value: 12,
  clause: '8',
  meaning: 'Months from the last confirmation or issue of a company document until its next confirmation',
});
export const DOCUMENT_LIMIT_MB = defineRule({
  name: 'document-size',
  value: 10,
  clause: '8',
  meaning: 'Largest document of an application, in MB',
});
export const DOCUMENTS_A_DAY = defineRule({
  name: 'documents-a-day',
  value: 60,
  clause: '2',
  meaning: 'Documents that one company uploads to its application within 24 hours, replaced ones included',
});
export const DOCUMENT_LIMIT_PAGES = defineRule({
  name: 'document-pages',
  value: 20,
  clause: '8',
  meaning: 'Most pages of a document of an application',
});
export const TRADE_TERMS_VERSION = defineRule({
  name: 'trade-terms',
  value: 1,
  clause: '8',
  meaning:
    'Version of the trade terms (minimums, payment, confidentiality) accepted before an application is sent',
});
export const RECIPIENTS_AGREEMENT_VERSION = defineRule({
  name: 'recipients-agreement',
  value: 1,
  clause: '4, 6',
  meaning: "Version of the agreement on recipients' data: the trader is controller, the store processor",
});
export const applicationRules = [
  REVIEW_BUSINESS_DAYS,
  REFUSALS_BEFORE_WAIT,
  WAIT_DAYS_AFTER_REFUSALS,
  CLAIM_MINUTES,
  DOCUMENT_REMINDER_DAYS,
  DOCUMENT_GRACE_DAYS,
  DOCUMENT_VALID_MONTHS,
  DOCUMENT_LIMIT_MB,
  DOCUMENTS_A_DAY,
  DOCUMENT_LIMIT_PAGES,
  TRADE_TERMS_VERSION,
  RECIPIENTS_AGREEMENT_VERSION,
] as const;

const DAY_MS = 86_400_000;
const RIYADH_OFFSET_MS = 3 * 3_600_000;

/** When an application sent at `at` is due: the same hour, so many business days later. */
export function reviewDueAt(at: Date): Date {
  let due = at.getTime();
  for (let left = REVIEW_BUSINESS_DAYS.value; left > 0; ) {
    due += DAY_MS;
    if (isBusinessDay(new Date(due))) left -= 1;
  }
  return new Date(due);
}

/** When a company may apply again, `null` for at once. `refusedAt` is the latest rejection. */
export function mayApplyAgainAt(refusals: number, refusedAt: Date): Date | null {
  return refusals < REFUSALS_BEFORE_WAIT.value
    ? null
    : new Date(refusedAt.getTime() + WAIT_DAYS_AFTER_REFUSALS.value * DAY_MS);
}

/** The calendar day in Riyadh, `2026-11-22`. */
export const riyadhDay = (at: Date): string =>
  new Date(at.getTime() + RIYADH_OFFSET_MS).toISOString().slice(0, 10);

/** A day so many days later. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** A day so many months later; the last day of the month where the month is shorter. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Whole days from one day to another, negative when it is past. */
export const daysUntil = (today: string, day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY_MS);

/** The reminder that is due so many days before a confirmation, `null` when none is yet. */
export const reminderFor = (daysLeft: number): number | null =>
  [...DOCUMENT_REMINDER_DAYS.value].sort((a, b) => a - b).find((step) => daysLeft <= step) ?? null;

/** True when the grace after a missed confirmation is over. */
export const isGraceOver = (today: string, confirmBy: string): boolean =>
  daysUntil(today, confirmBy) < -DOCUMENT_GRACE_DAYS.value;
