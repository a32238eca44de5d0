import type { AssetRow, UploadView } from '@qafila/shared/branding/asset-views';
import { CallProblem, isProblem } from '../../../lib/call';

/** A file that is to be sent. */
export interface FileOrder {
  readonly file: File;
  /** One key for one intention: the same on every try. */
  readonly key: string;
}
/** One part with its hash. */
export interface FilePart {
  readonly n: number;
  readonly sha256: string;
  readonly file: Blob;
}
/** Where a side of the portal takes files: traders at their brands, designers at a brief. */
export interface UploadDoors<Order extends FileOrder> {
  readonly begin: (order: Order, signal: AbortSignal) => Promise<UploadView>;
  readonly read: (id: string, signal: AbortSignal) => Promise<UploadView>;
  readonly put: (id: string, part: FilePart, signal: AbortSignal) => Promise<unknown>;
  readonly finish: (id: string, signal: AbortSignal) => Promise<AssetRow>;
  readonly discard: (id: string) => Promise<unknown>;
}
interface Sending {
  /** The upload that this file goes on with. */
  readonly uploadId: string | null;
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

/** Sends a file part by part from where it stands, and finishes it. Only a part that is missing is sent. */
export async function sendFile<Order extends FileOrder>(
  doors: UploadDoors<Order>,
  order: Order,
  sending: Sending,
): Promise<AssetRow> {
  const { signal, uploadId } = sending;
  const upload = uploadId === null ? await doors.begin(order, signal) : await doors.read(uploadId, signal);
  if (!(await isSameFile(order.file, upload)))
    throw new CallProblem('UPLOAD_CHUNK_DIFFERS', 409, { params: { part: 1 }, fields: [], requestId: null });
  sending.onStart(upload.id);
  const there = new Set(upload.received.map(({ n }) => n));
  let sent = [...there].reduce((sum, n) => sum + partOf(order.file, upload, n).size, 0);
  sending.onBytes(sent);
  for (let n = 0; n < upload.chunks; n += 1) {
    if (there.has(n)) continue;
    const bytes = partOf(order.file, upload, n);
    const part = {
      n,
      sha256: await sha256Of(bytes),
      file: bytes.slice(0, bytes.size, 'application/octet-stream'),
    };
    await patiently(() => doors.put(upload.id, part, signal), signal);
    sent += bytes.size;
    sending.onBytes(sent);
  }
  return doors.finish(upload.id, signal);
}

const TRIES = 4;
const PAUSE_MS = 600;

/** A connection that drops for a moment is not told; the part is sent again. */
async function patiently(put: () => Promise<unknown>, signal: AbortSignal): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await put();
      return;
    } catch (error) {
      const isPassing =
        isProblem(error, 'OFFLINE') || isProblem(error, 'BUSY') || isProblem(error, 'UPLOAD_CHUNK_WRONG');
      if (!isPassing || tries >= TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tries));
      signal.throwIfAborted();
    }
  }
}
