import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { approveRefunds } from '@qafila/shared/payments/refunds.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { RefundRepository } from '../db/refund.repository';
import { RefundFollowRepository } from '../db/refund-follow.repository';
import type { Refund } from '../domain/refunds/refund';
import { askedAgain, JudgeRefund } from './judge-refund';
import { LockRefundMoney } from './lock-refund-money';
import { MoveRefund } from './move-refund';
import { ReturnToCredit } from './return-to-credit';
import { sealRefunds } from './seal-refunds';

/** The second of two people approves exactly what was shown, all of it or nothing. What goes to credit is there with it. */
@Injectable()
export class ApproveRefunds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly refunds: RefundRepository,
    private readonly follow: RefundFollowRepository,
    private readonly lock: LockRefundMoney,
    private readonly judge: JudgeRefund,
    private readonly move: MoveRefund,
    private readonly toCredit: ReturnToCredit,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, given: InputOf<typeof approveRefunds>['body']): Promise<ReplyOf<typeof approveRefunds>> {
    const ids = given.refunds.map(({ refundId }) => refundId);
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      await this.lock.run(tx, await this.refunds.read(tx, ids));
      const { refunds, hash } = sealRefunds(given.refunds, await this.refunds.readLocked(tx, ids), 'asked');
      if (hash !== given.hash) throw new Problem('REVIEW_CHANGED');
      for (const refund of refunds) await this.approve(tx, refund, actor.personId);
      await this.follow.begin(tx, refunds, this.clock.now());
      for (const refund of refunds) if (refund.method === 'credit') await this.toCredit.run(tx, refund);
      return { approved: refunds.length };
    });
  }

  private async approve(tx: Tx, refund: Refund, personId: string): Promise<void> {
    await this.judge.run(tx, askedAgain(refund), refund);
    await this.move.run(tx, refund, { step: 'approve', approvedBy: personId });
  }
}
