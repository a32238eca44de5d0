import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { briefProducts } from '@qafila/shared/branding/briefs.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { BriefFactsRepository } from '../db/brief-facts.repository';

/** Names and pictures of what a brief can be for: a brand manager chooses among them and sees no price. */
@Injectable()
export class ListBriefProducts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly facts: BriefFactsRepository,
  ) {}

  run(actor: Actor): Promise<ReplyOf<typeof briefProducts>> {
    return this.unitOfWork.run(traderScope(actor), async (tx) => ({ rows: await this.facts.products(tx) }));
  }
}
