import { describe, expect, it } from '@jest/globals';
import type { ShownNote } from '../side';
import { filterNotes, neighbourOf } from './filter-notes';

const note = (number: number, more: Partial<ShownNote> = {}): ShownNote => ({
  ...{ id: `n${number}`, number, page: 1, shape: { shape: 'pin', x: 1, y: 1 }, body: 'Text', status: 'open' },
  ...{ declineReason: null, fromVersion: null, mayEdit: false, side: 'trader', author: null, isMine: false },
  ...{ at: '2026-11-01T09:00:00.000Z', replies: [] },
  ...more,
});
const reply = (isMine: boolean) => ({
  ...{ id: 'r1', body: 'Yes', side: 'store' as const, author: null, isMine, at: '2026-11-01T10:00:00.000Z' },
});
const NOTES = [
  note(1),
  note(2, { status: 'todo' }),
  note(3, { status: 'done', isMine: true }),
  note(4, { status: 'declined', replies: [reply(true)] }),
];
const numbers = (notes: readonly ShownNote[]): number[] => notes.map(({ number }) => number);

describe('notes of a proof', () => {
  it('are open until they are done or declined', () => {
    expect(numbers(filterNotes(NOTES, 'open'))).toEqual([1, 2]);
    expect(numbers(filterNotes(NOTES, 'all'))).toEqual([1, 2, 3, 4]);
  });

  it('are mine when I wrote them or answered them', () => {
    expect(numbers(filterNotes(NOTES, 'mine'))).toEqual([3, 4]);
  });

  it('follow one another around the ends', () => {
    expect(neighbourOf(NOTES, null, 1)?.number).toBe(1);
    expect(neighbourOf(NOTES, null, -1)?.number).toBe(4);
    expect(neighbourOf(NOTES, 'n4', 1)?.number).toBe(1);
    expect(neighbourOf(NOTES, 'n1', -1)?.number).toBe(4);
    expect(neighbourOf([], null, 1)).toBeUndefined();
  });
});
