import {
  formatAmount,
  formatDate,
  formatDateTime,
  formatMoney,
  formatNumber,
  formatTime,
  formatUnitMoney,
  formatUnitPrice,
  isolate,
} from '@qafila/shared/kernel/format';
import { INTL_TAG, type Locale, type Words } from '@qafila/shared/kernel/locale';
import type { Money, UnitPrice } from '@qafila/shared/kernel/money';
import { useMemo } from 'react';
import { useLocale } from './locale';

const GRAMS_IN_KG = 1000;
const SAUDI_MOBILE = /^(\+966)(5\d)(\d{3})(\d{4})$/;

/** Kilograms with one or two decimals: `12.4 kg`. */
function weight(grams: number, locale: Locale): string {
  const options: Intl.NumberFormatOptions = {
    style: 'unit',
    unit: 'kilogram',
    unitDisplay: locale === 'ar' ? 'long' : 'short',
    maximumFractionDigits: grams < 10 * GRAMS_IN_KG ? 2 : 1,
  };
  return new Intl.NumberFormat(INTL_TAG[locale], options).format(grams / GRAMS_IN_KG);
}

/** A day without its year: `12 Dec`. */
const dayMonth = (isoDate: string, locale: Locale): string =>
  new Intl.DateTimeFormat(INTL_TAG[locale], { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(isoDate),
  );

const MOST_DECIMALS = 6;
/** An exchange rate with every digit it was published with: the amount can be computed again from it. */
const rate = (num: number, scale: number, locale: Locale): string =>
  new Intl.NumberFormat(INTL_TAG[locale], { maximumFractionDigits: MOST_DECIMALS }).format(num / 10 ** scale);

/** Formatters of one language. */
export const formatsOf = (locale: Locale) => ({
  money: (amount: Money) => formatMoney(amount, locale),
  amount: (amount: Money) => formatAmount(amount, locale),
  unitPrice: (price: UnitPrice) => formatUnitPrice(price, locale),
  unitMoney: (price: UnitPrice) => formatUnitMoney(price, locale),
  number: (value: number) => formatNumber(value, locale),
  rate: (num: number, scale: number) => rate(num, scale, locale),
  percent: (value: number) => isolate(`${formatNumber(value, locale)}%`),
  weight: (grams: number) => weight(grams, locale),
  date: (iso: string) => formatDate(iso, locale),
  dayMonth: (isoDate: string) => dayMonth(isoDate, locale),
  time: (iso: string | Date) => isolate(formatTime(iso, locale)),
  dateTime: (iso: string) => formatDateTime(iso, locale),
  list: (items: readonly string[]) =>
    new Intl.ListFormat(INTL_TAG[locale], { type: 'conjunction', style: 'long' }).format(items),
  words: (words: Words) => words[locale],
  phone: (e164: string) => e164.replace(SAUDI_MOBILE, '$1 $2 $3 $4'),
  isolate,
});
export type Formats = ReturnType<typeof formatsOf>;

/** Formatters in the language of the page. */
export function useFormats(): Formats {
  const { locale } = useLocale();
  return useMemo(() => formatsOf(locale), [locale]);
}
