import { Injectable } from '@nestjs/common';
import type { BriefView } from '@qafila/shared/branding/brief-views';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { BriefRepository } from '../db/brief.repository';
import { DescribeBrief } from './describe-brief';

/** One brief of the company. */
@Injectable()
export class ReadBrief {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly briefs: BriefRepository,
    private readonly describe: DescribeBrief,
  ) {}

  run(actor: Actor, id: string): Promise<BriefView> {
    return this.unitOfWork.run(traderScope(actor), async (tx) =>
      this.describe.of(tx, actor, await this.briefs.read(tx, id)),
    );
  }
}
