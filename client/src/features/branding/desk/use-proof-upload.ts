import { readDesignAsset, readDesignUpload } from '@qafila/shared/branding/design-assets.contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { call, isProblem } from '../../../lib/call';
import { lookAgain } from '../files/api';
import { UploadStore } from '../files/upload-store';
import { DESK_KEY } from './api';
import { designDoors, type ProofFile } from './design-doors';

const store = new UploadStore<ProofFile>(designDoors);
/** Where this browser remembers the upload of a brief: after a reload the file goes on where it stopped. */
const placeOf = (briefId: string): string => `qafila.proof-upload.${briefId}`;
const UPLOAD_KEY = [...DESK_KEY, 'upload'] as const;

/** The upload that this browser knows of for a brief, kept up by the store. */
function useKnownUpload(briefId: string) {
  const client = useQueryClient();
  const [uploadId, setUploadId] = useState(() => localStorage.getItem(placeOf(briefId)));
  useEffect(() => {
    store.onBegin = (id, item) => {
      localStorage.setItem(placeOf(item.briefId), id);
      if (item.briefId === briefId) setUploadId(id);
    };
    store.onDone = () => void client.invalidateQueries({ queryKey: UPLOAD_KEY });
  }, [client, briefId]);
  const upload = useQuery({
    queryKey: [...UPLOAD_KEY, uploadId],
    queryFn: () => call(readDesignUpload, { params: { id: uploadId ?? '' } }),
    enabled: uploadId !== null,
    retry: false,
  });
  return { uploadId, setUploadId, upload };
}

/** The proof file of a brief: on its way, left half sent, being checked, or ready to become a version. */
export function useProofUpload(briefId: string) {
  const { uploadId, setUploadId, upload } = useKnownUpload(briefId);
  const items = useSyncExternalStore(store.subscribe, store.list);
  const item = items.find((each) => each.briefId === briefId);
  const assetId = upload.data?.assetId ?? null;
  const asset = useQuery({
    queryKey: [...DESK_KEY, 'asset', assetId],
    queryFn: () => call(readDesignAsset, { params: { id: assetId ?? '' } }),
    enabled: assetId !== null,
    refetchInterval: ({ state }) =>
      state.data ? lookAgain([state.data.asset], state.dataUpdateCount) : false,
  });
  const forget = (): void => {
    localStorage.removeItem(placeOf(briefId));
    setUploadId(null);
  };
  return {
    store,
    item,
    /** Half sent and not going on by itself; somebody else's, or one that was removed, is none. */
    left: !item && assetId === null && !isProblem(upload.error, 'NOT_FOUND') ? upload.data : undefined,
    asset: item ? undefined : asset.data,
    error: isProblem(upload.error, 'NOT_FOUND') ? null : (upload.error ?? asset.error),
    isLoading: uploadId !== null && !item && (upload.isPending || (assetId !== null && asset.isPending)),
    add: (file: File) => store.add([{ file, of: { briefId } }]),
    goOn: (file: File) => store.add([{ file, of: { briefId }, upload: upload.data }]),
    discard: async (): Promise<void> => {
      const id = upload.data?.id;
      forget();
      if (id !== undefined) await designDoors.discard(id).catch(() => undefined);
    },
    forget,
  };
}
export type ProofUpload = ReturnType<typeof useProofUpload>;
