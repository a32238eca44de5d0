import '../styles/grid.css';
import '../styles/draft.css';
import '../styles/reorder.css';
import type { OrderView } from '@qafila/shared/ordering/order-views';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useBlocker, useParams, useSearch } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/i18n/format';
import { useKeys } from '../../../lib/keys';
import { useSession } from '../../../lib/session';
import { usePhone } from '../../../lib/use-media';
import { Button } from '../../../ui/button';
import { Page } from '../../../ui/page';
import { TableSkeleton } from '../../../ui/skeleton';
import { EmptyState, ErrorState } from '../../../ui/states';
import { brandsQuery, catalogueQuery, orderQuery } from '../api';
import { AimProvider, useAim, useLanding, useReasonOfAddress } from '../draft/aim';
import { DraftByline } from '../draft/draft-byline';
import { DraftProvider, useDraft, useDraftBrand, useDraftParts } from '../draft/draft-context';
import { DraftStore } from '../draft/draft-store';
import { GoneGoods } from '../draft/gone-goods';
import { specsFor } from '../draft/pack-choice';
import { PartSwitch, useDraftPart } from '../draft/part-switch';
import { countOf } from '../draft/save-queue';
import { SaveTrouble, SaveWord } from '../draft/save-word';
import { Summary, SummaryBar } from '../draft/summary';
import { GridFilters, NO_FILTER, useGridFilter } from '../grid/grid-filters';
import { OrderGrid, type ProductGroup } from '../grid/order-grid';
import { ProductCards } from '../grid/product-card';
import { filterProducts, searchTextOf } from '../grid/product-filter';
import { isInOtherHands } from '../order/draft-hands';
import { RecipientsPanel } from '../recipients/recipients-panel';
import { ReorderNotice } from '../reorder/reorder-notice';

/** A draft in the grid: everything about it on one screen, saved by itself. */
export function OrderEditScreen(): ReactNode {
  const { t } = useTranslation('ordering');
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { acting } = useSession();
  const order = useQuery({ ...orderQuery(id), staleTime: 0, refetchOnWindowFocus: false });
  const catalogue = useQuery({ ...catalogueQuery, refetchOnWindowFocus: false });
  const brands = useQuery({ ...brandsQuery, refetchOnWindowFocus: false });
  const failed = [order, catalogue, brands].find((query) => query.isError);
  if (failed?.error) {
    return (
      <Page title={t('draft.title')}>
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      </Page>
    );
  }
  if (!order.data || !order.isFetchedAfterMount || !catalogue.data || !brands.data) {
    return (
      <Page title={t('draft.title')}>
        <div className="columns">
          <TableSkeleton rows={7} columns={5} />
          <TableSkeleton rows={5} columns={1} />
        </div>
      </Page>
    );
  }
  // A draft in other hands is read, not edited.
  if (order.data.state !== 'draft' || isInOtherHands(order.data, acting !== null))
    return <Navigate to={`/orders/${id}`} replace />;
  return <EditDraft key={id} order={order.data} brands={brands.data.rows} catalogue={catalogue.data} />;
}

interface EditDraftProps {
  readonly order: OrderView;
  readonly brands: Parameters<typeof DraftProvider>[0]['brands'];
  readonly catalogue: {
    readonly categories: readonly {
      readonly slug: string;
      readonly name: OrderView['lines'][number]['name'];
    }[];
    readonly products: Parameters<typeof DraftProvider>[0]['products'];
  };
}

function EditDraft({ order, brands, catalogue }: EditDraftProps): ReactNode {
  const [store] = useState(() => new DraftStore(order));
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  // The filter can be taken off; what the draft was begun for stays.
  const [wantedSpecId] = useState(() => (typeof search.spec === 'string' ? search.spec : null));
  const client = useQueryClient();
  useEffect(() => {
    const only = brands[0];
    if (order.brandProfileId === null && only && brands.length === 1)
      store.setHeader({ brandProfileId: only.id });
    const address = order.addresses[0];
    if (order.addressId === null && address && order.addresses.length === 1)
      store.setHeader({ addressId: address.id });
  }, [store, order, brands]);
  useEffect(() => {
    const flush = (): void => void (document.visibilityState === 'hidden' && store.flush());
    const online = (): void => void store.flush();
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('online', online);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('online', online);
      void store.flush().then(() => client.invalidateQueries({ queryKey: ['orders'] }));
      store.stop();
    };
  }, [store, client]);
  return (
    <DraftProvider store={store} products={catalogue.products} brands={brands} wantedSpecId={wantedSpecId}>
      <AimProvider>
        <DraftPage categories={catalogue.categories} />
      </AimProvider>
    </DraftProvider>
  );
}

