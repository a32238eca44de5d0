import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { orderPayment } from '@qafila/shared/payments/attempts.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { DescribePayment } from './describe-payment';

/** What is due for an order and how it can be paid; asked again and again while somebody pays. */
@Injectable()
export class ReadPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly describe: DescribePayment,
  ) {}

  run(actor: Actor, orderId: string): Promise<ReplyOf<typeof orderPayment>> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, (tx) =>
      this.describe.run(tx, actor, { companyId: scope.companyId, orderId }),
    );
  }
}
