import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { gatewayAttempt } from '@qafila/shared/payments/gateways.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { DescribeAttempt } from './describe-attempt';

/** One attempt for finance. */
@Injectable()
export class ShowAttempt {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly describe: DescribeAttempt,
  ) {}

  run(actor: Actor, id: string): Promise<ReplyOf<typeof gatewayAttempt>> {
    return this.unitOfWork.run(staffScope(actor), (tx) => this.describe.run(tx, id));
  }
}
