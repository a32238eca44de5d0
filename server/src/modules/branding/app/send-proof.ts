import { Injectable } from '@nestjs/common';
import { proofLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import { proofExpiresAt } from '@qafila/shared/branding/brief-clock.rules';
import type { DesignProofView } from '@qafila/shared/branding/proof-views';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { PROOF_SENT } from '../briefs.api';
import { BriefRepository } from '../db/brief.repository';
import { ProofRepository } from '../db/proof.repository';
import type { Brief } from '../domain/brief';
import type { Proof } from '../domain/proof';
import { CarryNotes } from './carry-notes';
import { DescribeDesignProof } from './describe-design-proof';
import { JudgeProof } from './judge-proof';
import { PassTurn } from './pass-turn';
import { refuseMaker } from './refuse-others';

/** The gatekeeper sends a version: older ones lock, a round is used, and the trader has the turn. */
@Injectable()
export class SendProof {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly proofs: ProofRepository,
    private readonly carry: CarryNotes,
    private readonly judge: JudgeProof,
    private readonly turn: PassTurn,
    private readonly describe: DescribeDesignProof,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  run(actor: Actor, at: { readonly id: string; readonly version: number }): Promise<DesignProofView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const held = await this.proofs.holdRevision(tx, at);
      refuseMaker(actor, held.brief, held.proof);
      const to = await this.judge.next(tx, held, 'send');
      const now = this.clock.now();
      // Remarks that came after this version was begun stand on it too, before the older ones lock.
      await this.carry.to(tx, held.proof, await this.proofs.pagesOf(tx, held.brief, held.proof.assetId));
      const proof = await this.proofs.advance(tx, held.proof, {
        to,
        sentBy: actor.personId,
        sentAt: now,
        expiresAt: proofExpiresAt(now),
      });
      const locked = await this.proofs.advanceOlder(tx, held.brief, {
        before: proof.version,
        from: proofLifecycle.steps.supersede.from,
        at: now,
      });
      const brief = await this.use(tx, held.brief, { by: actor.personId, at: now });
      await this.tell(tx, { brief, proof, was: held.proof, locked });
      return this.describe.of(tx, actor, { brief, proof });
    });
  }

  /** One round, and the turn. */
  private async use(tx: Tx, brief: Brief, sent: { readonly by: string; readonly at: Date }): Promise<Brief> {
    const times = await this.turn.to(tx, brief, { side: 'trader' });
    return this.briefs.advance(tx, brief, {
      to: brief.state,
      at: sent.at,
      roundsUsed: brief.roundsUsed + 1,
      gatekeeperId: brief.gatekeeperId ?? sent.by,
      ...times,
    });
  }

  private async tell(
    tx: Tx,
    { brief, proof, was, locked }: { brief: Brief; proof: Proof; was: Proof; locked: readonly string[] },
  ): Promise<void> {
    await this.audit.record(tx, {
      event: 'branding.proof_sent',
      companyId: brief.companyId,
      subject: { kind: 'proof', id: proof.id },
      before: { state: was.state },
      after: { state: proof.state, version: proof.version, round: brief.roundsUsed, lockedProofs: locked },
    });
    await this.outbox.record(tx, {
      type: PROOF_SENT,
      companyId: brief.companyId,
      payload: { briefId: brief.id, proofId: proof.id, version: proof.version },
    });
  }
}
