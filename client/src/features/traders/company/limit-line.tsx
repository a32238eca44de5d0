import type { Money as Amount } from '@qafila/shared/kernel/money';
import type { SpendingWindow } from '@qafila/shared/traders/calendar';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Meter } from '../../../ui/meter';

const PER: Readonly<Record<SpendingWindow, string>> = {
  day: 'limit.perDay',
  week: 'limit.perWeek',
  month: 'limit.perMonth',
  year: 'limit.perYear',
};

interface LimitLineProps {
  readonly limit: {
    readonly amount: Amount;
    readonly window: SpendingWindow;
    readonly spent?: Amount;
    readonly until?: string;
  } | null;
}

/** A limit in one line, with what was used of it. */
export function LimitLine({ limit }: LimitLineProps): ReactNode {
  const { t } = useTranslation('company');
  const format = useFormats();
  if (limit === null) return <span className="small muted">{t('limit.none')}</span>;
  const { amount, window, spent, until } = limit;
  const used =
    spent && until ? t('limit.spent', { spent: format.money(spent), until: format.date(until) }) : null;
  return (
    <span className="limit-line">
      <span>{t(PER[window], { amount: format.money(amount) })}</span>
      {spent && used && (
        <>
          <Meter label={t('limit.title')} value={spent.minor} goal={amount.minor} valueText={used} />
          <span className="small muted">{used}</span>
        </>
      )}
    </span>
  );
}
