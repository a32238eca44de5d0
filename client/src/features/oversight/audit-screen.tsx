import './styles/oversight.css';
import type { AnswerOf } from '@qafila/shared/access/endpoint';
import { auditTrail } from '@qafila/shared/oversight/oversight.contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
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
import { EventFilter } from './event-filter';
import { EventName } from './event-name';
import { IdCell } from './id-cell';

type AuditRow = AnswerOf<typeof auditTrail>['rows'][number];

function useColumns(onEvent: (event: string) => void): readonly Column<AuditRow>[] {
  const { t } = useTranslation('oversight');
  const format = useFormats();
  return useMemo(
    () => [
      {
        key: 'at',
        head: t('audit.when'),
        cell: (row) => <span className="nowrap">{format.dateTime(row.at)}</span>,
      },
      {
        key: 'event',
        head: t('audit.event'),
        cell: (row) => <EventName event={row.event} onPick={onEvent} />,
      },
      {
        key: 'person',
        head: t('audit.person'),
        cell: (row) => <IdCell id={row.personId} label={t('audit.person')} none={t('audit.system')} />,
      },
      {
        key: 'company',
        head: t('audit.company'),
        cell: (row) => <IdCell id={row.companyId} label={t('audit.company')} none={t('audit.none')} />,
      },
      {
        key: 'subject',
        head: t('audit.subject'),
        cell: (row) => <IdCell id={row.subject} label={t('audit.subject')} none={t('audit.none')} />,
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
    ],
    [t, format, onEvent],
  );
}

/** The audit trail, for the privacy and security officer: ids, never contents. */
export function AuditScreen(): ReactNode {
  const { t } = useTranslation('oversight');
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const event = typeof search.event === 'string' ? search.event : '';
  const setEvent = useMemo(
    () => (next: string) => void navigate({ to: '.', search: next === '' ? {} : { event: next } }),
    [navigate],
  );
  const pages = usePages(['audit', event], (after, signal) =>
    call(auditTrail, { query: { ...(event ? { event } : {}), ...(after ? { after } : {}) }, signal }),
  );
  const columns = useColumns(setEvent);
  const known = [...new Set(pages.rows.map((row) => row.event))].sort();
  return (
    <Page title={t('audit.title')} sub={t('audit.sub')}>
      <div className="stack">
        <EventFilter key={event} event={event} known={known} onChange={setEvent} />
        <PagedList
          pages={pages}
          skeleton={<TableSkeleton rows={10} columns={6} />}
          empty={
            <EmptyState
              icon={Link2}
              title={t('audit.empty')}
              action={event !== '' && <Button onClick={() => setEvent('')}>{t('audit.clear')}</Button>}
            >
              {t(event === '' ? 'audit.emptyText' : 'audit.emptyFiltered')}
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
