import { isZero } from '@qafila/shared/kernel/money';
import { findTargets, type TargetView } from '@qafila/shared/payments/desk.contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { typedAmount } from '../../../lib/amount';
import { call } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { Chip } from '../../../ui/chip';
import { TextField } from '../../../ui/field';
import { Code } from '../../../ui/money';
import { ErrorLine } from '../../../ui/states';
import type { Line } from '../match-facts';

interface TargetSearchProps {
  readonly line: Line;
  readonly onTake: (target: TargetView) => void;
}

/** Orders, companies and payments that a line could be for; nothing typed shows those of its amount. */
export function TargetSearch({ line, onTake }: TargetSearchProps): ReactNode {
  const { t } = useTranslation('payments');
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const minor = typedAmount(q, line.amount.currency)?.minor;
  const found = useQuery({
    queryKey: ['transfer-targets', line.id, q],
    queryFn: ({ signal }) =>
      call(findTargets, {
        params: { id: line.id },
        query: { q, ...(minor === undefined ? {} : { minor }) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.rows ?? [];
  return (
    <div className="stack stack-tight">
      <TextField
        label={t('parts.search')}
        hint={t('parts.searchHint')}
        type="search"
        value={typed}
        onChange={setTyped}
        data-autofocus
      />
      {found.isError && <ErrorLine error={found.error} />}
      {found.isSuccess && rows.length === 0 && <p className="small muted">{t('parts.nothing')}</p>}
      <ul className="target-list" aria-label={t('parts.found')}>
        {rows.map((target) => (
          <li key={`${target.kind}-${target.id}`}>
            <TargetButton target={target} onTake={onTake} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function TargetButton({
  target,
  onTake,
}: {
  readonly target: TargetView;
  readonly onTake: (target: TargetView) => void;
}): ReactNode {
  const { t } = useTranslation('payments');
  const format = useFormats();
  return (
    <button type="button" className="target" onClick={() => onTake(target)}>
      <span className="grow">
        {target.code && <Code>{target.code}</Code>} <bdi>{target.company}</bdi>
      </span>
      {target.isClosed && <Chip tone="bad">{t('chip.closed')}</Chip>}
      <span className="small muted">
        {target.kind === 'order' && isZero(target.amount)
          ? t('parts.amount.paid')
          : t(`parts.amount.${target.kind}`, { amount: format.isolate(format.amount(target.amount)) })}
      </span>
    </button>
  );
}
