import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { zero } from '@qafila/shared/kernel/money';
import type { ignoreLine } from '@qafila/shared/payments/payments.contract';
import { matchLifecycle, statementLineLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { oneRow, type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { DeskRepository } from '../db/desk.repository';
import { lineViewOf } from '../db/line.mapper';
import { MatchRepository } from '../db/match.repository';
import { StatementRepository } from '../db/statement.repository';

/** Sets a line aside that pays no order; a proposal for it is withdrawn. */
@Injectable()
export class IgnoreLine {
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
    asked: { readonly id: string; readonly reason: string },
  ): Promise<ReplyOf<typeof ignoreLine>> {
    const sealer = await this.cipher.sealerFor(null);
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const line = await this.statements.lineLocked(tx, asked.id);
      if (!line) throw new Problem('NOT_FOUND');
      const verdict = decide(statementLineLifecycle, { state: line.state, step: 'ignore' }, undefined);
      if (!verdict.ok) throw new Problem('WRONG_STATE');
      if (line.matchId !== null) await this.withdraw(tx, line.matchId, actor.personId);
      const step = {
        lineId: asked.id,
        version: line.version,
        from: line.state,
        to: verdict.to,
        matched: zero(line.currency),
      };
      if ((await this.statements.advance(tx, [step], asked.reason)) !== 1) throw new Problem('WRONG_STATE');
      await this.audit.record(tx, {
        event: 'payments.line_ignored',
        companyId: null,
        subject: { kind: 'statement_line', id: asked.id },
        before: { state: line.state },
        words: asked.reason,
      });
      return lineViewOf(oneRow(await this.desk.line(tx, asked.id)), sealer, actor.personId);
    });
  }

  private async withdraw(tx: Tx, matchId: string, personId: string): Promise<void> {
    const match = oneRow(await this.matches.read(tx, [matchId]));
    const to = matchLifecycle.steps.withdraw.to;
    const by = { personId, at: this.clock.now() };
    const written = await this.matches.advance(tx, [{ ...match, from: match.state, to }], by);
    if (written !== 1) throw new Problem('WRONG_STATE');
  }
}
