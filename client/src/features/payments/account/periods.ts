/** Days in Riyadh, both included, as ISO dates; without an end it is today, by the clock of the store. */
export interface Days {
  readonly from: string;
  readonly to?: string;
}

export const PERIODS = ['month', 'last_month', 'quarter', 'last_quarter', 'year', 'own'] as const;
export type PeriodChoice = (typeof PERIODS)[number];

const MONTHS_IN_QUARTER = 3;
/** Month `month` of `year`, counted from 0; beyond 0–11 it is one of another year. */
const firstOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
const lastOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);

/** The days a choice means on a day. What goes on has no end; own days are those given, this month without any. */
export function daysOf(choice: PeriodChoice, today: string, own: Partial<Days> = {}): Days {
  const [year = 0, ordinal = 1] = today.split('-').map(Number);
  const month = ordinal - 1;
  const quarter = month - (month % MONTHS_IN_QUARTER);
  switch (choice) {
    case 'month':
      return { from: firstOf(year, month) };
    case 'last_month':
      return { from: firstOf(year, month - 1), to: lastOf(year, month - 1) };
    case 'quarter':
      return { from: firstOf(year, quarter) };
    case 'last_quarter':
      return { from: firstOf(year, quarter - MONTHS_IN_QUARTER), to: lastOf(year, quarter - 1) };
    case 'year':
      return { from: firstOf(year, 0) };
    case 'own':
      return { from: own.from ?? firstOf(year, month), ...(own.to ? { to: own.to } : {}) };
  }
}
