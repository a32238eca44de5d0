import './styles/shipping.css';
import type { AnswerOf } from '@qafila/shared/access/endpoint';
import { listParcels, pickList } from '@qafila/shared/shipping/shipping.contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { ClipboardList, PackageCheck } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../lib/address';
import { call, rawUrl } from '../../lib/call';
import { useFormats } from '../../lib/i18n/format';
import { useLocale } from '../../lib/i18n/locale';
import { usePermission } from '../../lib/session';
import { usePages } from '../../lib/use-pages';
import { Button, LinkButton } from '../../ui/button';
import { type Column, DataTable } from '../../ui/data-table';
import { Code, Count } from '../../ui/money';
import { Page } from '../../ui/page';
import { PagedList } from '../../ui/paged-list';
import { Segments } from '../../ui/segments';
import { TableSkeleton } from '../../ui/skeleton';
import { EmptyState } from '../../ui/states';
import { PdfLink } from './pdf-link';

const STATES = ['todo', 'picking', 'packed', 'labelled', 'on_hold', 'handed_over'] as const;
const WORKED_ON: readonly string[] = ['todo', 'picking', 'packed', 'labelled'];
type ParcelRow = AnswerOf<typeof listParcels>['rows'][number];

function useColumns(): readonly Column<ParcelRow>[] {
  const { t } = useTranslation('shipping');
  const format = useFormats();
  return useMemo(
    () => [
      {
        key: 'parcel',
        head: t('queue.parcel'),
        cell: (row) => (
          <Link to={`/fulfilment/${row.id}`} className="row-link parcel-link">
            <Code>{row.parcelCode}</Code>
          </Link>
        ),
      },
      { key: 'brand', head: t('queue.brand'), cell: (row) => <bdi translate="no">{row.brandName}</bdi> },
      {
        key: 'order',
        head: t('queue.order'),
        cell: (row) => (
          <span className="nowrap">
            <Code>{row.orderCode}</Code>
            <span className="muted"> · {t('queue.ofCount', { index: row.index, count: row.count })}</span>
          </span>
        ),
      },
      {
        key: 'pieces',
        head: t('queue.pieces'),
        isNumber: true,
        cell: (row) => <Count of={row.pieces} />,
      },
      {
        key: 'paid',
        head: t('queue.paid'),
        cell: (row) => <span className="nowrap muted">{format.dateTime(row.confirmedAt)}</span>,
      },
    ],
    [t, format],
  );
}

/** The warehouse's queue by step, and the pick list of what is to do. */
export function FulfilmentScreen(): ReactNode {
  const { t } = useTranslation('shipping');
  const { locale } = useLocale();
  const navigate = useNavigate();
  const [state, setState] = useAddressValue('state', STATES, 'todo');
  const mayPack = usePermission('fulfilment:pack');
  const pages = usePages(['parcels', state], (after, signal) =>
    call(listParcels, { query: { state, ...(after ? { after } : {}) }, signal }),
  );
  const columns = useColumns();
  const oldest = pages.rows[0];
  const options = STATES.map((value) => ({ value, text: t(`queue.states.${value}`) }));
  const lang = locale === 'ar' ? 'ar' : 'en';
  return (
    <Page
      title={t('queue.title')}
      sub={t('queue.sub')}
      actions={
        <>
          <PdfLink address={rawUrl(pickList, { query: { lang } })} icon={ClipboardList}>
            {t('queue.pickList')}
          </PdfLink>
          {mayPack && oldest && WORKED_ON.includes(state) && (
            <LinkButton to={`/fulfilment/${oldest.id}`} kind="primary" icon={PackageCheck}>
              {t(state === 'todo' ? 'queue.start' : 'queue.goOn')}
            </LinkButton>
          )}
        </>
      }
    >
      <div className="stack parcel-views">
        <Segments label={t('queue.view')} options={options} value={state} onChange={setState} />
        {state === 'on_hold' && pages.rows.length > 0 && <p className="muted">{t('queue.whyHeld')}</p>}
        <PagedList
          pages={pages}
          skeleton={<TableSkeleton columns={5} />}
          empty={
            <EmptyState
              title={t(`queue.empty.${state}`)}
              action={
                state !== 'todo' && <Button onClick={() => setState('todo')}>{t('queue.showTodo')}</Button>
              }
            >
              {t(`queue.emptyText.${state}`)}
            </EmptyState>
          }
        >
          <DataTable
            caption={t('queue.title')}
            columns={columns}
            rows={pages.rows}
            rowKey={(row) => row.id}
            onOpen={(row) => void navigate({ to: `/fulfilment/${row.id}` })}
            cards
          />
        </PagedList>
      </div>
    </Page>
  );
}
