import { Injectable } from '@nestjs/common';
import type { DesignProofView } from '@qafila/shared/branding/proof-views';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ProofRepository } from '../db/proof.repository';
import { ProofNoteRepository } from '../db/proof-note.repository';
import { ProofTodoRepository } from '../db/proof-todo.repository';
import { DescribeDesignProof } from './describe-design-proof';
import { refuseLocked, refuseMaker } from './refuse-others';

/** Takes back a to-do that is not done; its notes are open again. */
@Injectable()
export class UnfoldTodo {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proofs: ProofRepository,
    private readonly notes: ProofNoteRepository,
    private readonly todos: ProofTodoRepository,
    private readonly describe: DescribeDesignProof,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, at: { readonly id: string; readonly todoId: string }): Promise<DesignProofView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const { brief, proof } = await this.proofs.hold(tx, at.id);
      refuseMaker(actor, brief, proof);
      refuseLocked(proof);
      await this.todos.refuseDone(tx, brief, at.todoId);
      await this.notes.unfold(tx, brief.companyId, at.todoId);
      await this.todos.remove(tx, brief, at.todoId);
      await this.audit.record(tx, {
        event: 'branding.notes_unfolded',
        companyId: brief.companyId,
        subject: { kind: 'proof', id: proof.id },
        before: { todoId: at.todoId },
      });
      return this.describe.of(tx, actor, { brief, proof });
    });
  }
}
