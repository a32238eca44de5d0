import { Injectable } from '@nestjs/common';
import type { DesignProofView } from '@qafila/shared/branding/proof-views';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ProofRepository } from '../db/proof.repository';
import { ProofNoteRepository } from '../db/proof-note.repository';
import { ProofTodoRepository } from '../db/proof-todo.repository';
import { DescribeDesignProof } from './describe-design-proof';
import { refuseLocked, refuseOthers } from './refuse-others';

/** The designer ticks to-dos, or takes ticks back; their notes follow on every version that is open. */
@Injectable()
export class TickTodos {
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
    given: { readonly todoIds: readonly string[]; readonly isDone: boolean },
  ): Promise<DesignProofView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const { brief, proof } = await this.proofs.hold(tx, proofId);
      refuseOthers(actor, brief);
      refuseLocked(proof);
      await this.todos.tick(tx, brief, { ...given, by: actor.personId, at: this.clock.now() });
      const to = given.isDone ? 'done' : 'todo';
      await this.notes.followTodos(tx, brief.companyId, { todoIds: given.todoIds, to });
      await this.audit.record(tx, {
        event: 'branding.todos_ticked',
        companyId: brief.companyId,
        subject: { kind: 'proof', id: proof.id },
        after: { ...given },
      });
      return this.describe.of(tx, actor, { brief, proof });
    });
  }
}
