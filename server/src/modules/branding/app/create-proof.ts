import { Injectable } from '@nestjs/common';
import type { DesignProofView } from '@qafila/shared/branding/proof-views';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { BriefRepository } from '../db/brief.repository';
import { BriefFactsRepository } from '../db/brief-facts.repository';
import { ProofRepository } from '../db/proof.repository';
import { isOutOfRounds } from '../domain/brief';
import { CarryNotes } from './carry-notes';
import { DescribeDesignProof } from './describe-design-proof';
import { refuseOthers } from './refuse-others';

/** The next version of a brief. Numbers follow one another, since the brief is held while one is made. */
@Injectable()
export class CreateProof {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly facts: BriefFactsRepository,
    private readonly proofs: ProofRepository,
    private readonly carry: CarryNotes,
    private readonly describe: DescribeDesignProof,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, briefId: string, assetId: string): Promise<DesignProofView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const brief = await this.briefs.hold(tx, briefId);
      refuseOthers(actor, brief);
      if (brief.state !== 'in_design') throw new Problem('WRONG_STATE');
      if (isOutOfRounds(brief)) throw new Problem('BRIEF_ROUND_NEEDS_QUOTE');
      const pages = await this.proofs.pagesOf(tx, brief, assetId);
      if (pages.length === 0) throw new Problem('PROOF_FILE_NOT_READY');
      const { packaging } = await this.facts.around(tx, brief);
      const proof = await this.proofs.add(tx, brief, {
        id: newId(),
        assetId,
        packaging,
        by: actor.personId,
        at: this.clock.now(),
      });
      const carried = await this.carry.to(tx, proof, pages);
      await this.audit.record(tx, {
        event: 'branding.proof_made',
        companyId: brief.companyId,
        subject: { kind: 'proof', id: proof.id },
        after: { briefId, version: proof.version, assetId, carriedNotes: carried },
      });
      return this.describe.of(tx, actor, { brief, proof });
    });
  }
}
