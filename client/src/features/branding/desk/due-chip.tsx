import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { spanText } from '../../../lib/i18n/span';
import { Chip, type Tone } from '../../../ui/chip';

const SOON_MS = 8 * 3_600_000;

/** When the team owes its work, and how late it is; the exact time on hover. */
export function DueChip({ due }: { readonly due: string | null }): ReactNode {
  const { t } = useTranslation('desk');
  const { locale } = useLocale();
  const format = useFormats();
  if (due === null) return <span className="small muted">{t('due.waiting')}</span>;
  const left = Date.parse(due) - Date.now();
  const tone: Tone = left < 0 ? 'bad' : left < SOON_MS ? 'warn' : 'plain';
  return (
    <span title={format.dateTime(due)}>
      <Chip tone={tone}>{t(left < 0 ? 'due.late' : 'due.due', { when: spanText(left, locale) })}</Chip>
    </span>
  );
}
