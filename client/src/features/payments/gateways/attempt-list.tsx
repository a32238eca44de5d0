import type { AttemptRow } from '@qafila/shared/payments/gateways.contract';
import { methodName } from '@qafila/shared/payments/methods';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { type Column, DataTable } from '../../../ui/data-table';
import { Code, Money } from '../../../ui/money';
import { AttemptChips } from './attempt-chips';
import { DisputeDue } from './dispute-part';

interface AttemptListProps {
  readonly rows: readonly AttemptRow[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

/** Attempts, the newest first; a row opens its detail. */
export function AttemptList({ rows, openId, onOpen }: AttemptListProps): ReactNode {
  const { t } = useTranslation('gateways');
  return (
    <DataTable
      caption={t('list.caption')}
      columns={useColumns()}
      rows={rows}
      rowKey={(row) => row.id}
      onOpen={(row) => onOpen(row.id)}
      selectedKey={openId}
      cards
    />
  );
}

function useColumns(): readonly Column<AttemptRow>[] {
  const { t } = useTranslation('gateways');
  const format = useFormats();
  const { locale } = useLocale();
  return useMemo(
    () => [
      {
        key: 'order',
        head: t('list.order'),
        cell: (row) => (
          <>
            <b>
              <Code>{row.orderCode}</Code>
            </b>
            <div className="small muted">
              <bdi>{row.company}</bdi>
            </div>
          </>
        ),
      },
      {
        key: 'method',
        head: t('list.method'),
        cell: (row) => (
          <>
            <bdi>{methodName(row.method, locale)}</bdi>
            <div className="small muted nowrap">{format.dateTime(row.startedAt)}</div>
          </>
        ),
      },
      {
        key: 'state',
        head: t('list.state'),
        cell: (row) => (
          <>
            <AttemptChips attempt={row} />
            {row.dispute && <DisputeDue dispute={row.dispute} />}
          </>
        ),
      },
      { key: 'amount', head: t('list.amount'), isNumber: true, cell: (row) => <Money of={row.pay} /> },
    ],
    [t, format, locale],
  );
}
