import type { UploadView } from '@qafila/shared/branding/asset-views';
import { CHUNK_BYTES, chunksOf, tidyFileName } from '@qafila/shared/branding/assets.rules';
import type { ReceivedPart, Upload } from '../domain/upload';

/** An upload with the parts that are there. */
export const uploadViewOf = (upload: Upload, received: readonly ReceivedPart[]): UploadView => ({
  id: upload.id,
  kind: upload.kind,
  name: tidyFileName(upload.name),
  bytes: upload.byteCount,
  chunkBytes: CHUNK_BYTES,
  chunks: chunksOf(upload.byteCount),
  received: received.map(({ n, sha256 }) => ({ n, sha256 })),
  assetId: upload.assetId,
});
