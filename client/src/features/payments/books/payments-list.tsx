import { isZero } from '@qafila/shared/kernel/money';
import { PAYMENT_KINDS, type PaymentRow, payments } from '@qafila/shared/payments/books.contract';
import { methodName } from '@qafila/shared/payments/methods';
import { shownReference } from '@qafila/shared/payments/reference.rules';
import { CircleCheck, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../../lib/address';
import { call } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { usePages } from '../../../lib/use-pages';
import { Chip } from '../../../ui/chip';
import { type Column, DataTable } from '../../../ui/data-table';
import { Code, Money } from '../../../ui/money';
import { PagedList } from '../../../ui/paged-list';
import { EmptyState } from '../../../ui/states';
import { usePeriod } from '../account/period-fields';
import { ListFilters } from './list-filters';
import { OrderCell } from './order-cell';

/** What was paid in a period, the newest first. */
export function PaymentsList(): ReactNode {
  const { t } = useTranslation('books');
  const { days, fields } = usePeriod('year');
  const [kind, setKind] = useAddressValue('kind', PAYMENT_KINDS, 'all');
  const pages = usePages(['books', 'payments', days, kind], (after) =>
    call(payments, { query: { ...days, kind, ...(after ? { after } : {}) } }),
  );
  return (
    <>
      <ListFilters
        period={fields}
        label={t('payments.kind.label')}
        values={PAYMENT_KINDS}
        value={kind}
        wordOf={(each) => t(`payments.kind.${each}`)}
        onChange={setKind}
      />
      <PagedList
        pages={pages}
        empty={<EmptyState title={t('payments.empty')}>{t('payments.emptyText')}</EmptyState>}
      >
        <DataTable
          caption={t('view.payments')}
          columns={useColumns()}
          rows={pages.rows}
          rowKey={({ id }) => id}
          cards
        />
      </PagedList>
    </>
  );
}

function useColumns(): Column<PaymentRow>[] {
  const { t } = useTranslation('books');
  const format = useFormats();
  const { locale } = useLocale();
  return [
    {
      key: 'when',
      head: t('column.when'),
      cell: ({ at }) => <span className="nowrap">{format.dateTime(at)}</span>,
    },
    {
      key: 'how',
      head: t('column.how'),
      cell: ({ kind, method, reference }) => (
        <>
          {method === null ? t(`payments.kind.${kind}`) : methodName(method, locale)}
          {reference !== null && (
            <div className="small muted">
              <Code>{shownReference(reference)}</Code>
            </div>
          )}
        </>
      ),
    },
    {
      key: 'order',
      head: t('column.order'),
      cell: ({ order }) => (order === null ? null : <OrderCell order={order} />),
    },
    {
      key: 'stand',
      head: t('column.stand'),
      cell: ({ stand }) => (
        <Chip tone={stand === 'booked' ? 'ok' : 'bad'} icon={stand === 'booked' ? CircleCheck : Undo2}>
          {t(`payments.stand.${stand}`)}
        </Chip>
      ),
    },
    {
      key: 'amount',
      head: t('column.amount'),
      isNumber: true,
      cell: ({ amount, credit }) => (
        <>
          <b>
            <Money of={amount} />
          </b>
          {!isZero(credit) && (
            <div className="small muted">{t('payments.toCredit', { credit: format.money(credit) })}</div>
          )}
        </>
      ),
    },
  ];
}
