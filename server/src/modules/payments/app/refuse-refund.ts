import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { refuseRefund } from '@qafila/shared/payments/refunds.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { oneRow, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { MatchRepository } from '../db/match.repository';
import { RefundRepository } from '../db/refund.repository';
import { FollowMatches } from './follow-matches';
import { MoveRefund } from './move-refund';
import { ShowRefunds } from './show-refunds';
import { WithdrawAll } from './withdraw-all';

/** The bank did not take a refund of a file. What was proposed for it is withdrawn, and its money is free again. */
@Injectable()
export class RefuseRefund {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly refunds: RefundRepository,
    private readonly matches: MatchRepository,
    private readonly withdraw: WithdrawAll,
    private readonly follow: FollowMatches,
    private readonly move: MoveRefund,
    private readonly show: ShowRefunds,
  ) {}

  run(
    actor: Actor,
    asked: { readonly id: string; readonly version: number; readonly reason: string },
  ): Promise<ReplyOf<typeof refuseRefund>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const open = await this.matches.readLocked(tx, await this.matches.openOfRefund(tx, asked.id));
      const refund = oneRow(await this.refunds.readLocked(tx, [asked.id]));
      if (refund.method !== 'bank') throw new Problem('WRONG_STATE');
      if (refund.version !== asked.version) throw new Problem('STALE_RECORD');
      await this.withdraw.run(tx, open);
      await this.follow.run(
        tx,
        open.map(({ line }) => line.id),
      );
      await this.move.run(tx, refund, { step: 'refuse', failure: 'not_taken', words: asked.reason });
      return oneRow(await this.show.run(await this.refunds.read(tx, [asked.id]), actor.personId));
    });
  }
}
