import { describe, expect, it } from '@jest/globals';
import type { RecipientInput } from '@qafila/shared/ordering/order-views';
import {
  appliedLines,
  countOf,
  type DraftLine,
  EMPTY_QUEUE,
  putBack,
  type SaveQueue,
  takePart,
  withHeader,
  withLine,
  withoutShares,
  withRecipients,
} from './save-queue';

const line = (variantId: string, quantity: number): DraftLine => ({
  variantId,
  quantity,
  pack: 'neutral',
  specId: null,
});
const typed = (...lines: DraftLine[]): SaveQueue => lines.reduce(withLine, EMPTY_QUEUE);
const take = (queue: SaveQueue) => {
  const taken = takePart(queue);
  if (!taken) throw new Error('nothing to take');
  return taken;
};

describe('the queue of an autosave', () => {
  it('keeps the newest change of a line and counts what waits', () => {
    const queue = withRecipients(
      withHeader(typed(line('a', 1), line('b', 6), line('a', 12)), { name: 'Eid' }),
      [],
    );
    expect([...queue.lines.values()].map((each) => each.quantity)).toEqual([12, 6]);
    expect(countOf(queue)).toBe(4);
    expect(countOf(EMPTY_QUEUE)).toBe(0);
  });

  it('sends lines first, then the head, then recipients, then nothing', () => {
    let queue = withRecipients(withHeader(typed(line('a', 1)), { shipTo: 'customers' }), []);
    const kinds: string[] = [];
    for (let next = takePart(queue); next; next = takePart(queue)) {
      kinds.push(next.part.kind);
      queue = next.rest;
    }
    expect(kinds).toEqual(['lines', 'header', 'recipients']);
    expect(countOf(queue)).toBe(0);
  });

  it('puts a failed request back beneath what was typed since', () => {
    const { part, rest } = take(typed(line('a', 12), line('b', 6)));
    const queue = putBack(part, withLine(rest, line('a', 24)));
    expect([...queue.lines].map(([id, each]) => [id, each.quantity])).toEqual([
      ['a', 24],
      ['b', 6],
    ]);
  });

  it('does the same for the head and for recipients', () => {
    const head = take(withHeader(EMPTY_QUEUE, { name: 'Eid', shipTo: 'customers' }));
    expect(putBack(head.part, withHeader(head.rest, { name: 'Ramadan' })).header).toEqual({
      name: 'Ramadan',
      shipTo: 'customers',
    });
    const people = take(withRecipients(EMPTY_QUEUE, []));
    expect(putBack(people.part, people.rest).recipients).toEqual([]);
  });

  it('lets shares go with the line they were of', () => {
    const reem = { name: 'Reem' } as RecipientInput;
    const shares = [
      { variantId: 'a', quantity: 2 },
      { variantId: 'b', quantity: 1 },
    ];
    expect(withoutShares([{ ...reem, items: shares }], ['a'])).toEqual([
      { ...reem, items: [{ variantId: 'b', quantity: 1 }] },
    ]);
  });

  it('shows the server’s lines with waiting changes on top', () => {
    const saved = new Map([
      ['a', line('a', 12)],
      ['b', line('b', 6)],
    ]);
    const shown = appliedLines(saved, typed(line('b', 0), line('c', 10)));
    expect([...shown.values()].map((each) => `${each.variantId}${each.quantity}`)).toEqual(['a12', 'c10']);
  });
});
