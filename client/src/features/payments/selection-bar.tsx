import { sum } from '@qafila/shared/kernel/money';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/i18n/format';
import { Button } from '../../ui/button';
import type { Match } from './match-facts';

interface SelectionBarProps {
  readonly matches: readonly Match[];
  readonly onClear: () => void;
  readonly onReview: () => void;
}

/** What is selected, what it adds up to, and the one next step. */
export function SelectionBar({ matches, onClear, onReview }: SelectionBarProps): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  if (matches.length === 0) return null;
  const total = sum(
    matches.map((match) => match.amount),
    matches[0]?.amount.currency ?? 'SAR',
  );
  return (
    <section className="selection-bar" aria-label={t('review.title')}>
      <b aria-live="polite">{t('bar.selected', { count: matches.length })}</b>
      <span className="grow" />
      <Button kind="quiet" onClick={onClear}>
        {t('bar.clear')}
      </Button>
      <Button kind="primary" onClick={onReview}>
        {t('bar.review', { amount: format.money(total) })}
      </Button>
    </section>
  );
}
