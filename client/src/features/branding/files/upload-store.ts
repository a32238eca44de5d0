import type { AssetRow, UploadView } from '@qafila/shared/branding/asset-views';
import { type TraderAssetKind, tidyFileName, UPLOADS_AT_ONCE } from '@qafila/shared/branding/assets.rules';
import { isProblem, newKey } from '../../../lib/call';
import { type FileOrder, sendFile, type UploadDoors } from './send-file';

export type SendState = 'waiting' | 'sending' | 'paused' | 'failed';
/** A file on its way, as the screen shows it. */
export interface Outgoing extends FileOrder {
  readonly state: SendState;
  readonly sent: number;
  readonly uploadId: string | null;
  readonly error: unknown;
}
/** A file with what its side says of it. */
export interface NewOutgoing<More> {
  readonly file: File;
  readonly of: More;
  /** Goes on with this one where the file is the same. */
  readonly upload?: UploadView | undefined;
}
type Listener = () => void;

const BUSY_AGAIN_MS = 4000;

/**
 * Files that are being sent: two at a time, the others wait. It outlives the screen, so that walking to another page
 * stops nothing; after a reload the server knows the parts, and the same file chosen again goes on.
 */
export class UploadStore<More extends object> {
  private items: readonly (Outgoing & More)[] = [];
  private readonly listeners = new Set<Listener>();
  private readonly stops = new Map<string, AbortController>();
  /** Told of each file that is whole. */
  onDone: (asset: AssetRow, item: Outgoing & More) => void = () => undefined;
  /** Told of each upload that begins, so that a reload finds it. */
  onBegin: (uploadId: string, item: Outgoing & More) => void = () => undefined;

  constructor(private readonly doors: UploadDoors<FileOrder & More>) {}

  readonly list = (): readonly (Outgoing & More)[] => this.items;
  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  add(given: readonly NewOutgoing<More>[]): void {
    const added = given.map(({ file, of, upload }) => ({
      ...of,
      file,
      ...{ key: newKey(), state: 'waiting' as const, sent: 0, uploadId: upload?.id ?? null, error: null },
    }));
    this.put([...this.items, ...added]);
    this.next();
  }

  pause(key: string): void {
    this.change(key, { state: 'paused' });
    this.stops.get(key)?.abort();
  }

  /** Goes on where it stopped, after a pause or a fault. */
  resume(key: string): void {
    this.change(key, { state: 'waiting', error: null });
    this.next();
  }

  async remove(key: string): Promise<void> {
    const item = this.items.find((each) => each.key === key);
    this.put(this.items.filter((each) => each.key !== key));
    this.stops.get(key)?.abort();
    if (item?.uploadId) await this.doors.discard(item.uploadId).catch(() => undefined);
    this.next();
  }

  /** Forgets everything: another company was signed in to. */
  clear(): void {
    for (const stop of this.stops.values()) stop.abort();
    this.put([]);
  }

  private next(): void {
    const running = this.items.filter(({ state }) => state === 'sending').length;
    const waiting = this.items.filter(({ state }) => state === 'waiting');
    for (const item of waiting.slice(0, Math.max(0, UPLOADS_AT_ONCE.value - running))) void this.send(item);
  }

  private async send(item: Outgoing & More): Promise<void> {
    const stop = new AbortController();
    this.stops.set(item.key, stop);
    this.change(item.key, { state: 'sending' });
    try {
      const asset = await sendFile(this.doors, item, {
        uploadId: item.uploadId,
        signal: stop.signal,
        onStart: (uploadId) => {
          this.change(item.key, { uploadId });
          this.onBegin(uploadId, item);
        },
        onBytes: (sent) => this.change(item.key, { sent }),
      });
      this.put(this.items.filter(({ key }) => key !== item.key));
      this.onDone(asset, item);
    } catch (error) {
      if (!stop.signal.aborted) this.fail(item.key, error);
    } finally {
      if (this.stops.get(item.key) === stop) this.stops.delete(item.key);
    }
    this.next();
  }

  /** When colleagues send as many as may, this one waits for its turn; everything else is told. */
  private fail(key: string, error: unknown): void {
    if (!isProblem(error, 'UPLOADS_RUNNING')) {
      // A new try is a new intention: the refused one was never begun.
      this.change(key, { state: 'failed', error });
      return;
    }
    this.change(key, { state: 'paused', error });
    setTimeout(() => {
      const item = this.items.find((each) => each.key === key);
      if (item?.state === 'paused' && item.error === error) this.resume(key);
    }, BUSY_AGAIN_MS);
  }

  private change(key: string, to: Partial<Outgoing>): void {
    this.put(this.items.map((each) => (each.key === key ? { ...each, ...to } : each)));
  }

  private put(items: readonly (Outgoing & More)[]): void {
    this.items = items;
    for (const listener of this.listeners) listener();
  }
}

/** The unfinished upload that a chosen file goes on with: same name, same length, same kind. */
export const unfinishedFor = (
  file: Pick<File, 'name' | 'size'>,
  kind: TraderAssetKind,
  unfinished: readonly UploadView[],
): UploadView | undefined =>
  unfinished.find(
    (upload) => upload.name === tidyFileName(file.name) && upload.bytes === file.size && upload.kind === kind,
  );
