import '../styles/packaging.css';
import type { PackagingRow } from '@qafila/shared/branding/packaging.contract';
import { styleOf } from '@qafila/shared/branding/packaging-catalogue';
import { isCurrency } from '@qafila/shared/kernel/currency';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { Page } from '../../../ui/page';
import { Segments } from '../../../ui/segments';
import { TableSkeleton } from '../../../ui/skeleton';
import { EmptyState, ErrorState } from '../../../ui/states';
import { BrandNav } from '../brand-nav';
import { packagingListQuery } from './api';
import { Catalogue } from './catalogue';
import { StateChip } from './state-chip';

/** The company's packaging, and the catalogue to begin another one from. */
export function PackagingListScreen(): ReactNode {
  const { t } = useTranslation('packaging');
  const [isArchived, setArchived] = useState(false);
  const list = useQuery(packagingListQuery(isArchived));
  const rows = list.data?.rows ?? [];
  const currency = list.data?.currency;
  return (
    <Page title={t('list.title')} sub={t('list.sub')}>
      <div className="stack stack-wide">
        <BrandNav />
        <Segments
          label={t('list.which')}
          value={isArchived ? 'archive' : 'live'}
          options={[
            { value: 'live', text: t('list.live') },
            { value: 'archive', text: t('list.archive') },
          ]}
          onChange={(value) => setArchived(value === 'archive')}
        />
        {list.isPending && <TableSkeleton rows={3} columns={3} />}
        {list.isError && (
          <ErrorState error={list.error} what={t('list.failed')} onRetry={() => void list.refetch()} />
        )}
        {list.isSuccess && rows.length === 0 && (
          <EmptyState title={t(isArchived ? 'list.emptyArchive' : 'list.empty')}>
            {t(isArchived ? 'list.emptyArchiveText' : 'list.emptyText')}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <ul className="packaging-rows">
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        )}
        {list.data?.mayEdit && !isArchived && isCurrency(currency) && <Catalogue currency={currency} />}
      </div>
    </Page>
  );
}

function Row({ row }: { readonly row: PackagingRow }): ReactNode {
  const { t } = useTranslation('packaging');
  const format = useFormats();
  const kind = format.words(styleOf(row.style).name);
  const own = ['flatWidth', 'flatHeight'] as const;
  const order = row.source === 'own' ? own : styleOf(row.style).measures.map((measure) => measure.of);
  const sizes = order
    .flatMap((of) => row.dims[of] ?? [])
    .map(format.number)
    .join(' × ');
  return (
    <li className="card packaging-row">
      <span>
        <Link to={`/brand/packaging/${row.id}`} className="packaging-link">
          <bdi>{row.name}</bdi>
        </Link>
        <br />
        <span className="small muted">
          {row.source === 'own' ? t('list.own', { kind }) : kind} ·{' '}
          {t('list.sizes', { sizes: format.isolate(sizes) })}
        </span>
      </span>
      <span className="small">
        {row.unitPrice ? format.unitPrice(row.unitPrice) : t('terms.onRequest')}
        <br />
        <span className="muted">
          {t('catalogue.from', { count: row.minimumPieces })} · {t('terms.days', { count: row.leadDays })}
        </span>
      </span>
      <StateChip state={row.state} />
    </li>
  );
}
