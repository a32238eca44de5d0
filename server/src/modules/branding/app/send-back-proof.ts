import { Injectable } from '@nestjs/common';
import { proofLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { DesignProofView } from '@qafila/shared/branding/proof-views';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { ProofRepository } from '../db/proof.repository';
import { DescribeDesignProof } from './describe-design-proof';
import { refuseMaker } from './refuse-others';

/** The gatekeeper returns a version to its maker and says why. */
@Injectable()
export class SendBackProof {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proofs: ProofRepository,
    private readonly describe: DescribeDesignProof,
    private readonly audit: Audit,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    text: string,
  ): Promise<DesignProofView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const { brief, proof } = await this.proofs.holdRevision(tx, at);
      refuseMaker(actor, brief, proof);
      const verdict = decide(proofLifecycle, { state: proof.state, step: 'send_back' }, { blockers: [] });
      if (!verdict.ok) throw new Problem('WRONG_STATE');
      const next = await this.proofs.advance(tx, proof, { to: verdict.to, sentBackFor: text });
      await this.audit.record(tx, {
        event: 'branding.proof_sent_back',
        companyId: brief.companyId,
        subject: { kind: 'proof', id: proof.id },
        before: { state: proof.state },
        after: { state: verdict.to },
      });
      return this.describe.of(tx, actor, { brief, proof: next });
    });
  }
}
