import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { getTransferInstruction } from '@qafila/shared/payments/payments.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { DescribeTransfer } from './describe-transfer';

/** How to pay an order: account, reference, what is due and until when, and the receipts shown so far. */
@Injectable()
export class ReadTransfer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly describe: DescribeTransfer,
  ) {}

  run(actor: Actor, orderId: string): Promise<ReplyOf<typeof getTransferInstruction>> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, (tx) =>
      this.describe.of(tx, actor, { companyId: scope.companyId, orderId }),
    );
  }
}
