import type { TurnSide } from '@qafila/shared/branding/brief-clock.rules';
import type { NoteShape } from '@qafila/shared/branding/proof-notes.rules';
import type { ProofPageView } from '@qafila/shared/branding/proof-views';
import type { Brief } from './brief';
import { roundsOf } from './brief';
import { isoOf } from './brief-reply';
import { mayEdit, type Note, nameFor, type Proof } from './proof';

/** What both sides see of a version. */
export const proofHeadOf = (brief: Brief, proof: Proof, pages: readonly ProofPageView[]) => ({
  id: proof.id,
  briefId: brief.id,
  briefCode: brief.code,
  briefTitle: brief.title,
  version: proof.version,
  state: proof.state,
  revision: proof.revision,
  assetId: proof.assetId,
  pages: [...pages],
  watermark: proof.state === 'approved' ? null : `${brief.code} · v${proof.version}`,
  rounds: roundsOf(brief),
  sentAt: isoOf(proof.sentAt),
  viewedAt: isoOf(proof.viewedAt),
  decidedAt: isoOf(proof.decidedAt),
  expiresAt: isoOf(proof.expiresAt),
  isLocked: proof.lockedAt !== null,
});

interface Reader {
  readonly side: TurnSide;
  readonly personId: string;
  /** The version that is looked at. */
  readonly version: number;
}
/** A note with its place; a row without one is a reply. */
type PlacedNote = Note & { readonly number: number; readonly page: number; readonly shape: NoteShape };
const isPlaced = (note: Note): note is PlacedNote =>
  note.number !== null && note.page !== null && note.shape !== null;

export const replyOf = (reply: Note, reader: Pick<Reader, 'side' | 'personId'>) => ({
  id: reply.id,
  body: reply.body,
  side: reply.side,
  author: nameFor(reader.side, reply),
  isMine: reply.authorId === reader.personId,
  at: reply.writtenAt.toISOString(),
});

/** Notes in the order of their writing, each with its replies; what a trader may see of them. */
export function threadsOf(rows: readonly Note[], reader: Reader) {
  const replies = new Map<string, Note[]>();
  for (const row of rows)
    if (row.parentId !== null) replies.set(row.parentId, [...(replies.get(row.parentId) ?? []), row]);
  return rows.filter(isPlaced).map((note) => {
    const answers = replies.get(note.id) ?? [];
    return {
      id: note.id,
      number: note.number,
      page: note.page,
      shape: note.shape,
      body: note.body,
      status: note.status,
      declineReason: note.declineReason,
      fromVersion: note.fromVersion === reader.version ? null : note.fromVersion,
      mayEdit: mayEdit(note, { personId: reader.personId, replies: answers.length }),
      side: note.side,
      author: nameFor(reader.side, note),
      isMine: note.authorId === reader.personId,
      at: note.writtenAt.toISOString(),
      replies: answers.map((reply) => replyOf(reply, reader)),
    };
  });
}

/** The same with what only the design team may see. */
export function designThreadsOf(rows: readonly Note[], reader: Reader) {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return threadsOf(rows, reader).map((note) => ({
    ...note,
    visibility: byId.get(note.id)?.visibility ?? 'internal',
    todoId: byId.get(note.id)?.todoId ?? null,
  }));
}
