import type { AnswerOf } from '@qafila/shared/access/endpoint';
import { listOrders } from '@qafila/shared/ordering/ordering.contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Plus, Store } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../../lib/address';
import { useFormats } from '../../../lib/i18n/format';
import { orderPath } from '../../../lib/order-path';
import { usePermission } from '../../../lib/session';
import { Button, LinkButton } from '../../../ui/button';
import { Chip } from '../../../ui/chip';
import { type Column, DataTable } from '../../../ui/data-table';
import { Code, Money } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { Segments } from '../../../ui/segments';
import { TableSkeleton } from '../../../ui/skeleton';
import { EmptyState, ErrorState } from '../../../ui/states';
import { ORDER_VIEWS, ordersQuery } from '../api';
import { OrderBadge, PaymentBadge } from '../order/badges';

type Row = AnswerOf<typeof listOrders>['rows'][number];

/** Orders of the company, newest first, by views that stand in the address. */
export function OrdersScreen(): ReactNode {
  const { t } = useTranslation('ordering');
  const canDraft = usePermission('order:draft');
  const navigate = useNavigate();
  const [view, setView] = useAddressValue('view', ORDER_VIEWS, 'all');
  const orders = useInfiniteQuery(ordersQuery(view));
  const rows = orders.data?.pages.flatMap((page) => page.rows) ?? [];
  const columns = useColumns(canDraft);
  return (
    <Page
      title={t('orders.title')}
      sub={t('orders.sub')}
      actions={
        canDraft ? (
          <LinkButton to="/orders/new" kind="primary" icon={Plus}>
            {t('orders.new')}
          </LinkButton>
        ) : undefined
      }
    >
      <div>
        <Segments
          label={t('orders.views')}
          value={view}
          onChange={setView}
          options={ORDER_VIEWS.map((each) => ({ value: each, text: t(`orders.view.${each}`) }))}
        />
      </div>
      {orders.isPending && <TableSkeleton rows={6} columns={5} />}
      {orders.isError && <ErrorState error={orders.error} onRetry={() => void orders.refetch()} />}
      {orders.isSuccess && rows.length === 0 && (
        <EmptyState
          title={t(view === 'all' ? 'orders.empty' : 'orders.emptyView')}
          action={
            view === 'all' ? (
              canDraft && (
                <LinkButton to="/orders/new" kind="primary" icon={Plus}>
                  {t('orders.new')}
                </LinkButton>
              )
            ) : (
              <Button onClick={() => setView('all')}>{t('orders.showAll')}</Button>
            )
          }
        >
          {t(view === 'all' ? 'orders.emptyText' : 'orders.emptyViewText')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <DataTable
          caption={t('orders.title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          onOpen={(row) => void navigate({ to: orderPath(row, canDraft) })}
          cards
        />
      )}
      {orders.hasNextPage && (
        <div className="inline">
          <Button busy={orders.isFetchingNextPage} onClick={() => void orders.fetchNextPage()}>
            {t('ui:more')}
          </Button>
        </div>
      )}
    </Page>
  );
}

function useColumns(canDraft: boolean): Column<Row>[] {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  return [
    {
      key: 'name',
      head: t('orders.column.name'),
      cell: (row) => (
        <>
          <Link to={orderPath(row, canDraft)} className="row-link">
            <bdi>{row.name}</bdi>
          </Link>
          <div className="small muted">
            <Code>{row.code}</Code> · {t('summary.pieces', { count: row.units })}
          </div>
        </>
      ),
    },
    {
      key: 'state',
      head: t('orders.column.state'),
      cell: (row) =>
        row.isStoreDraft ? (
          <Chip tone="info" icon={Store}>
            {t('prepared.title')}
          </Chip>
        ) : (
          <OrderBadge state={row.state} />
        ),
    },
    {
      key: 'payment',
      head: t('orders.column.payment'),
      cell: (row) => (row.state === 'draft' ? null : <PaymentBadge state={row.payment} />),
    },
    {
      key: 'destination',
      head: t('orders.column.destination'),
      cell: (row) => (
        <span className="small">
          {row.shipTo === 'warehouse'
            ? t('destination.warehouse')
            : t('totals.parcels', { count: row.parcels })}
        </span>
      ),
    },
    {
      key: 'changed',
      head: t('orders.column.changed'),
      cell: (row) => <span className="small muted nowrap">{format.dateTime(row.changedAt)}</span>,
    },
    {
      key: 'total',
      head: t('orders.column.total'),
      isNumber: true,
      cell: (row) => (
        <b>
          <Money of={row.total} />
        </b>
      ),
    },
  ];
}
