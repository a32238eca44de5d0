import '../styles/specs.css';
import type { DesignSpecRow } from '@qafila/shared/branding/production-spec-views';
import { SPEC_FILTERS } from '@qafila/shared/branding/production-specs.contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft, ClipboardCheck } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../../lib/address';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { spanText } from '../../../lib/i18n/span';
import { usePages } from '../../../lib/use-pages';
import { Button, LinkButton } from '../../../ui/button';
import { type Column, DataTable } from '../../../ui/data-table';
import { Code } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { PagedList } from '../../../ui/paged-list';
import { Segments } from '../../../ui/segments';
import { TableSkeleton } from '../../../ui/skeleton';
import { EmptyState } from '../../../ui/states';
import { CHECKS_KEY, loadChecks, type SpecFilter } from './api';
import { SpecStateChip } from './spec-state';
import { useProductNames } from './use-product-names';

/** Production specs that wait for their technical check, the longest waiting first; or all that were ever signed. */
export function ChecksScreen(): ReactNode {
  const { t } = useTranslation(['checks', 'specs']);
  const navigate = useNavigate();
  const [filter, setFilter] = useAddressValue<SpecFilter>('filter', SPEC_FILTERS, 'waiting');
  const pages = usePages([...CHECKS_KEY, 'list', filter], (after, signal) =>
    loadChecks(filter, after, signal),
  );
  const columns = useColumns();
  return (
    <Page
      title={t('queue.title')}
      sub={t('queue.sub')}
      actions={
        <LinkButton to="/design" icon={ArrowLeft} flipIcon>
          {t('queue.toBriefs')}
        </LinkButton>
      }
    >
      <div className="stack">
        <Segments
          label={t('queue.which')}
          value={filter}
          onChange={setFilter}
          options={SPEC_FILTERS.map((value) => ({ value, text: t(`queue.filter.${value}`) }))}
        />
        <PagedList
          pages={pages}
          skeleton={<TableSkeleton columns={6} />}
          empty={
            <EmptyState
              icon={ClipboardCheck}
              title={t(`queue.empty.${filter}`)}
              action={
                filter === 'waiting' && <Button onClick={() => setFilter('all')}>{t('queue.showAll')}</Button>
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
            onOpen={(row) => void navigate({ to: '/design/specs/$id', params: { id: row.id } })}
            cards
          />
        </PagedList>
      </div>
    </Page>
  );
}

function useColumns(): readonly Column<DesignSpecRow>[] {
  const { t } = useTranslation(['checks', 'specs']);
  const namesOf = useProductNames();
  return useMemo(
    () => [
      { key: 'spec', head: t('queue.spec'), cell: (row) => <SpecCell row={row} /> },
      { key: 'brand', head: t('queue.brand'), cell: (row) => <BrandCell row={row} /> },
      { key: 'products', head: t('specs:content.products'), cell: (row) => namesOf(row.products) },
      { key: 'state', head: t('queue.state'), cell: (row) => <SpecStateChip of={row} /> },
      { key: 'signed', head: t('queue.signed'), cell: (row) => <SignedCell row={row} /> },
      { key: 'maker', head: t('queue.maker'), cell: (row) => <MakerCell row={row} /> },
    ],
    [t, namesOf],
  );
}

interface CellProps {
  readonly row: DesignSpecRow;
}

function SpecCell({ row }: CellProps): ReactNode {
  return (
    <>
      <Link to="/design/specs/$id" params={{ id: row.id }} className="row-link">
        <bdi>{row.name}</bdi>
      </Link>
      <br />
      <span className="small muted">
        <Code>{row.code}</Code>
      </span>
    </>
  );
}

function BrandCell({ row }: CellProps): ReactNode {
  return (
    <>
      <bdi>{row.brand.nameLatin}</bdi>
      <br />
      <span className="small muted">
        <Code>{row.brand.code}</Code>
      </span>
    </>
  );
}

function SignedCell({ row }: CellProps): ReactNode {
  const { locale } = useLocale();
  const format = useFormats();
  if (row.approvedAt === null) return null;
  return (
    <span title={format.dateTime(row.approvedAt)}>
      {spanText(Date.parse(row.approvedAt) - Date.now(), locale)}
    </span>
  );
}

function MakerCell({ row }: CellProps): ReactNode {
  const { t } = useTranslation('checks');
  return (
    <>
      {row.madeBy !== null && <bdi>{row.madeBy}</bdi>}
      {row.isMaker && row.state === 'draft' && (
        <>
          <br />
          <span className="small attention">{t('queue.yours')}</span>
        </>
      )}
    </>
  );
}
