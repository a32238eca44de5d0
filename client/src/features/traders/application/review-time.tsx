import type { Locale } from '@qafila/shared/kernel/locale';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { spanText } from '../../../lib/i18n/span';
import { Chip, type Tone } from '../../../ui/chip';

const SOON = 4 * 3_600_000;

export const timeAgo = (iso: string, locale: Locale): string =>
  spanText(Date.parse(iso) - Date.now(), locale);

/** When a review is due: colour and words, the exact time on hover. */
export function DueChip({ due }: { readonly due: string | null }): ReactNode {
  const { t } = useTranslation('review');
  const { locale } = useLocale();
  const format = useFormats();
  if (due === null) return null;
  const left = Date.parse(due) - Date.now();
  const tone: Tone = left < 0 ? 'bad' : left < SOON * 2 ? 'warn' : 'plain';
  const when = spanText(left, locale);
  return (
    <span title={format.dateTime(due)}>
      <Chip tone={tone}>{left < 0 ? t('overdue', { when }) : t('due', { when })}</Chip>
    </span>
  );
}
