import type { UploadView } from '@qafila/shared/branding/asset-views';
import { discardUpload } from '@qafila/shared/branding/assets.contract';
import type { TraderAssetKind } from '@qafila/shared/branding/assets.rules';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { call } from '../../../lib/call';
import { usePermission, useSession } from '../../../lib/session';
import { BRAND_KEY, FILES_KEY, unfinishedQuery } from './api';
import { traderDoors } from './trader-doors';
import { UploadStore, unfinishedFor } from './upload-store';

const store = new UploadStore(traderDoors);
let storeOf: string | null = null;

/** Files on their way and files that only began, and what can be done with them. */
export function useUploads() {
  const client = useQueryClient();
  const mayEdit = usePermission('brand:edit');
  const company = useSession().company?.id ?? null;
  useEffect(() => {
    if (storeOf !== company) store.clear();
    storeOf = company;
    store.onDone = () => {
      void client.invalidateQueries({ queryKey: BRAND_KEY });
    };
  }, [client, company]);
  const items = useSyncExternalStore(store.subscribe, store.list);
  const unfinished = useQuery({ ...unfinishedQuery, enabled: mayEdit });
  const own = new Set(items.map(({ uploadId }) => uploadId));
  const left = (unfinished.data?.rows ?? []).filter(({ id }) => !own.has(id));
  const discard = useMutation({
    mutationFn: (id: string) => call(discardUpload, { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: [...FILES_KEY, 'unfinished'] }),
  });
  return {
    store,
    items,
    left,
    discard,
    add: (files: readonly File[], kind: TraderAssetKind, replaces?: string) =>
      store.add(
        files.map((file) => ({
          file,
          of: { kind, ...(replaces ? { replaces } : {}) },
          upload: replaces ? undefined : unfinishedFor(file, kind, left),
        })),
      ),
    /** Goes on with one upload by the file that was chosen for it. */
    goOn: (upload: UploadView, file: File) =>
      upload.kind !== 'proof' && store.add([{ file, of: { kind: upload.kind }, upload }]),
  };
}
export type Uploads = ReturnType<typeof useUploads>;
