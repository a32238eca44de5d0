import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { withdrawRefund } from '@qafila/shared/payments/refunds.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { oneRow, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { RefundRepository } from '../db/refund.repository';
import { MoveRefund } from './move-refund';
import { ShowRefunds } from './show-refunds';

/** Takes back a refund that has not left, or lets a failed one rest. */
@Injectable()
export class WithdrawRefund {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly refunds: RefundRepository,
    private readonly move: MoveRefund,
    private readonly show: ShowRefunds,
  ) {}

  run(
    actor: Actor,
    asked: { readonly id: string; readonly version: number; readonly reason: string },
  ): Promise<ReplyOf<typeof withdrawRefund>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const refund = oneRow(await this.refunds.readLocked(tx, [asked.id]));
      if (refund.isReplaced) throw new Problem('WRONG_STATE');
      if (refund.version !== asked.version) throw new Problem('STALE_RECORD');
      await this.move.run(tx, refund, { step: 'withdraw', words: asked.reason });
      return oneRow(await this.show.run(await this.refunds.read(tx, [asked.id]), actor.personId));
    });
  }
}
