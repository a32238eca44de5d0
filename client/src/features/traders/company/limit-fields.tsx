import type { Currency } from '@qafila/shared/kernel/currency';
import type { SpendingLimit } from '@qafila/shared/traders/bounds';
import { SPENDING_WINDOWS, type SpendingWindow } from '@qafila/shared/traders/calendar';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amountText, typedAmount } from '../../../lib/amount';
import { SelectField, TextField } from '../../../ui/field';

/** A limit while it is typed: switched on or off, with an amount that may not be one yet. */
export interface LimitDraft {
  readonly isOn: boolean;
  readonly text: string;
  readonly window: SpendingWindow;
}

export const draftOf = (limit: SpendingLimit | null): LimitDraft => ({
  isOn: limit !== null,
  text: limit ? amountText(limit.amount) : '',
  window: limit?.window ?? 'month',
});

/** The limit that was typed, or why there is none: `undefined` for an amount that is none. */
export function limitOf(draft: LimitDraft, currency: Currency): SpendingLimit | null | undefined {
  if (!draft.isOn) return null;
  const amount = typedAmount(draft.text, currency);
  return amount ? { amount, window: draft.window } : undefined;
}

interface LimitFieldsProps {
  readonly title: string;
  readonly draft: LimitDraft;
  readonly currency: Currency;
  readonly onChange: (draft: LimitDraft) => void;
}

/** How much may be ordered in a day, a week, a month or a year. */
export function LimitFields({ title, draft, currency, onChange }: LimitFieldsProps): ReactNode {
  const { t } = useTranslation('company');
  const [isLeft, setLeft] = useState(false);
  const isWrong = isLeft && limitOf(draft, currency) === undefined;
  return (
    <fieldset className="limit-fields">
      <legend className="field-label">{title}</legend>
      <label className="check-line">
        <input
          type="checkbox"
          checked={draft.isOn}
          onChange={(event) => onChange({ ...draft, isOn: event.target.checked })}
        />
        {t('limit.on')}
      </label>
      {draft.isOn && (
        <div className="two-parts">
          <TextField
            label={t('limit.amount')}
            hint={t('limit.amountHint', { currency })}
            dir="ltr"
            inputMode="decimal"
            value={draft.text}
            error={isWrong ? t('limit.amountWrong') : undefined}
            onBlur={() => setLeft(true)}
            onChange={(text) => onChange({ ...draft, text })}
          />
          <SelectField
            label={t('limit.window')}
            value={draft.window}
            options={SPENDING_WINDOWS.map((value) => ({ value, text: t(`limit.${value}`) }))}
            onChange={(value) =>
              onChange({ ...draft, window: SPENDING_WINDOWS.find((each) => each === value) ?? 'month' })
            }
          />
        </div>
      )}
    </fieldset>
  );
}
