import { Injectable } from '@nestjs/common';
import type { BriefFields, BriefView } from '@qafila/shared/branding/brief-views';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { BriefRepository } from '../db/brief.repository';
import { CheckBriefNames } from './check-brief-names';
import { DescribeBrief } from './describe-brief';

/** Saves a brief as far as it is typed, while it is a draft or the design team asks for more. */
@Injectable()
export class SaveBrief {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly names: CheckBriefNames,
    private readonly describe: DescribeBrief,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    fields: BriefFields,
  ): Promise<BriefView> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const brief = await this.briefs.holdVersion(tx, at);
      if (brief.state !== 'draft' && brief.state !== 'needs_info') throw new Problem('WRONG_STATE');
      const known = await this.names.of(tx, scope.companyId, fields);
      await this.briefs.put(tx, brief, { fields: known, at: this.clock.now() });
      return this.describe.of(tx, actor, await this.briefs.read(tx, brief.id));
    });
  }
}