function DraftPage({
  categories,
}: {
  readonly categories: EditDraftProps['catalogue']['categories'];
}): ReactNode {
  const { t } = useTranslation('ordering');
  const isPhone = usePhone();
  const { store } = useDraftParts();
  const { header } = useDraft();
  const [part, setPart] = useDraftPart();
  const isShared = header.shipTo === 'customers';
  useReasonOfAddress();
  useLanding();
  const keys = useMemo(
    () => [
      { code: 'ArrowUp', shown: '↑ ↓ ← →', label: t('keys.move') },
      { code: 'Enter', shown: 'Enter · F2', label: t('keys.edit') },
      { code: '+', shown: '+ −', label: t('keys.case') },
    ],
    [t],
  );
  useKeys(keys);
  useBlocker({
    enableBeforeUnload: () => countOf(store.read().queue) > 0,
    // Only leaving the draft waits for the server; a filter or the other side of it is still the same page.
    shouldBlockFn: async ({ current, next }) =>
      current.pathname !== next.pathname && !(await store.flush()) && !window.confirm(t('save.leave')),
  });
  return (
    <Page
      title={t('draft.title')}
      tab={header.name}
      sub={<DraftByline />}
      actions={isPhone ? <SaveWord /> : undefined}
      className={isPhone ? 'body-with-bar' : 'columns'}
    >
      <div className="stack">
        <SaveTrouble />
        <ReorderNotice orderId={store.read().order.id} />
        {isShared && <PartSwitch part={part} onChange={setPart} />}
        {part === 'recipients' && isShared ? <RecipientsPanel /> : <Goods categories={categories} />}
      </div>
      <Summary />
      {isPhone && <SummaryBar />}
    </Page>
  );
}

function Goods({
  categories,
}: {
  readonly categories: EditDraftProps['catalogue']['categories'];
}): ReactNode {
  const { t } = useTranslation('ordering');
  const format = useFormats();
  const isPhone = usePhone();
  const { products, store, brands } = useDraftParts();
  const brand = useDraftBrand();
  const { place } = useAim();
  const [filter, change] = useGridFilter();
  const texts = useMemo(
    () => new Map(products.map((product) => [product.id, searchTextOf(product)])),
    [products],
  );
  const spec = brands.flatMap((each) => each.specs).find((each) => each.id === filter.spec);
  const groups = useMemo((): ProductGroup[] => {
    const textOf = (product: { id: string }): string => texts.get(product.id) ?? '';
    const { lines } = store.read();
    const found = filterProducts(
      products,
      { search: filter.q, category: filter.category, inStock: filter.stock },
      textOf,
    )
      .filter((product) => !filter.label || specsFor(product, brand).length > 0)
      .filter((product) => !spec || spec.productIds.includes(product.id))
      .filter((product) => !filter.mine || product.variants.some((variant) => lines.has(variant.id)));
    return categories
      .map(({ slug, name }) => ({
        slug,
        name: format.words(name),
        products: found.filter((product) => product.categorySlug === slug),
      }))
      .filter((group) => group.products.length > 0);
  }, [products, filter, texts, store, brand, spec, categories, format]);
  const wanted = place?.variantId;
  const isHidden =
    wanted !== undefined &&
    !groups.some((group) =>
      group.products.some(({ variants }) => variants.some((each) => each.id === wanted)),
    );
  useEffect(() => {
    if (isHidden) change(NO_FILTER);
  }, [isHidden, change]);
  useLanding();
  const hasLabels = products.some((product) => specsFor(product, brand).length > 0);
  const named = categories.map(({ slug, name }) => ({ slug, name: format.words(name) }));
  return (
    <>
      <GoneGoods />
      <GridFilters filter={filter} onChange={change} categories={named} hasLabels={hasLabels} spec={spec} />
      {groups.length === 0 && (
        <EmptyState
          icon={SearchX}
          title={t('filter.none')}
          action={<Button onClick={() => change(NO_FILTER)}>{t('filter.clear')}</Button>}
        >
          {t('filter.noneText')}
        </EmptyState>
      )}
      {groups.length > 0 && (isPhone ? <ProductCards groups={groups} /> : <OrderGrid groups={groups} />)}
    </>
  );
}
