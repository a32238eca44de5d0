import { Injectable } from '@nestjs/common';
import { briefLifecycle, proofLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { BriefView } from '@qafila/shared/branding/brief-views';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { BRIEF_CANCELLED } from '../briefs.api';
import { BriefRepository } from '../db/brief.repository';
import { ProofRepository } from '../db/proof.repository';
import { briefFacts } from '../domain/brief';
import { DescribeBrief } from './describe-brief';
import { PassTurn } from './pass-turn';

/** Ends a brief without a design; whatever was made for it locks. */
@Injectable()
export class CancelBrief {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly proofs: ProofRepository,
    private readonly turn: PassTurn,
    private readonly describe: DescribeBrief,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  run(actor: Actor, at: { readonly id: string; readonly version: number }): Promise<BriefView> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const brief = await this.briefs.holdVersion(tx, at);
      const verdict = decide(briefLifecycle, { state: brief.state, step: 'cancel' }, briefFacts(brief));
      if (!verdict.ok) throw new Problem('WRONG_STATE');
      const now = this.clock.now();
      const times = await this.turn.to(tx, brief, { side: null });
      const ended = await this.briefs.advance(tx, brief, {
        to: verdict.to,
        at: now,
        question: null,
        ...times,
      });
      const locked = await this.proofs.advanceOlder(tx, brief, {
        before: null,
        from: proofLifecycle.steps.supersede.from,
        at: now,
      });
      await this.audit.record(tx, {
        event: 'branding.brief_cancelled',
        companyId: scope.companyId,
        subject: { kind: 'brief', id: brief.id },
        before: { state: brief.state },
        after: { state: verdict.to, lockedProofs: locked },
      });
      const payload = { briefId: brief.id };
      await this.outbox.record(tx, { type: BRIEF_CANCELLED, companyId: scope.companyId, payload });
      return this.describe.of(tx, actor, ended);
    });
  }
}
