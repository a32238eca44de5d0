import { type OwnReceipt, ownReceipts, RECEIPT_STANDS } from '@qafila/shared/payments/books.contract';
import { ownReceiptPage } from '@qafila/shared/payments/receipts.contract';
import { Ban, CircleCheck, FileUp, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../../lib/address';
import { call, rawUrl } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { usePages } from '../../../lib/use-pages';
import { Chip } from '../../../ui/chip';
import { type Column, DataTable } from '../../../ui/data-table';
import { PagedList } from '../../../ui/paged-list';
import { EmptyState } from '../../../ui/states';
import { usePeriod } from '../account/period-fields';
import { ListFilters } from './list-filters';
import { OrderCell } from './order-cell';

const STANDS = ['all', ...RECEIPT_STANDS] as const;

/** Receipts that were shown in a period, the newest first. */
export function ReceiptsList(): ReactNode {
  const { t } = useTranslation('books');
  const { days, fields } = usePeriod('year');
  const [stand, setStand] = useAddressValue('stand', STANDS, 'all');
  const pages = usePages(['books', 'receipts', days, stand], (after) =>
    call(ownReceipts, { query: { ...days, stand, ...(after ? { after } : {}) } }),
  );
  return (
    <>
      <ListFilters
        period={fields}
        label={t('receipts.stand.label')}
        values={STANDS}
        value={stand}
        wordOf={(each) => t(`receipts.stand.${each}`)}
        onChange={setStand}
      />
      <PagedList
        pages={pages}
        empty={
          <EmptyState icon={FileUp} title={t('receipts.empty')}>
            {t('receipts.emptyText')}
          </EmptyState>
        }
      >
        <DataTable
          caption={t('view.receipts')}
          columns={useColumns()}
          rows={pages.rows}
          rowKey={({ id }) => id}
          cards
        />
      </PagedList>
    </>
  );
}

const LOOK = {
  waiting: ['warn', Hourglass],
  arrived: ['ok', CircleCheck],
  ended: ['plain', Ban],
} as const;

function useColumns(): Column<OwnReceipt>[] {
  const { t } = useTranslation('books');
  const format = useFormats();
  return [
    {
      key: 'receipt',
      head: t('column.receipt'),
      cell: ({ id, name }) => (
        <a
          href={rawUrl(ownReceiptPage, { params: { id, page: 1 } })}
          target="_blank"
          rel="noreferrer"
          aria-label={t('receipts.open', { name })}
        >
          <bdi>{name}</bdi>
        </a>
      ),
    },
    { key: 'order', head: t('column.order'), cell: ({ order }) => <OrderCell order={order} /> },
    {
      key: 'says',
      head: t('column.says'),
      cell: ({ amount, paidOn }) =>
        [amount && format.money(amount), paidOn && format.date(paidOn)].filter(Boolean).join(' · '),
    },
    {
      key: 'shown',
      head: t('column.shown'),
      cell: ({ uploadedAt, uploadedBy }) => (
        <span className="small muted">
          {t('receipts.by', { when: format.dateTime(uploadedAt), by: format.isolate(uploadedBy) })}
        </span>
      ),
    },
    {
      key: 'stand',
      head: t('column.stand'),
      cell: ({ stand }) => {
        const [tone, icon] = LOOK[stand];
        return (
          <Chip tone={tone} icon={icon}>
            {t(`receipts.stand.${stand}`)}
          </Chip>
        );
      },
    },
  ];
}
