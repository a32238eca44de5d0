import { Injectable } from '@nestjs/common';
import {
  fitsPages,
  NOTES_A_PROOF,
  type NoteShape,
  type NoteVisibility,
  takesNotes,
} from '@qafila/shared/branding/proof-notes.rules';
import type { Actor } from '../../../platform/access/actor';
import { scopeOf } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { BriefRepository } from '../db/brief.repository';
import { ProofRepository } from '../db/proof.repository';
import { ProofMarkRepository } from '../db/proof-mark.repository';
import { ProofNoteRepository } from '../db/proof-note.repository';
import type { Proof } from '../domain/proof';
import { ShowNotes, sideOf } from './show-notes';

export interface WrittenNote {
  readonly page: number;
  readonly shape: NoteShape;
  readonly body: string;
  readonly visibility: NoteVisibility;
}

/** Puts a note on a version, from either side. The lock of the brief decides whether it came before the closing. */
@Injectable()
export class AddNote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly proofs: ProofRepository,
    private readonly notes: ProofNoteRepository,
    private readonly marks: ProofMarkRepository,
    private readonly show: ShowNotes,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, proofId: string, written: WrittenNote) {
    return this.unitOfWork.run(scopeOf(actor), async (tx) => {
      const { brief, proof } = await this.proofs.hold(tx, proofId);
      const side = sideOf(tx);
      if (proof.lockedAt !== null || !takesNotes(side, proof.state)) throw new Problem('PROOF_LOCKED');
      await this.refuse(tx, proof, written);
      const at = this.clock.now();
      const id = newId();
      const number = await this.briefs.nextNote(tx, brief, written.visibility);
      const by = { side, authorId: actor.personId, writtenAt: at };
      await this.notes.add(tx, proof, { id, number, ...written, ...by });
      if (side === 'trader')
        await this.marks.mark(tx, proof, { personId: actor.personId, kind: 'commented', at });
      return this.show.note(tx, actor, { proof, noteId: id });
    });
  }

  private async refuse(tx: Tx, proof: Proof, written: WrittenNote): Promise<void> {
    const pages = await this.proofs.pagesShown(tx, proof);
    if (!fitsPages(written, pages)) throw new Problem('NOTE_OFF_PAGE');
    const limit = NOTES_A_PROOF.value;
    if ((await this.notes.count(tx, proof)) >= limit) throw new Problem('TOO_MANY_NOTES', { limit });
  }
}
