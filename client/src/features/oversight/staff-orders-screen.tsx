import './styles/oversight.css';
import type { AnswerOf } from '@qafila/shared/access/endpoint';
import { staffOrders } from '@qafila/shared/ordering/ordering.contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../lib/address';
import { call } from '../../lib/call';
import { useFormats } from '../../lib/i18n/format';
import { usePages } from '../../lib/use-pages';
import { Button } from '../../ui/button';
import { Chip, ToggleChip, type Tone } from '../../ui/chip';
import { type Column, DataTable } from '../../ui/data-table';
import { Code, Money } from '../../ui/money';
import { Page } from '../../ui/page';
import { PagedList } from '../../ui/paged-list';
import { Segments } from '../../ui/segments';
import { TableSkeleton } from '../../ui/skeleton';
import { EmptyState } from '../../ui/states';

const VIEWS = ['all', 'submitted', 'confirmed', 'ended'] as const;
type OrderRow = AnswerOf<typeof staffOrders>['rows'][number];

const STATE_TONE: Readonly<Record<OrderRow['state'], Tone>> = {
  draft: 'plain',
  pending_approval: 'warn',
  submitted: 'warn',
  confirmed: 'info',
  completed: 'ok',
  cancelled: 'plain',
  expired: 'bad',
};
const PAYMENT_TONE: Readonly<Record<OrderRow['payment'], Tone>> = {
  unpaid: 'plain',
  awaiting: 'warn',
  partially_paid: 'warn',
  paid: 'ok',
  overpaid: 'info',
  partially_refunded: 'plain',
  refunded: 'plain',
};

function useColumns(): readonly Column<OrderRow>[] {
  const { t } = useTranslation('oversight');
  const format = useFormats();
  return useMemo(
    () => [
      {
        key: 'code',
        head: t('orders.code'),
        cell: (row) => (
          <b>
            <Code>{row.code}</Code>
          </b>
        ),
      },
      { key: 'company', head: t('orders.company'), cell: (row) => <bdi>{row.company}</bdi> },
      {
        key: 'state',
        head: t('orders.state'),
        cell: (row) => <Chip tone={STATE_TONE[row.state]}>{t(`orders.states.${row.state}`)}</Chip>,
      },
      {
        key: 'payment',
        head: t('orders.payment'),
        cell: (row) => <Chip tone={PAYMENT_TONE[row.payment]}>{t(`orders.payments.${row.payment}`)}</Chip>,
      },
      { key: 'total', head: t('orders.total'), isNumber: true, cell: (row) => <Money of={row.total} /> },
      {
        key: 'submitted',
        head: t('orders.submitted'),
        cell: (row) => <span className="nowrap">{format.dateTime(row.submittedAt)}</span>,
      },
      {
        key: 'deadline',
        head: t('orders.deadline'),
        cell: (row) =>
          row.deadline === null ? null : <span className="nowrap">{format.dateTime(row.deadline)}</span>,
      },
    ],
    [t, format],
  );
}

/** Orders of every company, for account managers and admins. */
export function StaffOrdersScreen(): ReactNode {
  const { t } = useTranslation('oversight');
  const [view, setView] = useAddressValue('view', VIEWS, 'all');
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const company = typeof search.company === 'string' ? search.company : '';
  const pages = usePages(['staff-orders', view, company], (after, signal) =>
    call(staffOrders, {
      query: { view, ...(company ? { company } : {}), ...(after ? { after } : {}) },
      signal,
    }),
  );
  const columns = useColumns();
  const options = VIEWS.map((value) => ({ value, text: t(`orders.views.${value}`) }));
  return (
    <Page title={t('orders.title')} sub={t('orders.sub')}>
      <div className="stack">
        <div className="inline">
          <Segments label={t('orders.view')} options={options} value={view} onChange={setView} />
          {company !== '' && (
            <ToggleChip on onToggle={() => void navigate({ to: '.', search: {} })}>
              {t('orders.oneTrader')}
            </ToggleChip>
          )}
        </div>
        <PagedList
          pages={pages}
          skeleton={<TableSkeleton columns={7} />}
          empty={
            <EmptyState
              title={t('orders.empty')}
              action={view !== 'all' && <Button onClick={() => setView('all')}>{t('orders.showAll')}</Button>}
            >
              {t('orders.emptyText')}
            </EmptyState>
          }
        >
          <DataTable
            caption={t('orders.title')}
            columns={columns}
            rows={pages.rows}
            rowKey={(row) => row.id}
            cards
          />
        </PagedList>
      </div>
    </Page>
  );
}
