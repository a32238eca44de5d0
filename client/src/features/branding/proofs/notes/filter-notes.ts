import type { ShownNote } from '../side';

export const NOTE_FILTERS = ['open', 'all', 'mine'] as const;
export type NoteFilter = (typeof NOTE_FILTERS)[number];

/** Something has still to be done with it. */
export const isUnsettled = ({ status }: Pick<ShownNote, 'status'>): boolean =>
  status === 'open' || status === 'todo';

const PASSES: Readonly<Record<NoteFilter, (note: ShownNote) => boolean>> = {
  open: isUnsettled,
  all: () => true,
  mine: (note) => note.isMine || note.replies.some((reply) => reply.isMine),
};
export const filterNotes = (notes: readonly ShownNote[], filter: NoteFilter): ShownNote[] =>
  notes.filter(PASSES[filter]);

/** The note before or after one in a list, around its ends; the first where there is none yet. */
export function neighbourOf(
  notes: readonly ShownNote[],
  id: string | null,
  by: 1 | -1,
): ShownNote | undefined {
  const at = notes.findIndex((note) => note.id === id);
  if (at < 0) return notes.at(by === 1 ? 0 : -1);
  return notes.at((at + by) % notes.length);
}
