import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { zero } from '@qafila/shared/kernel/money';
import type { withdrawMatch } from '@qafila/shared/payments/payments.contract';
import { matchLifecycle, statementLineLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { oneRow, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { DeskRepository } from '../db/desk.repository';
import { lineViewOf } from '../db/line.mapper';
import { MatchRepository } from '../db/match.repository';
import { StatementRepository } from '../db/statement.repository';

const { withdraw } = statementLineLifecycle.steps;

/** Not this order: the proposal is withdrawn and its line is free again. */
@Injectable()
export class WithdrawMatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly matches: MatchRepository,
    private readonly statements: StatementRepository,
    private readonly desk: DeskRepository,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    asked: { readonly id: string; readonly version: number },
  ): Promise<ReplyOf<typeof withdrawMatch>> {
    const sealer = await this.cipher.sealerFor(null);
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const match = oneRow(await this.matches.readLocked(tx, [asked.id]));
      const facts = { needsTwoPeople: false, isFirstPerson: false };
      const verdict = decide(matchLifecycle, { state: match.state, step: 'withdraw' }, facts);
      if (!verdict.ok) throw new Problem('WRONG_STATE');
      if (match.version !== asked.version) throw new Problem('STALE_RECORD');
      const by = { personId: actor.personId, at: this.clock.now() };
      const written = await this.matches.advance(tx, [{ ...match, from: match.state, to: verdict.to }], by);
      const freed = await this.statements.advance(tx, [
        {
          lineId: match.lineId,
          version: match.lineVersion,
          from: match.lineState,
          to: withdraw.to,
          matched: zero(match.amount.currency),
        },
      ]);
      if (written + freed !== 2) throw new Problem('STALE_RECORD');
      await this.audit.record(tx, {
        event: 'payments.match_withdrawn',
        companyId: match.companyId,
        subject: { kind: 'order', id: match.orderId },
        before: { state: match.state },
        after: { matchId: match.id },
      });
      return lineViewOf(oneRow(await this.desk.line(tx, match.lineId)), sealer, actor.personId);
    });
  }
}
