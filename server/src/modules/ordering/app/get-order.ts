import { Injectable } from '@nestjs/common';
import type { OrderView } from '@qafila/shared/ordering/order-views';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { OrderRepository } from '../db/order.repository';
import { DescribeOrder } from './describe-order';

/** One order of the company, whole. A trader's reading of his own recipients needs no audit row; the store's does. */
@Injectable()
export class GetOrder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly orders: OrderRepository,
    private readonly describe: DescribeOrder,
  ) {}

  run(actor: Actor, id: string): Promise<OrderView> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const found = await this.orders.find(tx, { companyId: scope.companyId, id });
      if (actor.acting)
        await this.audit.look(tx, {
          event: 'ordering.order_looked_at',
          companyId: scope.companyId,
          subject: { kind: 'order', id },
        });
      return this.describe.run(tx, actor, found);
    });
  }
}
