import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { orderRefunds } from '@qafila/shared/payments/refunds.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { OrderMoneyRepository } from '../db/order-money.repository';
import { OwnRefundRepository } from '../db/own-refund.repository';

/** Refunds of an own order, as far as they are the company's business. */
@Injectable()
export class ReadOrderRefunds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderMoneyRepository,
    private readonly refunds: OwnRefundRepository,
  ) {}

  run(actor: Actor, orderId: string): Promise<ReplyOf<typeof orderRefunds>> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      await this.orders.of(tx, scope.companyId, orderId);
      return { rows: await this.refunds.ofOrder(tx, scope.companyId, orderId) };
    });
  }
}
