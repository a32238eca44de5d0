import { isZero } from '@qafila/shared/kernel/money';
import { type DueOrder, dueOrders } from '@qafila/shared/payments/books.contract';
import { shownReference } from '@qafila/shared/payments/reference.rules';
import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { usePages } from '../../../lib/use-pages';
import { LinkButton } from '../../../ui/button';
import { type Column, DataTable } from '../../../ui/data-table';
import { Code, Money } from '../../../ui/money';
import { PagedList } from '../../../ui/paged-list';
import { EmptyState } from '../../../ui/states';
import { OrderCell } from './order-cell';

/** Orders that wait for money, the nearest deadline first. */
export function DueList(): ReactNode {
  const { t } = useTranslation('books');
  const pages = usePages(['books', 'due'], (after) => call(dueOrders, { query: after ? { after } : {} }));
  return (
    <PagedList
      pages={pages}
      empty={
        <EmptyState icon={CircleCheck} title={t('due.empty')}>
          {t('due.emptyText')}
        </EmptyState>
      }
    >
      <DataTable
        caption={t('view.due')}
        columns={useColumns()}
        rows={pages.rows}
        rowKey={({ order }) => order.id}
        cards
      />
    </PagedList>
  );
}

function useColumns(): Column<DueOrder>[] {
  const { t } = useTranslation('books');
  const format = useFormats();
  return [
    { key: 'order', head: t('column.order'), cell: ({ order }) => <OrderCell order={order} /> },
    {
      key: 'due',
      head: t('column.due'),
      isNumber: true,
      cell: ({ due, received, total }) => (
        <>
          <b>
            <Money of={due} />
          </b>
          {!isZero(received) && (
            <div className="small muted">
              {t('due.received', { received: format.money(received), total: format.money(total) })}
            </div>
          )}
        </>
      ),
    },
    {
      key: 'deadline',
      head: t('column.deadline'),
      cell: ({ deadline }) => <span className="nowrap">{format.dateTime(deadline)}</span>,
    },
    {
      key: 'reference',
      head: t('column.reference'),
      cell: ({ reference, receipts }) => (
        <>
          {reference !== null && <Code>{shownReference(reference)}</Code>}
          {receipts > 0 && <div className="small muted">{t('due.receipts', { count: receipts })}</div>}
        </>
      ),
    },
    {
      key: 'pay',
      head: <span className="sr-only">{t('due.pay')}</span>,
      isNumber: true,
      cell: ({ order }) => (
        <LinkButton to={`/payments/orders/${order.id}`} size="small">
          {t('due.pay')} <span className="sr-only">{order.code}</span>
        </LinkButton>
      ),
    },
  ];
}
