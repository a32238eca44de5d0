import { Injectable } from '@nestjs/common';
import type { OrderView } from '@qafila/shared/ordering/order-views';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { OrderRepository } from '../db/order.repository';
import { DescribeOrder } from './describe-order';

/** One order of the company, whole. A trader's reading of his own recipients needs no audit row. */
@Injectable()
export class GetOrder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderRepository,
    private readonly describe: DescribeOrder,
  ) {}

  run(actor: Actor, id: string): Promise<OrderView> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const found = await this.orders.find(tx, { companyId: scope.companyId, id });
      return this.describe.run(tx, actor, found);
    });
  }
}
