import '../styles/briefs.css';
import type { SpecRow } from '@qafila/shared/branding/production-spec-views';
import { Link } from '@tanstack/react-router';
import { FileCheck2 } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../../lib/address';
import { useFormats } from '../../../lib/i18n/format';
import { usePages } from '../../../lib/use-pages';
import { LinkButton } from '../../../ui/button';
import { Code } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { PagedList } from '../../../ui/paged-list';
import { Segments } from '../../../ui/segments';
import { TableSkeleton } from '../../../ui/skeleton';
import { EmptyState } from '../../../ui/states';
import { BrandNav } from '../brand-nav';
import { loadSpecs, SPEC_TABS, SPECS_KEY, type SpecTab } from './api';
import { SpecStateChip } from './spec-state';
import { useProductNames } from './use-product-names';

/** The company's production specs: what was signed, and which of them can be ordered with. */
export function SpecsScreen(): ReactNode {
  const { t } = useTranslation('specs');
  const [tab, setTab] = useAddressValue<SpecTab>('tab', SPEC_TABS, 'live');
  const pages = usePages([...SPECS_KEY, 'list', tab], (after, signal) => loadSpecs(tab, after, signal));
  return (
    <Page title={t('list.title')} sub={t('list.sub')}>
      <div className="stack">
        <BrandNav />
        <Segments
          label={t('list.which')}
          value={tab}
          onChange={setTab}
          options={SPEC_TABS.map((value) => ({ value, text: t(`tab.${value}`) }))}
        />
        <PagedList
          pages={pages}
          skeleton={<TableSkeleton rows={3} columns={4} />}
          empty={
            <EmptyState
              icon={FileCheck2}
              title={t(`list.empty.${tab}`)}
              action={tab === 'live' && <LinkButton to="/brand/briefs">{t('list.toBriefs')}</LinkButton>}
            >
              {t(`list.emptyText.${tab}`)}
            </EmptyState>
          }
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

function Row({ row }: { readonly row: SpecRow }): ReactNode {
  const { t } = useTranslation(['specs', 'packaging']);
  const format = useFormats();
  const namesOf = useProductNames();
  const titleId = useId();
  return (
    <li className="card brief-row" aria-labelledby={titleId}>
      <div className="brief-row-head">
        <Link to={`/brand/specs/${row.id}`} className="brief-link" id={titleId}>
          <bdi>{row.name}</bdi>
        </Link>
        <span className="small muted">
          <bdi>{row.brand.nameLatin}</bdi> · <Code>{row.code}</Code>
        </span>
      </div>
      <div className="brief-row-state">
        <SpecStateChip of={row} />
      </div>
      <div className="brief-row-fact">
        <span>{namesOf(row.products)}</span>
        <When row={row} />
      </div>
      <div className="brief-row-fact">
        <span>{t('packaging:catalogue.price', { price: format.unitMoney(row.unitPrice) })}</span>
        <span className="small muted">
          {t('packaging:catalogue.from', { count: row.minimumPieces })} ·{' '}
          {t('packaging:terms.days', { count: row.leadDays })}
        </span>
      </div>
    </li>
  );
}

/** Since when it is made; before that, when it was locked, and when it was signed. */
function When({ row }: { readonly row: SpecRow }): ReactNode {
  const { t } = useTranslation('specs');
  const { date } = useFormats();
  const moments = [
    ['released', row.releasedAt],
    ['locked', row.lockedAt],
    ['signed', row.approvedAt],
  ] as const;
  const last = moments.find(([, at]) => at !== null);
  const said = last?.[1] && t(`list.${last[0]}`, { when: date(last[1]) });
  return said && <span className="small muted">{said}</span>;
}
