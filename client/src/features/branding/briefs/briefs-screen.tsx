import '../styles/briefs.css';
import { ROUNDS_INCLUDED } from '@qafila/shared/branding/brief-clock.rules';
import type { BriefRow } from '@qafila/shared/branding/brief-views';
import { Link } from '@tanstack/react-router';
import { PenTool, Plus } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../../lib/address';
import { useFormats } from '../../../lib/i18n/format';
import { usePermission } from '../../../lib/session';
import { usePages } from '../../../lib/use-pages';
import { Button, LinkButton } from '../../../ui/button';
import { Code } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { PagedList } from '../../../ui/paged-list';
import { Segments } from '../../../ui/segments';
import { TableSkeleton } from '../../../ui/skeleton';
import { EmptyState } from '../../../ui/states';
import { BrandNav } from '../brand-nav';
import { BRIEF_TABS, BRIEFS_KEY, type BriefTab, loadBriefs } from './api';
import { BriefStateChip, MoveChip } from './brief-state';
import { Rounds } from './rounds';

/** The company's briefs: where each stands and whose move it is. */
export function BriefsScreen(): ReactNode {
  const { t } = useTranslation('briefs');
  const mayWrite = usePermission('brief:write');
  const [tab, setTab] = useAddressValue<BriefTab>('tab', BRIEF_TABS, 'open');
  const pages = usePages([...BRIEFS_KEY, 'list', tab], (after, signal) => loadBriefs(tab, after, signal));
  const begin = (
    <LinkButton to="/brand/briefs/new" kind="primary" icon={Plus}>
      {t('list.new')}
    </LinkButton>
  );
  return (
    <Page title={t('list.title')} sub={t('list.sub')} actions={mayWrite ? begin : undefined}>
      <div className="stack">
        <BrandNav />
        <Segments
          label={t('list.which')}
          value={tab}
          onChange={setTab}
          options={BRIEF_TABS.map((value) => ({ value, text: t(`tab.${value}`) }))}
        />
        <PagedList
          pages={pages}
          skeleton={<TableSkeleton rows={3} columns={4} />}
          empty={<NoBriefs tab={tab} mayWrite={mayWrite} onAll={() => setTab('all')} />}
        >
          <ul className="brief-rows">
            {pages.rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        </PagedList>
      </div>
    </Page>
  );
}

interface NoBriefsProps {
  readonly tab: BriefTab;
  readonly mayWrite: boolean;
  readonly onAll: () => void;
}

function NoBriefs({ tab, mayWrite, onAll }: NoBriefsProps): ReactNode {
  const { t } = useTranslation('briefs');
  const action =
    tab === 'over' ? (
      <Button onClick={onAll}>{t('list.showAll')}</Button>
    ) : (
      mayWrite && <LinkButton to="/brand/briefs/new">{t('list.new')}</LinkButton>
    );
  return (
    <EmptyState icon={PenTool} title={t(`list.empty.${tab}`)} action={action}>
      {t(tab === 'over' ? 'list.emptyOver' : mayWrite ? 'list.emptyText' : 'list.emptyRead', {
        rounds: ROUNDS_INCLUDED.value,
      })}
    </EmptyState>
  );
}

function Row({ row }: { readonly row: BriefRow }): ReactNode {
  const { t } = useTranslation('briefs');
  const titleId = useId();
  return (
    <li className="card brief-row" aria-labelledby={titleId}>
      <div className="brief-row-head">
        <Link to={`/brand/briefs/${row.id}`} className="brief-link" id={titleId}>
          <bdi>{row.title === '' ? t('list.untitled') : row.title}</bdi>
        </Link>
        <span className="small muted">
          <bdi>{row.brand.nameLatin}</bdi> · <Code>{row.code}</Code>
        </span>
      </div>
      <div className="brief-row-state">
        <BriefStateChip state={row.state} />
        <MoveChip of={row} reader="trader" />
      </div>
      <Version row={row} />
      <When row={row} />
    </li>
  );
}

function Version({ row }: { readonly row: BriefRow }): ReactNode {
  const { t } = useTranslation('briefs');
  const { proof, openNotes } = row;
  return (
    <div className="brief-row-fact">
      <span>
        {proof ? t('version.named', { version: proof.version }) : t('version.none')}
        {proof && (
          <>
            {' · '}
            {t(`proofState.${proof.state}`)}
          </>
        )}
      </span>
      <span className="small muted">
        {openNotes > 0 ? t('list.openNotes', { count: openNotes }) : <Rounds of={row.rounds} />}
      </span>
    </div>
  );
}

/** The promise while the store works, the trader's own day beside it. */
function When({ row }: { readonly row: BriefRow }): ReactNode {
  const { t } = useTranslation('briefs');
  const format = useFormats();
  const isOpen = row.state !== 'approved' && row.state !== 'cancelled';
  const first =
    isOpen && row.promisedAt !== null
      ? t('list.promised', { when: format.dateTime(row.promisedAt) })
      : t('list.changed', { when: format.dateTime(row.changedAt) });
  return (
    <div className="brief-row-fact brief-row-when">
      <span>{first}</span>
      {row.deadline !== null && (
        <span className="small muted">{t('list.deadline', { date: format.date(row.deadline) })}</span>
      )}
    </div>
  );
}
