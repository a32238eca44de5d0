import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { isZero } from '@qafila/shared/kernel/money';
import type { ignoreLine } from '@qafila/shared/payments/desk.contract';
import { statementLineLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { oneRow, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { DeskRepository } from '../db/desk.repository';
import { LineRepository } from '../db/line.repository';
import { MatchRepository } from '../db/match.repository';
import { ShowLines } from './show-lines';
import { WithdrawAll } from './withdraw-all';

/** Sets a line aside that pays no order; what was proposed for it is withdrawn. Refused while somebody has confirmed any of it. */
@Injectable()
export class IgnoreLine {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: LineRepository,
    private readonly matches: MatchRepository,
    private readonly withdraw: WithdrawAll,
    private readonly desk: DeskRepository,
    private readonly show: ShowLines,
    private readonly audit: Audit,
  ) {}

  run(
    actor: Actor,
    asked: { readonly id: string; readonly version: number; readonly reason: string },
  ): Promise<ReplyOf<typeof ignoreLine>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      await this.lines.lock(tx, [asked.id]);
      const line = oneRow(await this.lines.withSums(tx, [asked.id]));
      const verdict = decide(statementLineLifecycle, { state: line.state, step: 'ignore' }, undefined);
      if (!verdict.ok || !isZero(line.booked)) throw new Problem('WRONG_STATE');
      if (line.version !== asked.version) throw new Problem('STALE_RECORD');
      const matches = await this.matches.ofLines(tx, [asked.id]);
      if (matches.some(({ state }) => state !== 'proposed')) throw new Problem('WRONG_STATE');
      await this.withdraw.run(tx, matches);
      const { id: lineId, version, booked } = line;
      const step = { lineId, version, from: line.state, to: verdict.to, booked };
      if ((await this.lines.advance(tx, [step], asked.reason)) !== 1) throw new Problem('WRONG_STATE');
      await this.audit.record(tx, {
        event: 'payments.line_ignored',
        companyId: null,
        subject: { kind: 'statement_line', id: asked.id },
        before: { state: line.state },
        words: asked.reason,
      });
      return oneRow(await this.show.run(tx, await this.desk.lines(tx, [asked.id]), actor.personId));
    });
  }
}
