import './styles/oversight.css';
import type { AnswerOf } from '@qafila/shared/access/endpoint';
import { auditTrail } from '@qafila/shared/oversight/oversight.contract';
import { Link2 } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/call';
import { useFormats } from '../../lib/i18n/format';
import { usePages } from '../../lib/use-pages';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { type Column, DataTable } from '../../ui/data-table';
import { Page } from '../../ui/page';
import { PagedList } from '../../ui/paged-list';
import { TableSkeleton } from '../../ui/skeleton';
import { EmptyState } from '../../ui/states';
import { type AuditFilters, queryOf, useAuditFilters } from './audit-address';
import { AuditFilterRow } from './audit-filters';
import { EventName } from './event-name';
import { IdCell } from './id-cell';

type AuditRow = AnswerOf<typeof auditTrail>['rows'][number];

function useColumns(narrow: (some: Partial<AuditFilters>) => void): readonly Column<AuditRow>[] {
  const { t } = useTranslation('oversight');
  const format = useFormats();
  return useMemo(() => {
    const id = (filter: 'person' | 'company' | 'subject', value: string | null, none: string): ReactNode => (
      <IdCell
        id={value}
        label={t(`audit.${filter}`)}
        none={none}
        onPick={(picked) => narrow({ [filter]: picked })}
      />
    );
    return [
      {
        key: 'at',
        head: t('audit.when'),
        cell: (row) => <span className="nowrap">{format.dateTime(row.at)}</span>,
      },
      {
        key: 'event',
        head: t('audit.event'),
        cell: (row) => <EventName event={row.event} onPick={(event) => narrow({ event })} />,
      },
      {
        key: 'person',
        head: t('audit.person'),
        cell: (row) => id('person', row.personId, t('audit.system')),
      },
      {
        key: 'company',
        head: t('audit.company'),
        cell: (row) => id('company', row.companyId, t('audit.none')),
      },
      {
        key: 'subject',
        head: t('audit.subject'),
        cell: (row) => id('subject', row.subject, t('audit.none')),
      },
      {
        key: 'chain',
        head: t('audit.chain'),
        cell: (row) =>
          row.isChained ? (
            <Chip tone="ok" icon={Link2}>
              {t('audit.chained')}
            </Chip>
          ) : (
            <Chip tone="warn">{t('audit.waiting')}</Chip>
          ),
      },
    ];
  }, [t, format, narrow]);
}

/** The audit trail, for the privacy and security officer: ids, never contents. */
export function AuditScreen(): ReactNode {
  const { t } = useTranslation('oversight');
  const { filters, set, clear } = useAuditFilters();
  const query = queryOf(filters);
  const pages = usePages(['audit', query], (after, signal) =>
    call(auditTrail, { query: { ...query, ...(after ? { after } : {}) }, signal }),
  );
  const columns = useColumns(set);
  const isNarrowed = Object.keys(query).length > 0;
  return (
    <Page title={t('audit.title')} sub={t('audit.sub')}>
      <div className="stack">
        <AuditFilterRow filters={filters} onChange={set} onClear={clear} />
        <PagedList
          pages={pages}
          skeleton={<TableSkeleton rows={10} columns={6} />}
          empty={
            <EmptyState
              icon={Link2}
              title={t('audit.empty')}
              action={isNarrowed && <Button onClick={clear}>{t('audit.clear')}</Button>}
            >
              {t(isNarrowed ? 'audit.emptyFiltered' : 'audit.emptyText')}
            </EmptyState>
          }
        >
          <DataTable
            caption={t('audit.title')}
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
