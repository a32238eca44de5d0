import { Injectable } from '@nestjs/common';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { RefundRepository } from '../db/refund.repository';
import { RefundFollowRepository } from '../db/refund-follow.repository';
import type { Refund } from '../domain/refunds/refund';
import { askedAgain, JudgeRefund } from './judge-refund';
import { LockRefundMoney } from './lock-refund-money';
import { MoveRefund } from './move-refund';

/**
 * Lets an approved refund go to its gateway: from here on it may have been asked for, so that nobody withdraws it.
 * One that may not go any more fails before anything was said; one that follows another of the same payment waits.
 */
@Injectable()
export class ReleaseRefund {
  constructor(
    private readonly lock: LockRefundMoney,
    private readonly refunds: RefundRepository,
    private readonly follow: RefundFollowRepository,
    private readonly judge: JudgeRefund,
    private readonly move: MoveRefund,
  ) {}

  /** The refund to talk about, or `wait`, or `over`. */
  async run(tx: Tx, known: Refund): Promise<Refund | 'wait' | 'over'> {
    await this.lock.run(tx, [known]);
    const refund = await this.read(tx, known);
    if (refund.state === 'withdrawn' || refund.state === 'failed') return 'over';
    if (refund.state !== 'approved') return refund;
    if (await this.follow.isInTheAir(tx, refund)) return 'wait';
    const refusal = await this.refusal(tx, refund);
    await this.move.run(tx, refund, { step: 'send' });
    if (refusal === null) return this.read(tx, known);
    const failure = refusal.code === 'REFUND_FROZEN' ? 'disputed' : 'refused';
    await this.move.run(tx, await this.read(tx, known), { step: 'fail', failure });
    return 'over';
  }

  private async read(tx: Tx, { id }: Refund): Promise<Refund> {
    return oneRow(await this.refunds.readLocked(tx, [id]));
  }

  private async refusal(tx: Tx, refund: Refund): Promise<Problem | null> {
    try {
      await this.judge.run(tx, askedAgain(refund), refund);
      return null;
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  }
}
