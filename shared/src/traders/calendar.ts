/** The spans a spending limit counts over. */
export const SPENDING_WINDOWS = ['day', 'week', 'month', 'year'] as const;
export type SpendingWindow = (typeof SPENDING_WINDOWS)[number];

/** Time zones a company can choose; the first is the store's own. */
export const TIME_ZONES = [
  'Asia/Riyadh',
  'Asia/Dubai',
  'Asia/Kuwait',
  'Asia/Qatar',
  'Asia/Bahrain',
  'Asia/Muscat',
  'Africa/Casablanca',
  'Europe/Oslo',
  'Europe/Paris',
  'Europe/London',
] as const;
export type TimeZone = (typeof TIME_ZONES)[number];

const ZONE_OF_COUNTRY: Readonly<Record<string, TimeZone>> = {
  SA: 'Asia/Riyadh',
  AE: 'Asia/Dubai',
  KW: 'Asia/Kuwait',
  QA: 'Asia/Qatar',
  BH: 'Asia/Bahrain',
  OM: 'Asia/Muscat',
  MA: 'Africa/Casablanca',
  NO: 'Europe/Oslo',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
};
/** The zone a company has until it chooses one. */
export const timeZoneOf = (country: string): TimeZone => ZONE_OF_COUNTRY[country] ?? 'Asia/Riyadh';

/** Zones whose working week begins on Sunday; elsewhere it begins on Monday. */
const SUNDAY_FIRST: readonly string[] = [
  'Asia/Riyadh',
  'Asia/Kuwait',
  'Asia/Qatar',
  'Asia/Bahrain',
  'Asia/Muscat',
];
const DAYS_IN_WEEK = 7;

/** A wall clock's reading; `month` counts from one, `weekday` from Sunday. */
interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly weekday: number;
}

/** The wall time of an instant, read as if it were UTC, in milliseconds. */
function wallMs(at: Date, zone: string): number {
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(at).map((part) => [part.type, Number(part.value)]));
  const of = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

/** What a clock on the wall of that zone shows. */
export function wallTime(at: Date, zone: string): WallTime {
  const wall = new Date(wallMs(at, zone));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    weekday: wall.getUTCDay(),
  };
}

/** The instant at which a wall clock shows this hour; days past the end of a month run on into the next. */
function instantOf(wall: { year: number; month: number; day: number; hour?: number }, zone: string): Date {
  const wanted = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour ?? 0);
  // Twice: the first guess may stand on the other side of a change of the clocks.
  const first = wanted - (wallMs(new Date(wanted), zone) - wanted);
  return new Date(first - (wallMs(new Date(first), zone) - wanted));
}

/** The calendar span an instant falls in: from its first moment to the first moment after it. */
export function windowOf(window: SpendingWindow, at: Date, zone: string): { from: Date; until: Date } {
  const { year, month, day, weekday } = wallTime(at, zone);
  const span = (from: { year: number; month: number; day: number }, next: typeof from) => ({
    from: instantOf(from, zone),
    until: instantOf(next, zone),
  });
  if (window === 'year') return span({ year, month: 1, day: 1 }, { year: year + 1, month: 1, day: 1 });
  if (window === 'month') return span({ year, month, day: 1 }, { year, month: month + 1, day: 1 });
  if (window === 'day') return span({ year, month, day }, { year, month, day: day + 1 });
  const first = SUNDAY_FIRST.includes(zone) ? 0 : 1;
  const back = (weekday - first + DAYS_IN_WEEK) % DAYS_IN_WEEK;
  return span({ year, month, day: day - back }, { year, month, day: day - back + DAYS_IN_WEEK });
}

/** The day on which an instant falls in that zone: `2026-12-01`. */
export function dayOf(at: Date, zone: string): string {
  return new Date(wallMs(at, zone)).toISOString().slice(0, 10);
}

/** The next moment after `at` at which the wall clock shows a full hour `hour`. */
export function nextHour(at: Date, hour: number, zone: string): Date {
  const { year, month, day } = wallTime(at, zone);
  const today = instantOf({ year, month, day, hour }, zone);
  return today > at ? today : instantOf({ year, month, day: day + 1, hour }, zone);
}

/** Quiet hours from `from` to `to` (full hours; may pass midnight): when a mail due at `at` may leave. */
export function afterQuiet(at: Date, quiet: { from: number; to: number } | null, zone: string): Date {
  if (quiet === null || quiet.from === quiet.to) return at;
  const { hour } = wallTime(at, zone);
  const isQuiet =
    quiet.from < quiet.to ? hour >= quiet.from && hour < quiet.to : hour >= quiet.from || hour < quiet.to;
  return isQuiet ? nextHour(at, quiet.to, zone) : at;
}
