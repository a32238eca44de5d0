import { isCurrency } from '@qafila/shared/kernel/currency';
import { formatMoney, formatNumber, isolate } from '@qafila/shared/kernel/format';
import type { Locale } from '@qafila/shared/kernel/locale';
import { money } from '@qafila/shared/kernel/money';
import { fillSentence, type ProblemParam } from '@qafila/shared/kernel/problem';
import { type NoticeEvent, noticeEventSpec } from '@qafila/shared/notifications/notice-events';

function shown(value: ProblemParam, locale: Locale): string {
  if (typeof value === 'number') return formatNumber(value, locale);
  if (typeof value === 'string') return locale === 'ar' ? isolate(value) : value;
  return isCurrency(value.currency) ? formatMoney(money(value.minor, value.currency), locale) : '';
}

/** The sentence of a notice in the reader's language. */
export const noticeText = (
  notice: { readonly event: NoticeEvent; readonly params: Readonly<Record<string, ProblemParam>> },
  locale: Locale,
): string =>
  fillSentence(
    noticeEventSpec(notice.event).say[locale],
    Object.fromEntries(Object.entries(notice.params).map(([name, value]) => [name, shown(value, locale)])),
  );
