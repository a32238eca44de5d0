import { Injectable } from '@nestjs/common';
import { briefLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { BriefView } from '@qafila/shared/branding/brief-views';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { isProblemCode } from '@qafila/shared/registry/problems';
import { riyadhDay } from '@qafila/shared/traders/application.rules';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { BRIEF_SUBMITTED } from '../briefs.api';
import { BriefRepository } from '../db/brief.repository';
import { BriefFactsRepository } from '../db/brief-facts.repository';
import { type Brief, briefFacts, missingFields, sendingBlockers } from '../domain/brief';
import { DescribeBrief, sendingFactsOf } from './describe-brief';
import { PassTurn } from './pass-turn';

/** Sends a brief, for the first time or with what was asked; from now on the clock of the design team runs. */
@Injectable()
export class SubmitBrief {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly facts: BriefFactsRepository,
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
      const to = await this.refuse(tx, brief);
      const times = await this.turn.to(tx, brief, { side: 'store' });
      const now = this.clock.now();
      const sent = await this.briefs.advance(tx, brief, {
        to,
        at: now,
        question: null,
        submittedAt: brief.submittedAt ?? now,
        ...times,
      });
      await this.audit.record(tx, {
        event: 'branding.brief_submitted',
        companyId: scope.companyId,
        subject: { kind: 'brief', id: brief.id },
        before: { state: brief.state },
        after: { state: to, dueAt: times.dueAt },
      });
      const payload = { briefId: brief.id };
      await this.outbox.record(tx, { type: BRIEF_SUBMITTED, companyId: scope.companyId, payload });
      return this.describe.of(tx, actor, sent);
    });
  }

  /** Answers the next state, or throws what stands against sending. */
  private async refuse(tx: Tx, brief: Brief) {
    const around = await this.facts.around(tx, brief);
    const blockers = sendingBlockers(brief, sendingFactsOf(around, riyadhDay(this.clock.now())));
    const verdict = decide(
      briefLifecycle,
      { state: brief.state, step: 'submit' },
      { ...briefFacts(brief), blockers },
    );
    if (verdict.ok) return verdict.to;
    const [code = 'WRONG_STATE'] = verdict.reasons;
    if (code === 'BRIEF_INCOMPLETE') {
      const fields = missingFields(brief);
      throw new Problem(code, { count: fields.length }, fields);
    }
    throw new Problem(isProblemCode(code) ? code : 'WRONG_STATE');
  }
}
