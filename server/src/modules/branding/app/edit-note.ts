import { Injectable } from '@nestjs/common';
import { fitsPages, type NoteShape } from '@qafila/shared/branding/proof-notes.rules';
import type { Actor } from '../../../platform/access/actor';
import { scopeOf } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { ProofRepository } from '../db/proof.repository';
import { ProofNoteRepository } from '../db/proof-note.repository';
import { mayEdit } from '../domain/proof';
import { refuseLocked } from './refuse-others';
import { ShowNotes } from './show-notes';

/** Changes an own note that nobody has answered or worked on. */
@Injectable()
export class EditNote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proofs: ProofRepository,
    private readonly notes: ProofNoteRepository,
    private readonly show: ShowNotes,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly noteId: string },
    written: { readonly page: number; readonly shape: NoteShape; readonly body: string },
  ) {
    return this.unitOfWork.run(scopeOf(actor), async (tx) => {
      const { proof } = await this.proofs.hold(tx, at.id);
      refuseLocked(proof);
      const { note, replies } = await this.show.find(tx, proof, at.noteId);
      if (!mayEdit(note, { personId: actor.personId, replies })) throw new Problem('NOTE_IS_FIXED');
      if (!fitsPages(written, await this.proofs.pagesShown(tx, proof))) throw new Problem('NOTE_OFF_PAGE');
      await this.notes.edit(tx, proof, { id: note.id, ...written });
      return this.show.note(tx, actor, { proof, noteId: note.id });
    });
  }
}
