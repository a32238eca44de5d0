import { Injectable } from '@nestjs/common';
import type { DesignBriefView } from '@qafila/shared/branding/brief-views';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { BriefRepository } from '../db/brief.repository';
import { BriefFactsRepository } from '../db/brief-facts.repository';
import { isOver } from '../domain/brief';
import { DescribeDesignBrief } from './describe-design-brief';

/** Says who designs and who looks at it before it leaves: two people of the design team. */
@Injectable()
export class AssignBrief {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly facts: BriefFactsRepository,
    private readonly describe: DescribeDesignBrief,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    people: { readonly assigneeId: string; readonly gatekeeperId: string | null },
  ): Promise<DesignBriefView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const brief = await this.briefs.holdVersion(tx, at);
      if (isOver(brief.state)) throw new Problem('WRONG_STATE');
      if (people.assigneeId === people.gatekeeperId) throw new Problem('BRIEF_SAME_PERSON');
      const designers = new Set((await this.facts.designers(tx)).map((each) => each.id));
      const named = [people.assigneeId, people.gatekeeperId].filter((id) => id !== null);
      if (!named.every((id) => designers.has(id))) throw new Problem('BRIEF_NO_DESIGNER');
      const given = await this.briefs.advance(tx, brief, {
        to: brief.state,
        at: this.clock.now(),
        ...people,
      });
      await this.audit.record(tx, {
        event: 'branding.brief_assigned',
        companyId: brief.companyId,
        subject: { kind: 'brief', id: brief.id },
        before: { assigneeId: brief.assigneeId, gatekeeperId: brief.gatekeeperId },
        after: { ...people },
      });
      return this.describe.of(tx, actor, given);
    });
  }
}
