import { Injectable } from '@nestjs/common';
import type { DesignProofView } from '@qafila/shared/branding/proof-views';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { BriefRepository } from '../db/brief.repository';
import { ProofRepository } from '../db/proof.repository';
import { DescribeDesignProof } from './describe-design-proof';

/** One version for the design team; the look is kept. */
@Injectable()
export class ReadDesignProof {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly proofs: ProofRepository,
    private readonly describe: DescribeDesignProof,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, id: string): Promise<DesignProofView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const proof = await this.proofs.read(tx, id);
      const brief = await this.briefs.read(tx, proof.briefId);
      await this.audit.look(tx, {
        event: 'branding.proof_opened',
        companyId: brief.companyId,
        subject: { kind: 'proof', id },
      });
      return this.describe.of(tx, actor, { brief, proof });
    });
  }
}
