import '../styles/application.css';
import { countryName } from '@qafila/shared/kernel/country-name';
import { listApplications } from '@qafila/shared/traders/application.contract';
import { QUEUE_TABS, type QueueRow, type QueueTab } from '@qafila/shared/traders/application-views';
import { formatDay } from '@qafila/shared/traders/hijri';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../../lib/address';
import { call } from '../../../lib/call';
import { type Formats, useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { usePages } from '../../../lib/use-pages';
import { Chip } from '../../../ui/chip';
import { type Column, DataTable } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { PagedList } from '../../../ui/paged-list';
import { Segments } from '../../../ui/segments';
import { TableSkeleton } from '../../../ui/skeleton';
import { EmptyState } from '../../../ui/states';
import { DueChip, timeAgo } from './review-time';

/** Applications of every company, by what has to be done with them. */
export function ApplicationsScreen(): ReactNode {
  const { t } = useTranslation('review');
  const [tab, setTab] = useAddressValue<QueueTab>('tab', QUEUE_TABS, 'new');
  const navigate = useNavigate();
  const pages = usePages(['applications', tab], (after, signal) =>
    call(listApplications, { query: { tab, ...(after ? { after } : {}) }, signal }),
  );
  const counts = pages.first?.counts;
  const columns = useColumns(tab);
  const options = QUEUE_TABS.map((value) => ({
    value,
    text: counts ? t('tabCount', { tab: t(`tab.${value}`), count: counts[value] ?? 0 }) : t(`tab.${value}`),
  }));
  return (
    <Page title={t('queue.title')} sub={t('queue.sub')}>
      <div className="stack">
        <Segments label={t('queue.tabs')} options={options} value={tab} onChange={setTab} />
        <PagedList
          pages={pages}
          skeleton={<TableSkeleton columns={5} />}
          empty={<EmptyState title={t(`queue.empty.${tab}`)}>{t('queue.emptyText')}</EmptyState>}
        >
          <DataTable
            caption={t('queue.title')}
            columns={columns}
            rows={pages.rows}
            rowKey={(row) => `${row.id}/${row.confirmBy ?? ''}`}
            onOpen={(row) => void navigate({ to: '/staff/applications/$id', params: { id: row.id } })}
            cards
          />
        </PagedList>
      </div>
    </Page>
  );
}

function useColumns(tab: QueueTab): readonly Column<QueueRow>[] {
  const { t } = useTranslation('review');
  const format = useFormats();
  const { locale } = useLocale();
  return useMemo(() => {
    const company: Column<QueueRow> = {
      key: 'company',
      head: t('queue.company'),
      cell: (row) => <CompanyCell row={row} />,
    };
    const country: Column<QueueRow> = {
      key: 'country',
      head: t('queue.country'),
      cell: (row) => countryName(row.country, locale),
    };
    const age: Column<QueueRow> = {
      key: 'age',
      head: t('queue.age'),
      cell: (row) => <Age at={row.submittedAt} format={format} />,
    };
    if (tab === 'expiring')
      return [
        company,
        country,
        {
          key: 'confirmBy',
          head: t('queue.confirmBy'),
          cell: (row) => (row.confirmBy ? formatDay(row.confirmBy, locale) : null),
        },
        {
          key: 'companyState',
          head: t('queue.account'),
          cell: (row) => (
            <Chip tone={row.companyState === 'suspended' ? 'bad' : 'ok'}>
              {t(`companyState.${row.companyState}`)}
            </Chip>
          ),
        },
      ];
    const progress: Column<QueueRow> = {
      key: 'progress',
      head: t('queue.progress'),
      cell: (row) => <Progress row={row} />,
    };
    const last: Column<QueueRow> =
      tab === 'new'
        ? { key: 'due', head: t('queue.due'), cell: (row) => <DueChip due={row.dueAt} /> }
        : {
            key: 'decided',
            head: t('queue.decided'),
            cell: (row) => (row.decidedAt ? format.dateTime(row.decidedAt) : null),
          };
    return [company, country, age, progress, last];
  }, [t, format, locale, tab]);
}

function CompanyCell({ row }: { readonly row: QueueRow }): ReactNode {
  const { t } = useTranslation('review');
  const { locale } = useLocale();
  const [first, second] =
    locale === 'ar' && row.nameArabic ? [row.nameArabic, row.nameLatin] : [row.nameLatin, row.nameArabic];
  return (
    <span className="queue-company">
      <b>
        <bdi>{first}</bdi>
      </b>
      <span className="small muted">
        {second && <bdi>{second}</bdi>}
        {row.attempt > 1 && <span>{t('queue.attempt', { count: row.attempt })}</span>}
        {row.submissions > 1 && <span>{t('queue.submission', { count: row.submissions })}</span>}
        {row.kind === 'renewal' && <Chip tone="info">{t('queue.renewal')}</Chip>}
        {row.reviewer && <Chip tone="info">{t('queue.heldBy', { name: row.reviewer })}</Chip>}
      </span>
    </span>
  );
}

function Age({ at, format }: { readonly at: string | null; readonly format: Formats }): ReactNode {
  const { locale } = useLocale();
  return at ? (
    <time dateTime={at} title={format.dateTime(at)}>
      {timeAgo(at, locale)}
    </time>
  ) : null;
}

function Progress({ row }: { readonly row: QueueRow }): ReactNode {
  const { t } = useTranslation('review');
  return (
    <span className="inline">
      {t('queue.accepted', { accepted: row.accepted, total: row.total })}
      {row.changed > 0 && <Chip tone="warn">{t('queue.changed', { count: row.changed })}</Chip>}
    </span>
  );
}
