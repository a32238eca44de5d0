import { Injectable } from '@nestjs/common';
import type { OrderView } from '@qafila/shared/ordering/order-views';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { OrderRepository } from '../db/order.repository';
import { isStoreDraft } from '../domain/order';
import { DescribeOrder } from './describe-order';

/** A draft that the store prepared becomes the trader's own; from then on staff only read it. */
@Injectable()
export class TakeOverDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly orders: OrderRepository,
    private readonly describe: DescribeOrder,
  ) {}

  /** Throws `WRONG_STATE`, `STALE_RECORD`; `NOT_ALLOWED` for the store itself. */
  run(actor: Actor, given: { readonly id: string; readonly version: number }): Promise<OrderView> {
    const scope = traderScope(actor);
    const key = { companyId: scope.companyId, id: given.id };
    return this.unitOfWork.run(scope, async (tx) => {
      const { order, company } = await this.orders.lock(tx, key);
      if (actor.acting) throw new Problem('NOT_ALLOWED');
      if (order.state !== 'draft' || !isStoreDraft(order)) throw new Problem('WRONG_STATE');
      if (order.version !== given.version) throw new Problem('STALE_RECORD');
      const taken = await this.orders.takeOver(tx, order, { personId: scope.personId, at: this.clock.now() });
      await this.audit.record(tx, {
        event: 'ordering.draft_taken_over',
        companyId: key.companyId,
        subject: { kind: 'order', id: key.id },
        after: { version: taken.version },
      });
      return this.describe.run(tx, actor, { order: taken, company });
    });
  }
}
