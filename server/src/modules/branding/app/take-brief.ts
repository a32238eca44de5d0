import { Injectable } from '@nestjs/common';
import type { DesignBriefView } from '@qafila/shared/branding/brief-views';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { BriefRepository } from '../db/brief.repository';
import { isOver } from '../domain/brief';
import { DescribeDesignBrief } from './describe-design-brief';

/** A designer takes a brief that nobody has. Whoever comes second reads that it is taken, not that it is stale. */
@Injectable()
export class TakeBrief {
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
      if (brief.assigneeId !== null) throw new Problem('BRIEF_TAKEN');
      if (isOver(brief.state)) throw new Problem('WRONG_STATE');
      if (brief.version !== at.version) throw new Problem('STALE_RECORD');
      const taken = await this.briefs.advance(tx, brief, {
        to: brief.state,
        at: this.clock.now(),
        assigneeId: actor.personId,
        gatekeeperId: brief.gatekeeperId === actor.personId ? null : brief.gatekeeperId,
      });
      await this.audit.record(tx, {
        event: 'branding.brief_taken',
        companyId: brief.companyId,
        subject: { kind: 'brief', id: brief.id },
        after: { assigneeId: actor.personId },
      });
      return this.describe.of(tx, actor, taken);
    });
  }
}
