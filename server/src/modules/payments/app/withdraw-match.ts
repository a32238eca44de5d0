import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { withdrawMatch } from '@qafila/shared/payments/desk.contract';
import { matchLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { oneRow, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { DeskRepository } from '../db/desk.repository';
import { MatchRepository } from '../db/match.repository';
import { FollowMatches } from './follow-matches';
import { ShowLines } from './show-lines';

/** Not this order: what is not booked yet is withdrawn, and its part of the line is free again. */
@Injectable()
export class WithdrawMatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly matches: MatchRepository,
    private readonly follow: FollowMatches,
    private readonly desk: DeskRepository,
    private readonly show: ShowLines,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    asked: { readonly id: string; readonly version: number },
  ): Promise<ReplyOf<typeof withdrawMatch>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const match = oneRow(await this.matches.readLocked(tx, [asked.id]));
      const facts = { needsTwoPeople: false, isFirstPerson: false };
      const verdict = decide(matchLifecycle, { state: match.state, step: 'withdraw' }, facts);
      if (!verdict.ok) throw new Problem('WRONG_STATE');
      if (match.version !== asked.version) throw new Problem('STALE_RECORD');
      const by = { personId: actor.personId, at: this.clock.now() };
      const written = await this.matches.advance(tx, [{ ...match, from: match.state, to: verdict.to }], by);
      if (written !== 1) throw new Problem('STALE_RECORD');
      await this.follow.run(tx, [match.line.id]);
      await this.audit.record(tx, {
        event: 'payments.match_withdrawn',
        companyId: match.companyId,
        subject: match.order
          ? { kind: 'order', id: match.order.id }
          : { kind: 'company', id: match.companyId },
        before: { state: match.state },
        after: { matchId: match.id },
      });
      return oneRow(await this.show.run(tx, await this.desk.lines(tx, [match.line.id]), actor.personId));
    });
  }
}
