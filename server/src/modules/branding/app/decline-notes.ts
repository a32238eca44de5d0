import { Injectable } from '@nestjs/common';
import type { DesignProofView } from '@qafila/shared/branding/proof-views';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ProofRepository } from '../db/proof.repository';
import { ProofNoteRepository } from '../db/proof-note.repository';
import { DescribeDesignProof } from './describe-design-proof';
import { refuseLocked, refuseMaker } from './refuse-others';

/** The gatekeeper declines open notes; whoever wrote them reads why. */
@Injectable()
export class DeclineNotes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proofs: ProofRepository,
    private readonly notes: ProofNoteRepository,
    private readonly describe: DescribeDesignProof,
    private readonly audit: Audit,
  ) {}

  run(
    actor: Actor,
    proofId: string,
    given: { readonly noteIds: readonly string[]; readonly reason: string },
  ): Promise<DesignProofView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const { brief, proof } = await this.proofs.hold(tx, proofId);
      refuseMaker(actor, brief, proof);
      refuseLocked(proof);
      await this.notes.settle(tx, proof, { ...given, to: 'declined', todoId: null });
      await this.audit.record(tx, {
        event: 'branding.notes_declined',
        companyId: brief.companyId,
        subject: { kind: 'proof', id: proof.id },
        after: { noteIds: given.noteIds },
      });
      return this.describe.of(tx, actor, { brief, proof });
    });
  }
}
