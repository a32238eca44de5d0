import '../styles/acting.css';
import type { CompanyState } from '@qafila/shared/access/roles';
import { countryName } from '@qafila/shared/kernel/country-name';
import { listTraders, type TraderRow } from '@qafila/shared/traders/acting.contract';
import { companyLifecycle } from '@qafila/shared/traders/traders.lifecycle';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressValue } from '../../../lib/address';
import { call } from '../../../lib/call';
import { useFormats } from '../../../lib/i18n/format';
import { useLocale } from '../../../lib/i18n/locale';
import { usePages } from '../../../lib/use-pages';
import { Button } from '../../../ui/button';
import { Chip, type Tone } from '../../../ui/chip';
import { type Column, DataTable } from '../../../ui/data-table';
import { Code } from '../../../ui/money';
import { Page } from '../../../ui/page';
import { PagedList } from '../../../ui/paged-list';
import { Segments } from '../../../ui/segments';
import { TableSkeleton } from '../../../ui/skeleton';
import { EmptyState } from '../../../ui/states';
import { TraderFilters } from './trader-filters';

const VIEWS = ['all', ...companyLifecycle.states] as const;
export const STATE_TONE: Readonly<Record<CompanyState, Tone>> = {
  pending: 'warn',
  active: 'ok',
  suspended: 'bad',
  closed: 'plain',
};

/** Traders: found by any spelling of the name or by number, narrowed by state, country and account manager. */
export function TradersScreen(): ReactNode {
  const { t } = useTranslation('acting');
  const navigate = useNavigate();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const [view, setView] = useAddressValue('state', VIEWS, 'all');
  const q = typeof search.q === 'string' ? search.q : '';
  const country = typeof search.country === 'string' ? search.country : '';
  const isMine = search.mine === 'yes';
  const pages = usePages(['traders', view, q, country, isMine], (after, signal) =>
    call(listTraders, {
      query: {
        ...(q ? { q } : {}),
        ...(view === 'all' ? {} : { state: view }),
        ...(country ? { country } : {}),
        ...(isMine ? { mine: 'yes' as const } : {}),
        ...(after ? { after } : {}),
      },
      signal,
    }),
  );
  const columns = useColumns();
  const isFiltered = q !== '' || country !== '' || isMine || view !== 'all';
  const clear = (): void => void navigate({ to: '.', search: {} });
  return (
    <Page title={t('list.title')} sub={t('list.sub')}>
      <div className="stack">
        <Segments
          label={t('list.states')}
          value={view}
          onChange={setView}
          options={VIEWS.map((each) => ({ value: each, text: t(`state.${each}`) }))}
        />
        <TraderFilters q={q} country={country} isMine={isMine} countries={pages.first?.countries ?? []} />
        <PagedList
          pages={pages}
          skeleton={<TableSkeleton rows={8} columns={6} />}
          empty={
            <EmptyState
              icon={SearchX}
              title={t('list.empty')}
              action={isFiltered && <Button onClick={clear}>{t('list.clear')}</Button>}
            >
              {t(isFiltered ? 'list.emptyFiltered' : 'list.emptyText')}
            </EmptyState>
          }
        >
          <DataTable
            caption={t('list.title')}
            columns={columns}
            rows={pages.rows}
            rowKey={(row) => row.id}
            onOpen={(row) => void navigate({ to: `/staff/traders/${row.id}` })}
            cards
          />
        </PagedList>
      </div>
    </Page>
  );
}

function useColumns(): readonly Column<TraderRow>[] {
  const { t } = useTranslation('acting');
  const { locale } = useLocale();
  const format = useFormats();
  return useMemo(
    () => [
      {
        key: 'name',
        head: t('list.name'),
        cell: (row) => (
          <>
            <Link to={`/staff/traders/${row.id}`} className="row-link">
              <bdi>{(locale === 'ar' ? row.nameArabic : null) ?? row.nameLatin}</bdi>
            </Link>
            {row.nameArabic !== null && (
              <div className="small muted">
                <bdi>{locale === 'ar' ? row.nameLatin : row.nameArabic}</bdi>
              </div>
            )}
          </>
        ),
      },
      {
        key: 'number',
        head: t('list.number'),
        cell: (row) => (row.registrationNumber === null ? null : <Code>{row.registrationNumber}</Code>),
      },
      {
        key: 'state',
        head: t('list.state'),
        cell: (row) => <Chip tone={STATE_TONE[row.state]}>{t(`state.${row.state}`)}</Chip>,
      },
      { key: 'country', head: t('list.country'), cell: (row) => countryName(row.country, locale) },
      {
        key: 'manager',
        head: t('list.manager'),
        cell: (row) =>
          row.accountManager === null ? (
            <span className="small muted">{t('list.noManager')}</span>
          ) : (
            <bdi>{row.accountManager.name}</bdi>
          ),
      },
      {
        key: 'open',
        head: t('list.open'),
        isNumber: true,
        cell: (row) => (
          <span className="nowrap">
            {t('list.openCount', { count: row.openOrders })}
            {row.lastOrderAt !== null && (
              <span className="block small muted">{format.date(row.lastOrderAt)}</span>
            )}
          </span>
        ),
      },
    ],
    [t, locale, format],
  );
}
