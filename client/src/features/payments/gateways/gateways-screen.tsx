import '../styles/payments.css';
import '../styles/gateways.css';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMedia } from '../../../lib/use-media';
import { Button } from '../../../ui/button';
import { SideSheet } from '../../../ui/dialog';
import { SelectField, TextField } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { PagedList } from '../../../ui/paged-list';
import { Segments } from '../../../ui/segments';
import { TableSkeleton } from '../../../ui/skeleton';
import { EmptyState } from '../../../ui/states';
import { AttemptDetail } from './attempt-detail';
import { AttemptList } from './attempt-list';
import { GatewayCards } from './gateway-cards';
import { GATEWAY_NAMES } from './gateway-names';
import { type AttemptFilters, GATEWAYS, STATES, useAttemptFilters, useAttempts, VIEWS } from './use-gateways';

/** Online payments for finance: what needs a look, disputes, every attempt, and the gateways themselves. */
export function GatewaysScreen(): ReactNode {
  const { t } = useTranslation('gateways');
  const filters = useAttemptFilters();
  const [q, setQ] = useState('');
  const pages = useAttempts(filters, q.trim());
  const counts = pages.first?.counts;
  const { view, setView } = filters;
  const options = VIEWS.map((value) => ({
    value,
    text: (
      <ViewName view={value} count={value === 'look' || value === 'disputes' ? counts?.[value] : undefined} />
    ),
  }));
  return (
    <Page title={t('title')} sub={t('sub')}>
      <div className="stack">
        <div className="desk-tools">
          <Segments label={t('view')} options={options} value={view} onChange={setView} />
        </div>
        {view === 'gateways' ? (
          <GatewayCards />
        ) : (
          <>
            {view === 'all' && <Filters filters={filters} q={q} onQ={setQ} />}
            <Attempts filters={filters} pages={pages} />
          </>
        )}
      </div>
    </Page>
  );
}

interface ViewNameProps {
  readonly view: (typeof VIEWS)[number];
  readonly count: number | undefined;
}

function ViewName({ view, count }: ViewNameProps): ReactNode {
  const { t } = useTranslation('gateways');
  return (
    <>
      {t(`views.${view}`)} {count !== undefined && <bdi className="segment-count">{count}</bdi>}
    </>
  );
}

interface FiltersProps {
  readonly filters: AttemptFilters;
  readonly q: string;
  readonly onQ: (q: string) => void;
}

function Filters({ filters, q, onQ }: FiltersProps): ReactNode {
  const { t } = useTranslation('gateways');
  const { gateway, setGateway, state, setState } = filters;
  return (
    <div className="gateway-filters">
      <TextField label={t('filter.order')} dir="ltr" type="search" value={q} onChange={onQ} />
      <SelectField
        label={t('filter.gateway')}
        value={gateway}
        options={GATEWAYS.map((value) => ({
          value,
          text: value === 'any' ? t('filter.any') : GATEWAY_NAMES[value],
        }))}
        onChange={(value) => setGateway(value as (typeof GATEWAYS)[number])}
      />
      <SelectField
        label={t('filter.state')}
        value={state}
        options={STATES.map((value) => ({
          value,
          text: value === 'any' ? t('filter.any') : t(`state.${value}`),
        }))}
        onChange={(value) => setState(value as (typeof STATES)[number])}
      />
    </div>
  );
}

interface AttemptsProps {
  readonly filters: AttemptFilters;
  readonly pages: ReturnType<typeof useAttempts>;
}

function Attempts({ filters, pages }: AttemptsProps): ReactNode {
  const { t } = useTranslation('gateways');
  const { view, setView, open, setOpen } = filters;
  const isNarrow = useMedia('(max-width: 1099px)');
  // Beside the list something is always open; over it only what was asked for.
  const shown = open ?? (isNarrow ? null : (pages.rows[0]?.id ?? null));
  const detail = shown !== null && <AttemptDetail key={shown} id={shown} />;
  return (
    <PagedList
      pages={pages}
      skeleton={<TableSkeleton columns={5} />}
      empty={
        <EmptyState
          title={t(`empty.${view}Title`)}
          action={view !== 'all' && <Button onClick={() => setView('all')}>{t('empty.showAll')}</Button>}
        >
          {t(`empty.${view}Text`)}
        </EmptyState>
      }
    >
      <div className="desk">
        <AttemptList rows={pages.rows} openId={shown} onOpen={setOpen} />
        {!isNarrow && <div className="desk-detail">{detail}</div>}
      </div>
      {isNarrow && (
        <SideSheet
          title={t('detail.label')}
          isOpen={open !== null}
          onClose={() => setOpen(null)}
          side="bottom"
          size="86%"
        >
          <div className="desk-sheet">{detail}</div>
        </SideSheet>
      )}
    </PagedList>
  );
}
