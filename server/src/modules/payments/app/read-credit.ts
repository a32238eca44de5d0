import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { companyCredit } from '@qafila/shared/payments/credit.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { LedgerRepository } from '../db/ledger.repository';

/** The company's own credit, as far as it can be used. */
@Injectable()
export class ReadCredit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: LedgerRepository,
  ) {}

  run(actor: Actor): Promise<ReplyOf<typeof companyCredit>> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => ({
      amounts: await this.entries.freeCredits(tx, scope.companyId),
    }));
  }
}
