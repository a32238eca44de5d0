import type { Money } from '@qafila/shared/kernel/money';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { IconButton } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Code } from '../../../ui/money';
import { missingOf, type Part } from './use-parts';

interface PartRowProps {
  readonly part: Part;
  /** What is typed, when it is an amount. */
  readonly amount: Money | null;
  readonly onChange: (next: Partial<Part>) => void;
  readonly onRemove: () => void;
}

/** One part of a line: for whom, how much, and whether the rest of the order is written off. */
export function PartRow({ part, amount, onChange, onRemove }: PartRowProps): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  const missing = missingOf(part, amount);
  const wrong = part.text !== '' && amount === null ? t('parts.amountWrong') : undefined;
  return (
    <div className="part-row">
      <div className="grow">
        <b>
          {part.code && <Code>{part.code}</Code>} <bdi>{part.company}</bdi>
        </b>
        <div className="small muted">
          {part.target.kind === 'company' && t('parts.asCredit')}
          {part.target.kind === 'payment' && t('parts.asReturn')}
          {part.target.kind === 'refund' && t('parts.asRefund')}
          {part.due && t('parts.amount.order', { amount: format.isolate(format.amount(part.due)) })}
        </div>
        {missing && (
          <label className="inline small">
            <input
              type="checkbox"
              checked={part.isWrittenOff}
              onChange={(event) => onChange({ isWrittenOff: event.target.checked })}
            />
            {t('parts.writeOff', { amount: format.money(missing) })}
          </label>
        )}
      </div>
      <TextField
        label={t('parts.part')}
        dir="ltr"
        inputMode="decimal"
        value={part.text}
        error={wrong}
        onChange={(text) => onChange({ text })}
      />
      <IconButton
        icon={X}
        label={t('parts.remove', { name: part.code ?? part.company })}
        onClick={onRemove}
      />
    </div>
  );
}
