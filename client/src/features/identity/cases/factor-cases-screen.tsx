import '../styles/identity.css';
import type { AnswerOf } from '@qafila/shared/access/endpoint';
import { FACTOR_CASE_QUEUES, listFactorCases } from '@qafila/shared/identity/lost-factor.contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../../lib/address';
import { call } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { type Column, DataTable } from '../../../ui/data-table';
import { Page } from '../../../ui/page';
import { Segments } from '../../../ui/segments';
import { TableSkeleton } from '../../../ui/skeleton';
import { EmptyState, ErrorState } from '../../../ui/states';
import { CaseChip } from './case-chip';

type Row = AnswerOf<typeof listFactorCases>['rows'][number];
export const casesKey = ['factor-cases'];

/** People who lost every factor and ask to enrol again: oldest first. */
export function FactorCasesScreen(): ReactNode {
  const { t } = useTranslation('identity');
  const [queue, setQueue] = useAddressValue('queue', FACTOR_CASE_QUEUES, 'waiting');
  const list = useQuery({
    queryKey: [...casesKey, queue],
    queryFn: () => call(listFactorCases, { query: { queue } }),
    staleTime: 0,
  });
  return (
    <Page title={t('cases.title')} sub={t('cases.lead')}>
      <Segments
        label={t('cases.queue')}
        value={queue}
        onChange={setQueue}
        options={FACTOR_CASE_QUEUES.map((value) => ({ value, text: t(`cases.${value}`) }))}
      />
      {list.isPending && <TableSkeleton columns={4} />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.rows.length === 0 && (
        <EmptyState icon={KeyRound} title={t(`cases.none.${queue}`)}>
          {t('cases.noneText')}
        </EmptyState>
      )}
      {list.data && list.data.rows.length > 0 && <Cases rows={list.data.rows} />}
    </Page>
  );
}

function Cases({ rows }: { readonly rows: readonly Row[] }): ReactNode {
  const { t } = useTranslation('identity');
  const format = useFormats();
  const { locale } = useLocale();
  const navigate = useNavigate();
  const columns: readonly Column<Row>[] = [
    {
      key: 'person',
      head: t('cases.person'),
      cell: (row) => (
        <>
          <Link to={`/staff/lost-factors/${row.id}`} className="row-link">
            <bdi>{row.person.name}</bdi>
          </Link>
          <div className="small muted">
            {row.company ? (
              <bdi>{(locale === 'ar' ? row.company.nameArabic : null) ?? row.company.nameLatin}</bdi>
            ) : (
              t('app:staff')
            )}
          </div>
        </>
      ),
    },
    { key: 'state', head: t('cases.stateHead'), cell: (row) => <CaseChip state={row.state} /> },
    { key: 'opened', head: t('cases.opened'), cell: (row) => format.dateTime(row.openedAt) },
    {
      key: 'approvals',
      head: t('cases.approvals'),
      cell: (row) => (
        <span className="nowrap">{t('cases.approvalsOf', { given: format.number(row.approvals) })}</span>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('cases.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      onOpen={(row) => void navigate({ to: `/staff/lost-factors/${row.id}` })}
      cards
    />
  );
}
