import { isZero, type Money } from '@qafila/shared/kernel/money';
import type { AccountRow } from '@qafila/shared/payments/account.contract';
import { movementName } from '@qafila/shared/payments/account.rules';
import { methodName } from '@qafila/shared/payments/methods';
import { shownReference } from '@qafila/shared/payments/reference.rules';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { type Column, DataTable } from '../../../ui/data-table';
import { Code, Digits } from '../../../ui/money';

interface MovementsTableProps {
  readonly rows: readonly AccountRow[];
  readonly orderAddress?: ((id: string) => string) | undefined;
}

/** Movements of an account, the oldest first; on a phone each is a card. */
export function MovementsTable({ rows, orderAddress }: MovementsTableProps): ReactNode {
  const { t } = useTranslation('account');
  return (
    <DataTable
      caption={t('title')}
      columns={useColumns(orderAddress)}
      rows={rows}
      rowKey={(row) => `${row.kind} ${row.id}`}
      cards
    />
  );
}

function useColumns(orderAddress: MovementsTableProps['orderAddress']): Column<AccountRow>[] {
  const { t } = useTranslation('account');
  const { locale } = useLocale();
  const format = useFormats();
  const figure = (key: 'charged' | 'paid' | 'credit'): Column<AccountRow> => ({
    key,
    head: t(`column.${key}`),
    isNumber: true,
    cell: (row) => <Figure of={row[key]} />,
  });
  return [
    {
      key: 'date',
      head: t('column.date'),
      cell: (row) => <span className="nowrap">{format.date(row.at)}</span>,
    },
    {
      key: 'what',
      head: t('column.what'),
      cell: (row) => (
        <>
          <b>{movementName(row.kind, locale)}</b>
          {row.kind === 'payment_captured' && row.method !== null && (
            <div className="small muted">{methodName(row.method, locale)}</div>
          )}
        </>
      ),
    },
    {
      key: 'order',
      head: t('column.order'),
      cell: ({ order, reference }) => (
        <>
          {order !== null &&
            (orderAddress ? (
              <Link to={orderAddress(order.id)}>
                <Code>{order.code}</Code>
              </Link>
            ) : (
              <Code>{order.code}</Code>
            ))}
          {reference !== null && (
            <div className="small muted">
              <Code>{shownReference(reference)}</Code>
            </div>
          )}
        </>
      ),
    },
    figure('charged'),
    figure('paid'),
    figure('credit'),
    {
      key: 'balance',
      head: t('column.balance'),
      isNumber: true,
      cell: (row) => (
        <b>
          <Digits of={row.balance} />
        </b>
      ),
    },
  ];
}

/** Nothing is shown as nothing: a column of zeros hides the figures that count. */
const Figure = ({ of }: { readonly of: Money }): ReactNode => (isZero(of) ? null : <Digits of={of} />);
