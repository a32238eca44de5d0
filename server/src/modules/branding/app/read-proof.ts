import { Injectable } from '@nestjs/common';
import type { ProofView } from '@qafila/shared/branding/proof-views';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { BriefRepository } from '../db/brief.repository';
import { ProofRepository } from '../db/proof.repository';
import { DescribeProof } from './describe-proof';

/** One version for its trader, once it was sent. */
@Injectable()
export class ReadProof {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly proofs: ProofRepository,
    private readonly describe: DescribeProof,
  ) {}

  run(actor: Actor, id: string): Promise<ProofView> {
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      const proof = await this.proofs.read(tx, id);
      const brief = await this.briefs.read(tx, proof.briefId);
      return this.describe.of(tx, actor, { brief, proof });
    });
  }
}
