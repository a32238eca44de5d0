import {
  discardDesignUpload,
  finishDesignUpload,
  putDesignChunk,
  readDesignUpload,
  startDesignUpload,
} from '@qafila/shared/branding/design-assets.contract';
import { call } from '../../../lib/call';
import type { FileOrder, UploadDoors } from '../files/send-file';

/** A proof file belongs to the brief it was made for. */
export interface ProofFile {
  readonly briefId: string;
}
/** Proof files, by the endpoints of the design team. */
export const designDoors: UploadDoors<FileOrder & ProofFile> = {
  begin: (order, signal) =>
    call(startDesignUpload, {
      params: { id: order.briefId },
      body: { name: order.file.name.slice(-300), bytes: order.file.size },
      idempotencyKey: order.key,
      signal,
    }),
  read: (id, signal) => call(readDesignUpload, { params: { id }, signal }),
  put: (id, { n, sha256, file }, signal) =>
    call(putDesignChunk, { params: { id, n }, query: { sha256 }, file, signal }),
  finish: (id, signal) => call(finishDesignUpload, { params: { id }, signal }),
  discard: (id) => call(discardDesignUpload, { params: { id } }),
};
