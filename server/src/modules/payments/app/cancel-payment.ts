import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { cancelPayment } from '@qafila/shared/payments/attempts.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Orders } from '../../ordering/ordering.api';
import { AttemptRepository } from '../db/attempt.repository';
import { DescribePayment } from './describe-payment';

/** Ends what lives of an order's attempts; the worker closes their pages, and books what was paid meanwhile. */
@Injectable()
export class CancelPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: Orders,
    private readonly attempts: AttemptRepository,
    private readonly describe: DescribePayment,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, orderId: string): Promise<ReplyOf<typeof cancelPayment>> {
    const scope = traderScope(actor);
    const key = { companyId: scope.companyId, orderId };
    return this.unitOfWork.run(scope, async (tx) => {
      await this.orders.lock(tx, { companyId: key.companyId, id: orderId });
      await this.attempts.endAll(tx, this.clock.now(), key);
      return this.describe.run(tx, actor, key);
    });
  }
}
