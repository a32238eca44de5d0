import { Injectable } from '@nestjs/common';
import { briefLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { BriefView } from '@qafila/shared/branding/brief-views';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { BriefRepository } from '../db/brief.repository';
import { briefFacts } from '../domain/brief';
import { DescribeBrief } from './describe-brief';
import { PassTurn } from './pass-turn';

/** Takes up a brief that waited after a proof had expired: the design team owes the next version. */
@Injectable()
export class ResumeBrief {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly turn: PassTurn,
    private readonly describe: DescribeBrief,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, at: { readonly id: string; readonly version: number }): Promise<BriefView> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const brief = await this.briefs.holdVersion(tx, at);
      const verdict = decide(briefLifecycle, { state: brief.state, step: 'resume' }, briefFacts(brief));
      if (!verdict.ok) throw new Problem('WRONG_STATE');
      const times = await this.turn.to(tx, brief, { side: 'store', newLeg: true });
      const taken = await this.briefs.advance(tx, brief, { to: verdict.to, at: this.clock.now(), ...times });
      await this.audit.record(tx, {
        event: 'branding.brief_resumed',
        companyId: scope.companyId,
        subject: { kind: 'brief', id: brief.id },
        before: { state: brief.state },
        after: { state: verdict.to, dueAt: times.dueAt },
      });
      return this.describe.of(tx, actor, taken);
    });
  }
}
