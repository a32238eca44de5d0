import { Injectable } from '@nestjs/common';
import { proofLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { DecisionView } from '@qafila/shared/branding/decision-views';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { PROOF_REJECTED } from '../briefs.api';
import { ProofRepository } from '../db/proof.repository';
import { ProofDecisionRepository } from '../db/proof-decision.repository';
import { isDecidable } from '../domain/approval';
import { decisionOf } from '../domain/approval-reply';
import { GiveBack } from './give-back';
import { RecordDecision } from './record-decision';

/** Refuses a version as a whole: it locks with its notes, and the design team begins another. */
@Injectable()
export class RejectProof {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proofs: ProofRepository,
    private readonly decisions: ProofDecisionRepository,
    private readonly giveBack: GiveBack,
    private readonly decision: RecordDecision,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    reason: string,
  ): Promise<DecisionView> {
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      const held = await this.proofs.holdRevision(tx, at);
      const was = held.proof;
      const verdict = decide(proofLifecycle, { state: was.state, step: 'reject' }, { blockers: [] });
      if (!verdict.ok || !isDecidable(held.brief)) throw new Problem('WRONG_STATE');
      const messageId = await this.giveBack.say(tx, actor, { ...held, text: reason });
      const content = { messageId };
      const hash = await this.decision.write(tx, actor, { ...held, decision: 'rejected', content });
      const now = this.clock.now();
      const proof = await this.proofs.advance(tx, was, { to: verdict.to, decidedAt: now, lockedAt: now });
      const brief = await this.giveBack.turn(tx, held.brief);
      await this.decision.tell(tx, {
        ...{ was, proof, decision: 'rejected', type: PROOF_REJECTED },
        after: { messageId, hash },
        words: reason,
      });
      const approvals = await this.decisions.approvals(tx, proof, null);
      const made = {
        decision: 'rejected',
        hash,
        approvals,
        needed: brief.approvalsNeeded,
        specId: null,
      } as const;
      return decisionOf(actor, { brief, proof }, made);
    });
  }
}
