import { Injectable } from '@nestjs/common';
import { proofLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { ProofView } from '@qafila/shared/branding/proof-views';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { BriefRepository } from '../db/brief.repository';
import { ProofRepository } from '../db/proof.repository';
import { ProofMarkRepository } from '../db/proof-mark.repository';
import type { Proof } from '../domain/proof';
import { DescribeProof } from './describe-proof';

/** Somebody opens a version: the first look of each person is kept; of the store's own, none is. */
@Injectable()
export class ViewProof {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly proofs: ProofRepository,
    private readonly marks: ProofMarkRepository,
    private readonly describe: DescribeProof,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, id: string): Promise<ProofView> {
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      const proof = await this.proofs.read(tx, id);
      const seen = actor.acting === null ? await this.look(tx, actor, proof) : proof;
      const brief = await this.briefs.read(tx, proof.briefId);
      return this.describe.of(tx, actor, { brief, proof: seen });
    });
  }

  private async look(tx: Tx, actor: Actor, proof: Proof): Promise<Proof> {
    if (proof.lockedAt !== null) return proof;
    const at = this.clock.now();
    const mark = { personId: actor.personId, kind: 'viewed', at } as const;
    const verdict = decide(proofLifecycle, { state: proof.state, step: 'view' }, { blockers: [] });
    if (!verdict.ok) {
      await this.marks.mark(tx, proof, mark);
      return proof;
    }
    // Held before anything is written, as everywhere; of two people who open it at once, one look is the first.
    const { brief, proof: held } = await this.proofs.hold(tx, proof.id);
    if (held.lockedAt !== null) return held;
    await this.marks.mark(tx, held, mark);
    if (held.state !== proof.state) return held;
    await this.audit.record(tx, {
      event: 'branding.proof_viewed',
      companyId: brief.companyId,
      subject: { kind: 'proof', id: proof.id },
      before: { state: held.state },
      after: { state: verdict.to },
    });
    return this.proofs.advance(tx, held, { to: verdict.to, viewedAt: at });
  }
}
