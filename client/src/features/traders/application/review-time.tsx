import { INTL_TAG, type Locale } from '@qafila/shared/kernel/locale';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { Chip, type Tone } from '../../../ui/chip';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SOON = 4 * HOUR;

/** `19 hours ago`, `in 5 hours`, in the largest unit that says enough. */
function span(milliseconds: number, locale: Locale): string {
  const format = new Intl.RelativeTimeFormat(INTL_TAG[locale], { numeric: 'always', style: 'long' });
  const size = Math.abs(milliseconds);
  if (size < HOUR) return format.format(Math.round(milliseconds / MINUTE), 'minute');
  if (size < 2 * DAY) return format.format(Math.round(milliseconds / HOUR), 'hour');
  return format.format(Math.round(milliseconds / DAY), 'day');
}

export const timeAgo = (iso: string, locale: Locale): string => span(Date.parse(iso) - Date.now(), locale);

/** When a review is due: colour and words, the exact time on hover. */
export function DueChip({ due }: { readonly due: string | null }): ReactNode {
  const { t } = useTranslation('review');
  const { locale } = useLocale();
  const format = useFormats();
  if (due === null) return null;
  const left = Date.parse(due) - Date.now();
  const tone: Tone = left < 0 ? 'bad' : left < SOON * 2 ? 'warn' : 'plain';
  const when = span(left, locale);
  return (
    <span title={format.dateTime(due)}>
      <Chip tone={tone}>{left < 0 ? t('overdue', { when }) : t('due', { when })}</Chip>
    </span>
  );
}
