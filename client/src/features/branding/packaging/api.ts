import { listAssets } from '@qafila/shared/branding/assets.contract';
import { listBrandProfiles } from '@qafila/shared/branding/branding.contract';
import { getPackaging, listPackaging } from '@qafila/shared/branding/packaging.contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../lib/call';

export const PACKAGING_KEY = ['brand', 'packaging'] as const;
const MOST_FILES = 100;

export const packagingListQuery = (isArchived: boolean) =>
  queryOptions({
    queryKey: [...PACKAGING_KEY, 'list', isArchived],
    queryFn: () => call(listPackaging, { query: isArchived ? { archived: 'true' } : {} }),
  });
export const packagingQuery = (id: string) =>
  queryOptions({
    queryKey: [...PACKAGING_KEY, 'one', id],
    queryFn: () => call(getPackaging, { params: { id } }),
    // What is typed lies over it: a reading in the background must not change the ground of a form.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
/** Brands that ship now, with their colours. */
export const shippingBrandsQuery = queryOptions({
  queryKey: ['brand', 'shipping'],
  queryFn: () => call(listBrandProfiles),
});
/** Files of a kind that passed their check, the newest first. */
export const readyFilesQuery = (kind: 'dieline' | 'artwork') =>
  queryOptions({
    queryKey: ['brand', 'ready-files', kind],
    queryFn: () => call(listAssets, { query: { kind, state: 'ready', limit: MOST_FILES } }),
  });
