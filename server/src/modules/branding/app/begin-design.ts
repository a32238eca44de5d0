import { Injectable } from '@nestjs/common';
import { briefLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { DesignBriefView } from '@qafila/shared/branding/brief-views';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { BriefRepository } from '../db/brief.repository';
import { briefFacts } from '../domain/brief';
import { DescribeDesignBrief } from './describe-design-brief';
import { refuseOthers } from './refuse-others';

/** The brief is complete and somebody designs; who begins one that nobody has takes it. */
@Injectable()
export class BeginDesign {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly describe: DescribeDesignBrief,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, at: { readonly id: string; readonly version: number }): Promise<DesignBriefView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const brief = await this.briefs.hold(tx, at.id);
      refuseOthers(actor, brief);
      if (brief.version !== at.version) throw new Problem('STALE_RECORD');
      const verdict = decide(briefLifecycle, { state: brief.state, step: 'begin' }, briefFacts(brief));
      if (!verdict.ok)
        throw new Problem(verdict.code === 'BLOCKED' ? 'BRIEF_ROUND_NEEDS_QUOTE' : 'WRONG_STATE');
      const begun = await this.briefs.advance(tx, brief, {
        to: verdict.to,
        at: this.clock.now(),
        assigneeId: actor.personId,
        gatekeeperId: brief.gatekeeperId === actor.personId ? null : brief.gatekeeperId,
      });
      await this.audit.record(tx, {
        event: 'branding.design_begun',
        companyId: brief.companyId,
        subject: { kind: 'brief', id: brief.id },
        before: { state: brief.state, assigneeId: brief.assigneeId },
        after: { state: verdict.to, assigneeId: actor.personId },
      });
      return this.describe.of(tx, actor, begun);
    });
  }
}
