import { Injectable } from '@nestjs/common';
import { NOTES_A_PROOF, takesReplies } from '@qafila/shared/branding/proof-notes.rules';
import type { Actor } from '../../../platform/access/actor';
import { scopeOf } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { ProofRepository } from '../db/proof.repository';
import { ProofMarkRepository } from '../db/proof-mark.repository';
import { ProofNoteRepository } from '../db/proof-note.repository';
import { ShowNotes, sideOf } from './show-notes';

/** Answers a note; the answer is as open as the note is. */
@Injectable()
export class ReplyToNote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proofs: ProofRepository,
    private readonly notes: ProofNoteRepository,
    private readonly marks: ProofMarkRepository,
    private readonly show: ShowNotes,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, at: { readonly id: string; readonly noteId: string }, body: string) {
    return this.unitOfWork.run(scopeOf(actor), async (tx) => {
      const { proof } = await this.proofs.hold(tx, at.id);
      if (proof.lockedAt !== null || !takesReplies(proof.state)) throw new Problem('PROOF_LOCKED');
      const { note } = await this.show.find(tx, proof, at.noteId);
      const limit = NOTES_A_PROOF.value;
      if ((await this.notes.count(tx, proof)) >= limit) throw new Problem('TOO_MANY_NOTES', { limit });
      const id = newId();
      const writtenAt = this.clock.now();
      const side = sideOf(tx);
      await this.notes.addReply(tx, { proof, note }, { id, body, side, authorId: actor.personId, writtenAt });
      const mark = { personId: actor.personId, kind: 'commented', at: writtenAt } as const;
      if (side === 'trader') await this.marks.mark(tx, proof, mark);
      return this.show.reply(tx, actor, { proof, replyId: id });
    });
  }
}
