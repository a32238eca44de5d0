import { Injectable } from '@nestjs/common';
import type { ReorderPlan } from '@qafila/shared/ordering/reorder.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { PlanReorder } from './plan-reorder';

/** What an earlier order would give if it were ordered again now; nothing is changed. */
@Injectable()
export class ProposeReorder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plan: PlanReorder,
  ) {}

  run(actor: Actor, id: string): Promise<ReorderPlan> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const { plan } = await this.plan.run(tx, { companyId: scope.companyId, id }, null);
      return plan;
    });
  }
}
