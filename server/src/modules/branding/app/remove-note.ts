import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { scopeOf } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { ProofRepository } from '../db/proof.repository';
import { ProofNoteRepository } from '../db/proof-note.repository';
import { mayEdit } from '../domain/proof';
import { refuseLocked } from './refuse-others';
import { ShowNotes } from './show-notes';

/** Takes an own note back that nobody has answered or worked on; its number stays empty. */
@Injectable()
export class RemoveNote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proofs: ProofRepository,
    private readonly notes: ProofNoteRepository,
    private readonly show: ShowNotes,
  ) {}

  run(actor: Actor, at: { readonly id: string; readonly noteId: string }): Promise<{ done: true }> {
    return this.unitOfWork.run(scopeOf(actor), async (tx) => {
      const { proof } = await this.proofs.hold(tx, at.id);
      refuseLocked(proof);
      const { note, replies } = await this.show.find(tx, proof, at.noteId);
      if (!mayEdit(note, { personId: actor.personId, replies })) throw new Problem('NOTE_IS_FIXED');
      await this.notes.remove(tx, proof, note.id);
      return { done: true };
    });
  }
}
