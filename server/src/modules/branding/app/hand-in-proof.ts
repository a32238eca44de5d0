import { Injectable } from '@nestjs/common';
import type { DesignProofView } from '@qafila/shared/branding/proof-views';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ProofRepository } from '../db/proof.repository';
import { DescribeDesignProof } from './describe-design-proof';
import { JudgeProof } from './judge-proof';
import { refuseOthers } from './refuse-others';

/** Hands a version to the gatekeeper. Whoever hands it in is its maker from then on. */
@Injectable()
export class HandInProof {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proofs: ProofRepository,
    private readonly judge: JudgeProof,
    private readonly describe: DescribeDesignProof,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, at: { readonly id: string; readonly version: number }): Promise<DesignProofView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const { brief, proof } = await this.proofs.holdRevision(tx, at);
      refuseOthers(actor, brief);
      const to = await this.judge.next(tx, { brief, proof }, 'hand_in');
      const next = await this.proofs.advance(tx, proof, { to, madeBy: actor.personId, sentBackFor: null });
      await this.audit.record(tx, {
        event: 'branding.proof_handed_in',
        companyId: brief.companyId,
        subject: { kind: 'proof', id: proof.id },
        before: { state: proof.state },
        after: { state: to },
      });
      return this.describe.of(tx, actor, { brief, proof: next });
    });
  }
}
