import { riyadhDate } from '@qafila/shared/payments/payments.rules';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressDay, useAddressValue } from '../../../lib/address';
import { SelectField, TextField } from '../../../ui/field';
import { type Days, daysOf, PERIODS, type PeriodChoice } from './periods';

/** The period that stands in the address, and the fields that change it. */
export function usePeriod(fallback: PeriodChoice): { readonly days: Days; readonly fields: ReactNode } {
  const { t } = useTranslation('account');
  const [choice, setChoice] = useAddressValue('period', PERIODS, fallback);
  const [from, setFrom] = useAddressDay('from');
  const [to, setTo] = useAddressDay('to');
  const today = riyadhDate(new Date());
  const days = daysOf(choice, today, { ...(from ? { from } : {}), ...(to ? { to } : {}) });
  const fields = (
    <div className="account-period no-print">
      <SelectField
        label={t('period.label')}
        value={choice}
        options={PERIODS.map((value) => ({ value, text: t(`period.${value}`) }))}
        onChange={(value) => setChoice(PERIODS.find((each) => each === value) ?? fallback)}
      />
      {choice === 'own' && (
        <>
          <TextField
            label={t('period.from')}
            type="date"
            max={days.to ?? today}
            value={days.from}
            onChange={setFrom}
          />
          <TextField
            label={t('period.to')}
            type="date"
            min={days.from}
            max={today}
            value={days.to ?? today}
            onChange={setTo}
          />
        </>
      )}
    </div>
  );
  return { days, fields };
}
