import type { RecipientInput } from '@qafila/shared/ordering/order-views';

/** One line as the draft holds it; quantity 0 removes it. */
export interface DraftLine {
  readonly variantId: string;
  readonly quantity: number;
  readonly pack: 'private_label' | 'neutral';
  readonly specId: string | null;
}
/** What stands at the head of a draft. */
export interface DraftHeader {
  readonly name: string;
  readonly shipTo: 'warehouse' | 'customers';
  readonly addressId: string | null;
  readonly brandProfileId: string | null;
}

/** Changes the server does not have yet. */
export interface SaveQueue {
  readonly lines: ReadonlyMap<string, DraftLine>;
  readonly header: Partial<DraftHeader>;
  readonly recipients: readonly RecipientInput[] | null;
}
export const EMPTY_QUEUE: SaveQueue = { lines: new Map(), header: {}, recipients: null };

/** One request's worth of changes. */
export type SavePart =
  | { readonly kind: 'lines'; readonly lines: readonly DraftLine[] }
  | { readonly kind: 'header'; readonly header: Partial<DraftHeader> }
  | { readonly kind: 'recipients'; readonly recipients: readonly RecipientInput[] };

/** Adds a change of one line; the newest for a variant counts. */
export const withLine = (queue: SaveQueue, line: DraftLine): SaveQueue => ({
  ...queue,
  lines: new Map(queue.lines).set(line.variantId, line),
});
/** Adds changes of the head. */
export const withHeader = (queue: SaveQueue, header: Partial<DraftHeader>): SaveQueue => ({
  ...queue,
  header: { ...queue.header, ...header },
});
/** Replaces the list of recipients. */
export const withRecipients = (queue: SaveQueue, recipients: readonly RecipientInput[]): SaveQueue => ({
  ...queue,
  recipients,
});

/** How many changes wait. */
export const countOf = (queue: SaveQueue): number =>
  queue.lines.size + Object.keys(queue.header).length + (queue.recipients === null ? 0 : 1);

/** The next request and what waits after it: lines, then the head, then recipients. `undefined` when nothing waits. */
export function takePart(queue: SaveQueue): { part: SavePart; rest: SaveQueue } | undefined {
  if (queue.lines.size > 0) {
    const part: SavePart = { kind: 'lines', lines: [...queue.lines.values()] };
    return { part, rest: { ...queue, lines: EMPTY_QUEUE.lines } };
  }
  if (Object.keys(queue.header).length > 0) {
    return { part: { kind: 'header', header: queue.header }, rest: { ...queue, header: {} } };
  }
  if (queue.recipients !== null) {
    const part: SavePart = { kind: 'recipients', recipients: queue.recipients };
    return { part, rest: { ...queue, recipients: null } };
  }
  return undefined;
}

/** Puts a request that failed back beneath what was changed since: the newer change of the same thing wins. */
export function putBack(part: SavePart, newer: SaveQueue): SaveQueue {
  switch (part.kind) {
    case 'lines': {
      const older = part.lines.map((line): [string, DraftLine] => [line.variantId, line]);
      return { ...newer, lines: new Map([...older, ...newer.lines]) };
    }
    case 'header':
      return { ...newer, header: { ...part.header, ...newer.header } };
    case 'recipients':
      return { ...newer, recipients: newer.recipients ?? part.recipients };
  }
}

/** Recipients after lines were taken out: their shares of these goods went with them. */
export const withoutShares = (
  recipients: readonly RecipientInput[],
  removed: readonly string[],
): readonly RecipientInput[] =>
  recipients.map((recipient) => ({
    ...recipient,
    items: recipient.items.filter(({ variantId }) => !removed.includes(variantId)),
  }));

/** The lines a reader sees: the server's, with waiting changes on top, removed ones gone. */
export function appliedLines(
  saved: ReadonlyMap<string, DraftLine>,
  queue: SaveQueue,
): ReadonlyMap<string, DraftLine> {
  const lines = new Map([...saved, ...queue.lines]);
  for (const [id, line] of lines) if (line.quantity === 0) lines.delete(id);
  return lines;
}
