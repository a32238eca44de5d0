import { Injectable } from '@nestjs/common';
import type { DesignProofView } from '@qafila/shared/branding/proof-views';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { ProofRepository } from '../db/proof.repository';
import { ProofNoteRepository } from '../db/proof-note.repository';
import { ProofTodoRepository } from '../db/proof-todo.repository';
import { DescribeDesignProof } from './describe-design-proof';
import { refuseLocked, refuseMaker } from './refuse-others';

/** The gatekeeper makes one to-do of one or several open notes. */
@Injectable()
export class FoldNotes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proofs: ProofRepository,
    private readonly notes: ProofNoteRepository,
    private readonly todos: ProofTodoRepository,
    private readonly describe: DescribeDesignProof,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  run(
    actor: Actor,
    proofId: string,
    given: { readonly noteIds: readonly string[]; readonly text: string },
  ): Promise<DesignProofView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const { brief, proof } = await this.proofs.hold(tx, proofId);
      refuseMaker(actor, brief, proof);
      refuseLocked(proof);
      const todoId = newId();
      const { noteIds, text } = given;
      await this.todos.add(tx, proof, { id: todoId, text, by: actor.personId, at: this.clock.now() });
      await this.notes.settle(tx, proof, { noteIds, to: 'todo', todoId, reason: null });
      await this.audit.record(tx, {
        event: 'branding.notes_folded',
        companyId: brief.companyId,
        subject: { kind: 'proof', id: proof.id },
        after: { todoId, noteIds },
      });
      return this.describe.of(tx, actor, { brief, proof });
    });
  }
}
