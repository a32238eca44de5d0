import { INTL_TAG, type Locale } from '@qafila/shared/kernel/locale';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `19 hours ago`, `in 5 hours`, in the largest unit that says enough. */
export function spanText(milliseconds: number, locale: Locale): string {
  const format = new Intl.RelativeTimeFormat(INTL_TAG[locale], { numeric: 'always', style: 'long' });
  const size = Math.abs(milliseconds);
  if (size < HOUR) return format.format(Math.round(milliseconds / MINUTE), 'minute');
  if (size < 2 * DAY) return format.format(Math.round(milliseconds / HOUR), 'hour');
  return format.format(Math.round(milliseconds / DAY), 'day');
}

/** `5 hours`, `2 days`: how long something took, in the largest unit that says enough. */
export function lengthText(milliseconds: number, locale: Locale): string {
  const [value, unit] =
    milliseconds < HOUR
      ? [milliseconds / MINUTE, 'minute']
      : milliseconds < 2 * DAY
        ? [milliseconds / HOUR, 'hour']
        : [milliseconds / DAY, 'day'];
  return new Intl.NumberFormat(INTL_TAG[locale], {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(value);
}
