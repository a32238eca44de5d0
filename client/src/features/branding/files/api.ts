import type { AssetRow } from '@qafila/shared/branding/asset-views';
import { listAssets, listUploads, readAsset } from '@qafila/shared/branding/assets.contract';
import type { AssetKind } from '@qafila/shared/branding/assets.rules';
import type { AssetState } from '@qafila/shared/branding/branding.lifecycle';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../lib/call';

export const FILES_KEY = ['brand', 'files'] as const;
/** Everything that shows files, logos of profiles included. */
export const BRAND_KEY = ['brand'] as const;
const MOST_PICKED = 60;
const LOOK_AGAIN_MS = 1500;
/** An inspection lasts seconds; nobody looks longer by a timer, which would keep an idle session alive. */
const LOOKS = 80;

/** A file that the worker has not ended with. */
export const isUnderway = ({ state }: Pick<AssetRow, 'state'>): boolean =>
  state === 'quarantined' || state === 'checking';

/** How soon to look again while a file is being checked; `false` to stop. */
export const lookAgain = (rows: readonly Pick<AssetRow, 'state'>[], looks: number): number | false =>
  rows.some(isUnderway) && looks < LOOKS ? LOOK_AGAIN_MS : false;

export interface FileFilter {
  readonly kind?: AssetKind;
  readonly state?: AssetState;
}
export const loadFiles = (filter: FileFilter, after: string | undefined, signal?: AbortSignal) =>
  call(listAssets, {
    query: { ...filter, limit: 24, ...(after ? { after } : {}) },
    ...(signal ? { signal } : {}),
  });
/** Ready files of a kind, the newest first, for choosing among them. */
export const readyQuery = (kind: AssetKind) =>
  queryOptions({
    queryKey: [...FILES_KEY, 'ready', kind],
    queryFn: () => call(listAssets, { query: { kind, state: 'ready', limit: MOST_PICKED } }),
  });
export const fileQuery = (id: string) =>
  queryOptions({
    queryKey: [...FILES_KEY, 'one', id],
    queryFn: () => call(readAsset, { params: { id } }),
  });
export const unfinishedQuery = queryOptions({
  queryKey: [...FILES_KEY, 'unfinished'],
  queryFn: () => call(listUploads),
});
