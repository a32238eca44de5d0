import type { Currency } from '@qafila/shared/kernel/currency';
import type { Money as Amount } from '@qafila/shared/kernel/money';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amountText, typedAmount } from '../../../lib/amount';
import { useFormats } from '../../../lib/i18n/format';
import { TextField } from '../../../ui/field';

/** An approval limit as it stands in its input; nothing where there is none. */
export const approvalText = (limit: Amount | null): string => (limit ? amountText(limit) : '');

/** The approval limit that was typed: `null` for none, `undefined` for an amount that is none. */
export function approvalOf(text: string, currency: Currency): Amount | null | undefined {
  return text.trim() === '' ? null : (typedAmount(text, currency) ?? undefined);
}

interface ApprovalFieldProps {
  readonly text: string;
  readonly currency: Currency;
  readonly onChange: (text: string) => void;
}

/** Above which total an order will ask an approver; left empty, none will. */
export function ApprovalField({ text, currency, onChange }: ApprovalFieldProps): ReactNode {
  const { t } = useTranslation('company');
  const [isLeft, setLeft] = useState(false);
  const isWrong = isLeft && approvalOf(text, currency) === undefined;
  return (
    <TextField
      label={t('approval.label', { currency })}
      hint={t('approval.hint')}
      dir="ltr"
      inputMode="decimal"
      value={text}
      error={isWrong ? t('limit.amountWrong') : undefined}
      onBlur={() => setLeft(true)}
      onChange={onChange}
    />
  );
}

/** An approval limit in one line; nothing where there is none. */
export function ApprovalLine({ limit }: { readonly limit: Amount | null }): ReactNode {
  const { t } = useTranslation('company');
  const format = useFormats();
  if (limit === null) return null;
  return <div className="small muted">{t('approval.above', { amount: format.money(limit) })}</div>;
}
