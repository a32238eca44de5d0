import './styles/oversight.css';
import type { AnswerOf } from '@qafila/shared/access/endpoint';
import { auditEventSpec, isAuditEvent } from '@qafila/shared/oversight/audit-events';
import { companyTrail, TRAIL_VIEWS } from '@qafila/shared/oversight/oversight.contract';
import { Link } from '@tanstack/react-router';
import { Eye, History, Store, UserRound, Workflow } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../lib/address';
import { call } from '../../lib/call';
import { useFormats } from '../../lib/i18n/format';
import { useLocale } from '../../lib/i18n/locale';
import { usePages } from '../../lib/use-pages';
import { Chip } from '../../ui/chip';
import { type Column, DataTable } from '../../ui/data-table';
import { Code } from '../../ui/money';
import { Page } from '../../ui/page';
import { PagedList } from '../../ui/paged-list';
import { Segments } from '../../ui/segments';
import { TableSkeleton } from '../../ui/skeleton';
import { EmptyState } from '../../ui/states';

type Row = AnswerOf<typeof companyTrail>['rows'][number];
const SIDE_ICON = { company: UserRound, store: Store, portal: Workflow } as const;

/** Who did it: a name and, unless he is of the company, from where. */
function Doer({ row }: { readonly row: Row }): ReactNode {
  const { t } = useTranslation('trail');
  const Icon = SIDE_ICON[row.side];
  return (
    <span className="trail-doer">
      <Icon size={15} aria-hidden />
      {row.person !== null && <bdi>{row.person}</bdi>}
      {row.side !== 'company' && (
        <Chip tone={row.side === 'store' ? 'info' : 'plain'} icon={null}>
          {t(row.isActing ? 'side.acting' : `side.${row.side}`)}
        </Chip>
      )}
      {row.actingReason !== null && (
        <span className="small muted">
          {row.actingReason.code !== null && `${t(`reason.${row.actingReason.code}`)}: `}
          <bdi>{row.actingReason.text}</bdi>
        </span>
      )}
    </span>
  );
}

/** The thing it happened to: an order by its code, somebody by his name, everything else by its kind. */
function Thing({ row }: { readonly row: Row }): ReactNode {
  const { t } = useTranslation('trail');
  if (row.code !== null && row.subjectId !== null)
    return (
      <Link to="/orders/$id" params={{ id: row.subjectId }}>
        <Code>{row.code}</Code>
      </Link>
    );
  if (row.subjectName !== null) return <bdi>{row.subjectName}</bdi>;
  const kind = row.subjectKind === null ? 'none' : row.subjectKind.replaceAll('-', '_');
  return <span className="muted">{t(`thing.${kind}`, { defaultValue: t('thing.other') })}</span>;
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation('trail');
  const format = useFormats();
  const { locale } = useLocale();
  return useMemo(
    () => [
      {
        key: 'at',
        head: t('when'),
        cell: (row) => <span className="nowrap">{format.dateTime(row.at)}</span>,
      },
      {
        key: 'event',
        head: t('what'),
        cell: (row) => (
          <span className="trail-what">
            {isAuditEvent(row.event) ? auditEventSpec(row.event)[locale] : row.event}
            {isAuditEvent(row.event) && auditEventSpec(row.event).isRead && (
              <Eye size={14} role="img" aria-label={t('look')} />
            )}
          </span>
        ),
      },
      { key: 'who', head: t('who'), cell: (row) => <Doer row={row} /> },
      { key: 'thing', head: t('about'), cell: (row) => <Thing row={row} /> },
    ],
    [t, format, locale],
  );
}

/** The company’s own trail: who did what, and who of the store looked at its data. */
export function TrailScreen(): ReactNode {
  const { t } = useTranslation('trail');
  const [view, setView] = useAddressValue('view', TRAIL_VIEWS, 'all');
  const pages = usePages(['trail', view], (after, signal) =>
    call(companyTrail, { query: { view, ...(after ? { after } : {}) }, signal }),
  );
  const columns = useColumns();
  return (
    <Page title={t('title')} sub={t('sub')}>
      <div className="stack">
        <div>
          <Segments
            label={t('views')}
            value={view}
            onChange={setView}
            options={TRAIL_VIEWS.map((each) => ({ value: each, text: t(`view.${each}`) }))}
          />
        </div>
        <PagedList
          pages={pages}
          skeleton={<TableSkeleton rows={10} columns={4} />}
          empty={
            <EmptyState
              icon={view === 'looks' ? Eye : History}
              title={t(view === 'looks' ? 'noLooks' : 'empty')}
            >
              {t(view === 'looks' ? 'noLooksText' : 'emptyText')}
            </EmptyState>
          }
        >
          <DataTable
            caption={t('title')}
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
