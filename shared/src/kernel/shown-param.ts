import { isCurrency } from './currency';
import { formatDate, formatMoney, formatNumber, isolateText } from './format';
import type { Locale } from './locale';
import { money } from './money';
import { fillSentence, type ProblemParam } from './problem';

const DAY = /^\d{4}-\d\d-\d\d$/;

/** A parameter as its reader sees it: digits grouped, a day as a date, money with its currency. */
function shownParam(value: ProblemParam, locale: Locale): string {
  if (typeof value === 'number') return formatNumber(value, locale);
  if (typeof value !== 'string')
    return isCurrency(value.currency) ? formatMoney(money(value.minor, value.currency), locale) : '';
  if (DAY.test(value)) return formatDate(value, locale);
  return locale === 'ar' ? isolateText(value) : value;
}

/** A sentence with its parameters, in the reader's language. */
export const fillWithParams = (
  sentence: string,
  params: Readonly<Record<string, ProblemParam>>,
  locale: Locale,
): string =>
  fillSentence(
    sentence,
    Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shownParam(value, locale)])),
  );
