import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { lookAgain } from '@qafila/shared/payments/gateways.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { oneRow, UnitOfWork } from '../../../platform/database/unit-of-work';
import { AttemptRepository } from '../db/attempt.repository';
import { AttemptDeskRepository } from '../db/attempt-desk.repository';
import { DescribeAttempt } from './describe-attempt';

/** Has the gateway asked about an attempt now, one that is long over too: the worker books what it tells. */
@Injectable()
export class LookAgain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: AttemptDeskRepository,
    private readonly attempts: AttemptRepository,
    private readonly describe: DescribeAttempt,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, id: string): Promise<ReplyOf<typeof lookAgain>> {
    const at = this.clock.now();
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      await this.attempts.wakeOne(tx, at, oneRow(await this.desk.one(tx, at, id)));
      return this.describe.run(tx, id);
    });
  }
}
