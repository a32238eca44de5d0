import '../styles/summary.css';
import type { Money } from '@qafila/shared/kernel/money';
import { isZero } from '@qafila/shared/kernel/money';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Meter } from '../../../ui/meter';
import { missingTo } from './draft-sums';

interface MinimumProps {
  readonly kind: 'first' | 'later';
  readonly required: Money;
  readonly reached: Money;
}

/** "Add SAR 1,979.80 to place your first order.", or that the minimum is met. */
export function MinimumWord({ kind, required, reached }: MinimumProps): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const missing = missingTo(required, reached);
  if (isZero(missing)) {
    return (
      <span className="good inline-tight">
        <Check size={14} aria-hidden />
        {t('minimum.met')}
      </span>
    );
  }
  return <span className="attention">{t(`minimum.add.${kind}`, { amount: format.money(missing) })}</span>;
}

/** The minimum with its bar: what is reached, of what, and what to add. */
export function Minimum(props: MinimumProps): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const { kind, required, reached } = props;
  const text = `${format.amount(reached)} / ${format.amount(required)}`;
  return (
    <div className="minimum">
      <div className="between small">
        <b>{t(`minimum.${kind}`)}</b>
        <bdi dir="ltr">{text}</bdi>
      </div>
      <Meter label={t(`minimum.${kind}`)} value={reached.minor} goal={required.minor} valueText={text} />
      <p className="small">
        <MinimumWord {...props} />
      </p>
    </div>
  );
}
