/** What keeps a file from being read: its form, or a calendar we do not count money in. */
export type UnreadableReason = 'form' | 'hijri';

/** A file that is not a statement we can read; `place` says where, in the file's own names, with its line or row. */
export class NotReadable extends Error {
  constructor(
    readonly place: string,
    readonly reason: UnreadableReason = 'form',
  ) {
    super(place);
  }
}
