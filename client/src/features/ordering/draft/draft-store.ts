import type { OrderHead, OrderView, RecipientInput } from '@qafila/shared/ordering/order-views';
import { editDraft, getOrder, putLines, putRecipients } from '@qafila/shared/ordering/ordering.contract';
import { call, isProblem } from '../../../lib/call';
import {
  appliedLines,
  countOf,
  type DraftHeader,
  type DraftLine,
  EMPTY_QUEUE,
  putBack,
  type SavePart,
  type SaveQueue,
  takePart,
  withHeader,
  withLine,
  withoutShares,
  withRecipients,
} from './save-queue';

export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'conflict' | 'refused';

/** Everything the screens of a draft show. Immutable; each change makes a new one. */
export interface DraftState {
  readonly order: OrderView;
  readonly head: OrderHead;
  readonly header: DraftHeader;
  readonly lines: ReadonlyMap<string, DraftLine>;
  readonly recipients: readonly RecipientInput[];
  readonly queue: SaveQueue;
  readonly save: SaveState;
  readonly problem: unknown;
}

const QUIET_MS = 600;
const AGAIN_MS = 5000;

const savedLines = (order: Pick<OrderView, 'lines'>): Map<string, DraftLine> =>
  new Map(
    order.lines.map(({ variantId, quantity, pack, specId }) => [
      variantId,
      { variantId, quantity, pack, specId },
    ]),
  );
const headerOf = ({ name, shipTo, addressId, brandProfileId }: OrderView): DraftHeader => ({
  name,
  shipTo,
  addressId,
  brandProfileId,
});
const asInput = (recipient: OrderView['recipients'][number]): RecipientInput => ({
  ...recipient,
  email: recipient.email ?? '',
});

/**
 * A draft that saves itself: changes are shown at once, gathered for a moment and sent one request at a time
 * with the version they were made on. Nothing typed is lost when the server is not reached or somebody else saved.
 */
export class DraftStore {
  private state: DraftState;
  /** The request on its way; its changes stay on the screen until the server has them. */
  private sending: SavePart | null = null;
  private saved: Map<string, DraftLine>;
  private savedRecipients: readonly RecipientInput[];
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;

  constructor(order: OrderView) {
    this.saved = savedLines(order);
    this.savedRecipients = order.recipients.map(asInput);
    this.state = {
      order,
      head: order,
      header: headerOf(order),
      lines: this.saved,
      recipients: this.savedRecipients,
      queue: EMPTY_QUEUE,
      save: 'saved',
      problem: null,
    };
  }

  readonly read = (): DraftState => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly setLine = (line: DraftLine): void => this.change(withLine(this.state.queue, line));
  readonly setHeader = (header: Partial<DraftHeader>): void =>
    this.change(withHeader(this.state.queue, header));
  readonly setRecipients = (recipients: readonly RecipientInput[]): void =>
    this.change(withRecipients(this.state.queue, recipients));

  /** Sends what waits now. Resolves true when the server has everything. */
  readonly flush = async (): Promise<boolean> => {
    clearTimeout(this.timer);
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    await this.running;
    return this.isClean();
  };

  /** True when the server has everything that was typed. */
  readonly isClean = (): boolean => this.sending === null && countOf(this.state.queue) === 0;

  /** After a conflict: takes the server's draft and puts the waiting changes on top of it. */
  readonly reapply = async (): Promise<void> => {
    const order = await call(getOrder, { params: { id: this.state.order.id } });
    this.saved = savedLines(order);
    this.savedRecipients = order.recipients.map(asInput);
    this.show({
      order,
      head: order,
      header: { ...headerOf(order), ...this.state.queue.header },
      save: 'waiting',
    });
    await this.flush();
  };

  /** Stops the clockwork; what waits was flushed before or is asked about by the page. */
  readonly stop = (): void => clearTimeout(this.timer);

  private change(queue: SaveQueue): void {
    const isBlocked = this.state.save === 'conflict';
    this.show({
      queue,
      header: { ...this.state.header, ...queue.header },
      save: isBlocked ? 'conflict' : 'waiting',
    });
    if (!isBlocked) this.wake(QUIET_MS);
  }

  private wake(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private async run(): Promise<void> {
    for (let next = takePart(this.state.queue); next; next = takePart(this.state.queue)) {
      this.sending = next.part;
      this.show({ queue: next.rest, save: 'saving' });
      try {
        await this.send(next.part);
      } catch (problem) {
        this.sending = null;
        this.fail(problem, putBack(next.part, this.state.queue));
        return;
      }
    }
    this.show({ save: 'saved', problem: null });
  }

  private async send(part: SavePart): Promise<void> {
    const to = { params: { id: this.state.order.id }, ifMatch: this.state.head.version };
    if (part.kind === 'lines') {
      const lines = part.lines.map(({ specId, ...line }) => ({
        ...line,
        ...(specId === null ? {} : { specId }),
      }));
      const { lines: put, removed, ...head } = await call(putLines, { ...to, body: { lines } });
      // The reply carries only the lines of this request; the others stand as they were.
      const touched = new Set([...removed, ...put.map((line) => line.variantId)]);
      const untouched = this.state.order.lines.filter((line) => !touched.has(line.variantId));
      const order = { ...this.state.order, lines: [...untouched, ...put] };
      this.saved = savedLines(order);
      const { queue } = this.state;
      this.savedRecipients = withoutShares(this.savedRecipients, removed);
      const recipients = queue.recipients && withoutShares(queue.recipients, removed);
      this.arrived({ head, order, queue: { ...queue, recipients } });
    } else if (part.kind === 'header') {
      const { addressId, brandProfileId, ...header } = part.header;
      const body = {
        ...header,
        ...(addressId ? { addressId } : {}),
        ...(brandProfileId ? { brandProfileId } : {}),
      };
      this.arrived({ head: await call(editDraft, { ...to, body }) });
    } else {
      const body = { recipients: [...part.recipients] };
      const { recipients, ...head } = await call(putRecipients, { ...to, body });
      this.savedRecipients = recipients.map(asInput);
      this.arrived({ head });
    }
  }

  private arrived(change: Partial<DraftState>): void {
    this.sending = null;
    this.show(change);
  }

  private fail(problem: unknown, queue: SaveQueue): void {
    if (isProblem(problem, 'STALE_RECORD')) this.show({ queue, problem, save: 'conflict' });
    else if (isProblem(problem) && (problem.code === 'OFFLINE' || problem.status >= 500)) {
      this.show({ queue, problem, save: 'offline' });
      this.wake(AGAIN_MS);
    } else this.show({ queue, problem, save: 'refused' });
  }

  private show(change: Partial<DraftState>): void {
    const queue = change.queue ?? this.state.queue;
    const pending = this.sending ? putBack(this.sending, queue) : queue;
    this.state = {
      ...this.state,
      ...change,
      lines: appliedLines(this.saved, pending),
      recipients: pending.recipients ?? this.savedRecipients,
    };
    for (const listener of this.listeners) listener();
  }
}
