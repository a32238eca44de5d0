import { Injectable } from '@nestjs/common';
import type { TurnSide } from '@qafila/shared/branding/brief-clock.rules';
import type { Actor } from '../../../platform/access/actor';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { ProofNoteRepository } from '../db/proof-note.repository';
import type { Note, Proof } from '../domain/proof';
import { designThreadsOf, replyOf, threadsOf } from '../domain/proof-reply';

/** On which side of a proof the transaction stands: a company's, or the store's. */
export const sideOf = (tx: Tx): TurnSide => (tx.scope.companyId === null ? 'store' : 'trader');

/** Notes for whoever has just written one: a trader's are read without what is internal. */
@Injectable()
export class ShowNotes {
  constructor(private readonly notes: ProofNoteRepository) {}

  /** Notes and replies the side may see. */
  rows(tx: Tx, proof: Proof): Promise<Note[]> {
    return this.notes.of(tx, proof, sideOf(tx) === 'trader' ? ['shared'] : ['shared', 'internal']);
  }

  /** A note that the side may see, with how many replies it has. Throws `NOT_FOUND`. */
  async find(tx: Tx, proof: Proof, noteId: string): Promise<{ note: Note; replies: number }> {
    const rows = await this.rows(tx, proof);
    const note = oneRow(rows.filter((row) => row.id === noteId && row.parentId === null));
    return { note, replies: rows.filter((row) => row.parentId === noteId).length };
  }

  async note(tx: Tx, actor: Actor, { proof, noteId }: { proof: Proof; noteId: string }) {
    const rows = await this.rows(tx, proof);
    const side = sideOf(tx);
    const reader = { side, personId: actor.personId, version: proof.version };
    const shown = side === 'trader' ? threadsOf(rows, reader) : designThreadsOf(rows, reader);
    return oneRow(shown.filter((each) => each.id === noteId));
  }

  async reply(tx: Tx, actor: Actor, { proof, replyId }: { proof: Proof; replyId: string }) {
    const rows = await this.rows(tx, proof);
    const row = oneRow(rows.filter((each) => each.id === replyId));
    return replyOf(row, { side: sideOf(tx), personId: actor.personId });
  }
}
