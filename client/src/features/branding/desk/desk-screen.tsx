import '../styles/briefs.css';
import '../styles/desk.css';
import { type DesignRow, QUEUE_FILTERS, type QueueFilter } from '@qafila/shared/branding/brief-views';
import { Link, useNavigate } from '@tanstack/react-router';
import { ClipboardCheck, Inbox } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../../lib/address';
import { useFormats } from '../../../lib/i18n/format';
import { usePages } from '../../../lib/use-pages';
import { Button, LinkButton } from '../../../ui/button';
import { type Column, DataTable } from '../../../ui/data-table';
import { Code } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { PagedList } from '../../../ui/paged-list';
import { Segments } from '../../../ui/segments';
import { TableSkeleton } from '../../../ui/skeleton';
import { EmptyState } from '../../../ui/states';
import { BriefStateChip } from '../briefs/brief-state';
import { DESK_KEY, loadQueue } from './api';
import { BrandMark } from './brand-mark';
import { DueChip } from './due-chip';

/** What waits for the design team, the first due first; what waits for its trader stands last. */
export function DeskScreen(): ReactNode {
  const { t } = useTranslation(['desk', 'briefs']);
  const navigate = useNavigate();
  const [filter, setFilter] = useAddressValue<QueueFilter>('filter', QUEUE_FILTERS, 'all');
  const pages = usePages([...DESK_KEY, 'queue', filter], (after, signal) => loadQueue(filter, after, signal));
  const counts = pages.first?.counts;
  const columns = useColumns();
  return (
    <Page
      title={t('queue.title')}
      sub={t('queue.sub')}
      actions={
        <LinkButton to="/design/specs" icon={ClipboardCheck}>
          {t('queue.toChecks')}
        </LinkButton>
      }
    >
      <div className="stack">
        <Segments
          label={t('queue.which')}
          value={filter}
          onChange={setFilter}
          options={QUEUE_FILTERS.map((value) => ({
            value,
            text: counts
              ? t('queue.filterCount', { filter: t(`queue.filter.${value}`), number: counts[value] ?? 0 })
              : t(`queue.filter.${value}`),
          }))}
        />
        <PagedList
          pages={pages}
          skeleton={<TableSkeleton columns={6} />}
          empty={
            <EmptyState
              icon={Inbox}
              title={t(`queue.empty.${filter}`)}
              action={
                filter !== 'all' && <Button onClick={() => setFilter('all')}>{t('queue.showAll')}</Button>
              }
            >
              {t('queue.emptyText')}
            </EmptyState>
          }
        >
          <DataTable
            caption={t('queue.title')}
            columns={columns}
            rows={pages.rows}
            rowKey={(row) => row.id}
            onOpen={(row) => void navigate({ to: '/design/briefs/$id', params: { id: row.id } })}
            cards
          />
        </PagedList>
      </div>
    </Page>
  );
}

function useColumns(): readonly Column<DesignRow>[] {
  const { t } = useTranslation(['desk', 'briefs']);
  return useMemo(
    () => [
      { key: 'brief', head: t('queue.brief'), cell: (row) => <BriefCell row={row} /> },
      { key: 'brand', head: t('queue.brand'), cell: (row) => <BrandMark brand={row.brand} /> },
      { key: 'state', head: t('queue.state'), cell: (row) => <BriefStateChip state={row.state} /> },
      { key: 'due', head: t('queue.due'), cell: (row) => <DueChip due={row.dueAt} /> },
      { key: 'version', head: t('queue.version'), cell: (row) => <VersionCell row={row} /> },
      { key: 'people', head: t('queue.people'), cell: (row) => <PeopleCell row={row} /> },
    ],
    [t],
  );
}

function BriefCell({ row }: { readonly row: DesignRow }): ReactNode {
  const { t } = useTranslation(['desk', 'briefs']);
  const format = useFormats();
  return (
    <>
      <Link to="/design/briefs/$id" params={{ id: row.id }} className="row-link">
        <bdi>{row.title || t('briefs:list.untitled')}</bdi>
      </Link>
      <br />
      <span className="small muted">
        <Code>{row.code}</Code>
        {row.deadline !== null && <> · {t('briefs:list.deadline', { date: format.date(row.deadline) })}</>}
      </span>
    </>
  );
}

function VersionCell({ row }: { readonly row: DesignRow }): ReactNode {
  const { t } = useTranslation(['desk', 'briefs']);
  return (
    <>
      {row.proof ? (
        <>
          {t('briefs:version.named', { version: row.proof.version })} ·{' '}
          {t(`briefs:proofState.${row.proof.state}`)}
        </>
      ) : (
        t('briefs:version.none')
      )}
      <br />
      <span className="small muted">
        {row.openTodos > 0
          ? t('queue.todos', { count: row.openTodos })
          : t('briefs:rounds.used', {
              used: row.rounds.used,
              all: row.rounds.included + row.rounds.bought,
            })}
      </span>
    </>
  );
}

function PeopleCell({ row }: { readonly row: DesignRow }): ReactNode {
  const { t } = useTranslation('desk');
  return (
    <>
      {row.assignee ? <bdi>{row.assignee.name}</bdi> : <span className="attention">{t('queue.nobody')}</span>}
      {row.gatekeeper && (
        <>
          <br />
          <span className="small muted">
            {t('queue.gate')} <bdi>{row.gatekeeper.name}</bdi>
          </span>
        </>
      )}
    </>
  );
}
