import type { AssetRow, UploadView } from '@qafila/shared/branding/asset-views';
import { finishUpload, putChunk, readUpload, startUpload } from '@qafila/shared/branding/assets.contract';
import { RIGHTS_VERSION, type TraderAssetKind } from '@qafila/shared/branding/assets.rules';
import { CallProblem, call, isProblem } from '../../../lib/call';

export interface FileOrder {
  readonly file: File;
  readonly kind: TraderAssetKind;
  readonly replaces?: string;
  /** One key for one intention: the same on every try. */
  readonly key: string;
}
interface Sending {
  readonly signal: AbortSignal;
  readonly onStart: (uploadId: string) => void;
  readonly onBytes: (sent: number) => void;
}

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const sha256Of = async (part: Blob): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', await part.arrayBuffer()));
const partOf = (file: File, upload: UploadView, n: number): Blob =>
  file.slice(n * upload.chunkBytes, Math.min((n + 1) * upload.chunkBytes, file.size));

/** True when the parts that are there are parts of this very file: the first and the last one prove it. */
export async function isSameFile(file: File, upload: UploadView): Promise<boolean> {
  if (file.size !== upload.bytes) return false;
  const proven = [upload.received.at(0), upload.received.at(-1)];
  for (const part of proven)
    if (part && (await sha256Of(partOf(file, upload, part.n))) !== part.sha256) return false;
  return true;
}

const begin = (order: FileOrder, signal: AbortSignal): Promise<UploadView> =>
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
  });

/** Sends a file part by part from where it stands, and finishes it. Only a part that is missing is sent. */
export async function sendFile(
  order: FileOrder,
  uploadId: string | null,
  sending: Sending,
): Promise<AssetRow> {
  const { signal } = sending;
  const upload =
    uploadId === null
      ? await begin(order, signal)
      : await call(readUpload, { params: { id: uploadId }, signal });
  if (!(await isSameFile(order.file, upload)))
    throw new CallProblem('UPLOAD_CHUNK_DIFFERS', 409, { params: { part: 1 }, fields: [], requestId: null });
  sending.onStart(upload.id);
  const there = new Set(upload.received.map(({ n }) => n));
  let sent = [...there].reduce((sum, n) => sum + partOf(order.file, upload, n).size, 0);
  sending.onBytes(sent);
  for (let n = 0; n < upload.chunks; n += 1) {
    if (there.has(n)) continue;
    const part = partOf(order.file, upload, n);
    await putPart(upload.id, n, { part, signal });
    sent += part.size;
    sending.onBytes(sent);
  }
  return call(finishUpload, { params: { id: upload.id }, signal });
}

const TRIES = 4;
const PAUSE_MS = 600;

/** A connection that drops for a moment is not told; the part is sent again. */
async function putPart(id: string, n: number, given: { part: Blob; signal: AbortSignal }): Promise<void> {
  const sha256 = await sha256Of(given.part);
  const file = given.part.slice(0, given.part.size, 'application/octet-stream');
  for (let tries = 1; ; tries += 1) {
    try {
      await call(putChunk, { params: { id, n }, query: { sha256 }, file, signal: given.signal });
      return;
    } catch (error) {
      const isPassing =
        isProblem(error, 'OFFLINE') || isProblem(error, 'BUSY') || isProblem(error, 'UPLOAD_CHUNK_WRONG');
      if (!isPassing || tries >= TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tries));
      given.signal.throwIfAborted();
    }
  }
}
