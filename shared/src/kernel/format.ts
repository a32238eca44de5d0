import { CURRENCY_EXPONENT, type Currency } from './currency';
import { INTL_TAG, type Locale } from './locale';
import type { Money, UnitPrice } from './money';

const SAR_NAME: Readonly<Record<Locale, string>> = { en: 'SAR', ar: 'ر.س', no: 'SAR', fr: 'SAR' };
const LRI = '\u2066';
const FSI = '\u2068';
const PDI = '\u2069';

/** Isolates a text of unknown direction, such as a name, inside a text of either. */
export const isolateText = (text: string): string => `${FSI}${text}${PDI}`;

/** Isolates a left-to-right value (amount, phone, SKU) inside a text of either direction. */
export const isolate = (text: string): string => `${LRI}${text}${PDI}`;

function decimal(digits: string, decimals: number, locale: Locale): string {
  // Intl formats a decimal string exactly; a number would pass through binary fractions.
  const padded = digits.replace('-', '').padStart(decimals + 1, '0');
  const whole = padded.slice(0, padded.length - decimals);
  const text = decimals ? `${whole}.${padded.slice(-decimals)}` : whole;
  const format = new Intl.NumberFormat(INTL_TAG[locale], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const shown = format.format(text as unknown as number).replace(/[\u200e\u200f\u061c]/gu, '');
  return digits.startsWith('-') ? `−${shown}` : shown;
}

/** The digits of an amount without its currency: `1,250.50`. */
export const formatAmount = (amount: Money, locale: Locale): string =>
  decimal(String(amount.minor), CURRENCY_EXPONENT[amount.currency], locale);

/** Digits beside the name of their currency, where the language puts it. */
function withCurrency(digits: string, currency: Currency, locale: Locale): string {
  const name = currency === 'SAR' ? SAR_NAME[locale] : currency;
  if (locale === 'ar') return `${isolate(digits)}\u00a0${name}`;
  return locale === 'en' ? `${name}\u00a0${digits}` : `${digits}\u00a0${name}`;
}

/** An amount with its currency: `SAR 1,250.50`, `1,250.50 ر.س`. */
export const formatMoney = (amount: Money, locale: Locale): string =>
  withCurrency(formatAmount(amount, locale), amount.currency, locale);

/** A unit price with its currency: `SAR 1.2345`. */
export const formatUnitMoney = (price: UnitPrice, locale: Locale): string =>
  withCurrency(formatUnitPrice(price, locale), price.currency, locale);

/** A unit price without its currency; two decimals unless it has more. */
export function formatUnitPrice(price: UnitPrice, locale: Locale): string {
  const decimals = price.per10k % 100 === 0 ? 2 : 4;
  return decimal(String(decimals === 2 ? price.per10k / 100 : price.per10k), decimals, locale);
}

/** A whole number with the language's grouping. */
export const formatNumber = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(INTL_TAG[locale]).format(value);

const RIYADH = 'Asia/Riyadh';

/** A date in Riyadh: `22 Nov 2026`. */
export const formatDate = (iso: string | Date, locale: Locale): string =>
  new Intl.DateTimeFormat(INTL_TAG[locale], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: RIYADH,
  }).format(new Date(iso));

/** A time of day in Riyadh: `14:03`. */
export const formatTime = (iso: string | Date, locale: Locale): string =>
  new Intl.DateTimeFormat(INTL_TAG[locale], {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: RIYADH,
  }).format(new Date(iso));

/** Date and time in Riyadh. */
export const formatDateTime = (iso: string | Date, locale: Locale): string =>
  `${formatDate(iso, locale)} ${isolate(formatTime(iso, locale))}`;
