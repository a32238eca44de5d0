import { Injectable } from '@nestjs/common';
import type { DesignBriefView } from '@qafila/shared/branding/brief-views';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { BriefRepository } from '../db/brief.repository';
import { DescribeDesignBrief } from './describe-design-brief';

/** One brief for the design team; the look is kept. */
@Injectable()
export class ReadDesignBrief {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly describe: DescribeDesignBrief,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, id: string): Promise<DesignBriefView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const brief = await this.briefs.read(tx, id);
      await this.audit.look(tx, {
        event: 'branding.brief_opened',
        companyId: brief.companyId,
        subject: { kind: 'brief', id },
      });
      return this.describe.of(tx, actor, brief);
    });
  }
}
