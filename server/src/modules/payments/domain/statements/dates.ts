const DAY_MS = 86_400_000;

/** True for an ISO date that exists. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** The date of year, month and day as written; `undefined` when there is no such day. */
export function dateOf(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(text) ? text : undefined;
}

/** `YYMMDD` of SWIFT: years from 80 are of the last century. */
export function dateOfSixDigits(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  return dateOf(`${Number(year) >= 80 ? '19' : '20'}${year}`, month, day);
}

/** `MMDD` of the year that brings it nearest to another date: 31 December is booked on 2 January. */
export function dateNear(text: string, other: string): string | undefined {
  const year = Number(other.slice(0, 4));
  const near = [year - 1, year, year + 1]
    .flatMap((each) => dateOf(String(each), text.slice(0, 2), text.slice(2)) ?? [])
    .map((date) => ({ date, days: Math.abs(Date.parse(date) - Date.parse(other)) / DAY_MS }))
    .toSorted((a, b) => a.days - b.days);
  return near[0]?.date;
}

/** First and last of some dates; `undefined` when there is none. */
export function periodOf(
  dates: readonly string[],
): { readonly from: string; readonly to: string } | undefined {
  const sorted = dates.filter(isDate).toSorted();
  const [from, to] = [sorted[0], sorted.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to };
}
