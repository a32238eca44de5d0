import { listBrandProfiles } from '@qafila/shared/branding/branding.contract';
import { listProducts, type ProductView } from '@qafila/shared/catalogue/catalogue.contract';
import { getOrder, listOrders, reviewOrder, traderHome } from '@qafila/shared/ordering/ordering.contract';
import { proposeReorder, type ReorderPlan } from '@qafila/shared/ordering/reorder.contract';
import { orderPayment } from '@qafila/shared/payments/attempts.contract';
import { companyCredit } from '@qafila/shared/payments/credit.contract';
import { getTransferInstruction } from '@qafila/shared/payments/payments.contract';
import { orderRefunds } from '@qafila/shared/payments/refunds.contract';
import { orderConsignments } from '@qafila/shared/shipping/shipping.contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/call';

const PAGE = 25;
const MOST_PRODUCTS = 100;

export const ORDER_VIEWS = ['all', 'draft', 'open', 'done'] as const;
export type OrdersView = (typeof ORDER_VIEWS)[number];

export const homeQuery = queryOptions({ queryKey: ['orders', 'home'], queryFn: () => call(traderHome) });

export const ordersQuery = (view: OrdersView) =>
  infiniteQueryOptions({
    queryKey: ['orders', 'list', view],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      call(listOrders, { query: { view, limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } }),
    getNextPageParam: (page) => page.next,
  });

export const orderQuery = (id: string) =>
  queryOptions({ queryKey: ['orders', 'one', id], queryFn: () => call(getOrder, { params: { id } }) });

export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'review', id],
    queryFn: () => call(reviewOrder, { params: { id } }),
    staleTime: 0,
    gcTime: 0,
  });

/** What an earlier order gives today; asked each time, for prices and stock move. */
export const reorderQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'reorder', id],
    queryFn: () => call(proposeReorder, { params: { id } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

/** What came otherwise into a draft just begun from an earlier order; `null` once it was read. */
export const reorderedQuery = (draftId: string) =>
  queryOptions<ReorderPlan | null>({
    queryKey: ['reordered', draftId],
    queryFn: () => null,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** While somebody pays, the gateway's page and its outcome are waited for. */
const PAYING_MS = 2000;
const RESTING_MS = 15_000;
export const paymentQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'payment', id],
    queryFn: () => call(orderPayment, { params: { id } }),
    refetchInterval: ({ state: { data } }) =>
      data?.live || data?.history.some(({ isEnding }) => isEnding) ? PAYING_MS : RESTING_MS,
  });

export const creditQuery = queryOptions({
  queryKey: ['orders', 'credit'],
  queryFn: () => call(companyCredit),
  staleTime: 0,
});

/** Refunds of an order; they move by days. */
export const refundsQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'refunds', id],
    queryFn: () => call(orderRefunds, { params: { id } }),
  });

export const consignmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'consignments', id],
    queryFn: () => call(orderConsignments, { params: { id } }),
  });

export const transferQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'transfer', id],
    queryFn: () => call(getTransferInstruction, { params: { id } }),
  });

export const brandsQuery = queryOptions({
  queryKey: ['brand', 'profiles'],
  queryFn: () => call(listBrandProfiles),
  staleTime: 60_000,
});

interface Catalogue {
  readonly categories: readonly { readonly slug: string; readonly name: ProductView['name'] }[];
  readonly products: readonly ProductView[];
}

/** The whole catalogue at the company's prices, page after page; the grid filters it in the browser. */
async function wholeCatalogue(): Promise<Catalogue> {
  const first = await call(listProducts, { query: { limit: MOST_PRODUCTS } });
  const products = [...first.rows];
  for (let after = first.next; after !== null; ) {
    const page = await call(listProducts, { query: { limit: MOST_PRODUCTS, after } });
    products.push(...page.rows);
    after = page.next;
  }
  return { categories: first.categories, products };
}

export const catalogueQuery = queryOptions({
  queryKey: ['catalogue'],
  queryFn: wholeCatalogue,
  staleTime: 30_000,
});
