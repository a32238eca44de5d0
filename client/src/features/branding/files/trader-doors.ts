import {
  discardUpload,
  finishUpload,
  putChunk,
  readUpload,
  startUpload,
} from '@qafila/shared/branding/assets.contract';
import { RIGHTS_VERSION, type TraderAssetKind } from '@qafila/shared/branding/assets.rules';
import { call } from '../../../lib/call';
import type { FileOrder, UploadDoors } from './send-file';

/** A trader's file: what it is, and the file it takes the place of. */
export interface TraderFile {
  readonly kind: TraderAssetKind;
  readonly replaces?: string;
}
/** Files of a company, by the endpoints of its brands. */
export const traderDoors: UploadDoors<FileOrder & TraderFile> = {
  begin: (order, signal) =>
    call(startUpload, {
      body: {
        kind: order.kind,
        name: order.file.name.slice(-300),
        bytes: order.file.size,
        rightsVersion: RIGHTS_VERSION,
        ...(order.replaces ? { replaces: order.replaces } : {}),
      },
      idempotencyKey: order.key,
      signal,
    }),
  read: (id, signal) => call(readUpload, { params: { id }, signal }),
  put: (id, { n, sha256, file }, signal) =>
    call(putChunk, { params: { id, n }, query: { sha256 }, file, signal }),
  finish: (id, signal) => call(finishUpload, { params: { id }, signal }),
  discard: (id) => call(discardUpload, { params: { id } }),
};
