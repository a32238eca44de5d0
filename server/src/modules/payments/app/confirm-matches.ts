import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { confirmMatches } from '@qafila/shared/payments/payments.contract';
import { matchLifecycle, statementLineLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { MatchRepository, type StoredMatch } from '../db/match.repository';
import { StatementRepository } from '../db/statement.repository';
import { reasonsNow } from '../domain/matching';
import { type ConfirmStep, confirmStep, type PlannedMatch } from '../domain/review';
import { Ledger } from './ledger';
import { type Asked, sealReview } from './seal-review';

type Planned = PlannedMatch<StoredMatch>;
interface Decided {
  readonly match: Planned;
  readonly step: ConfirmStep;
}

/** Confirms a reviewed list: what needs one person is booked, what needs two waits for the second. */
@Injectable()
export class ConfirmMatches {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly matches: MatchRepository,
    private readonly statements: StatementRepository,
    private readonly ledger: Ledger,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    list: { readonly hash: string; readonly matches: readonly Asked[] },
  ): Promise<ReplyOf<typeof confirmMatches>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const ids = list.matches.map((each) => each.matchId);
      const { plan, hash } = sealReview(list.matches, await this.matches.readLocked(tx, ids));
      if (hash !== list.hash) throw new Problem('REVIEW_CHANGED');
      const decided = plan.map((match) => decideFor(match, actor.personId));
      await this.advance(tx, decided, actor.personId);
      const booked = decided.filter(({ step }) => step !== 'confirm_first');
      const first = decided.filter(({ step }) => step === 'confirm_first');
      await this.book(
        tx,
        booked.map(({ match }) => match),
      );
      await this.recordFirst(
        tx,
        first.map(({ match }) => match),
      );
      return { confirmed: booked.length, waitingForSecond: first.length };
    });
  }

  private async advance(tx: Tx, decided: readonly Decided[], personId: string): Promise<void> {
    const steps = decided.map(({ match, step }) => ({
      companyId: match.companyId,
      id: match.id,
      version: match.version,
      from: match.state,
      to: matchLifecycle.steps[step].to,
      reasons: reasonsNow(match.reasons, match.fit),
    }));
    const written = await this.matches.advance(tx, steps, { personId, at: this.clock.now() });
    if (written !== steps.length) throw new Problem('REVIEW_CHANGED');
  }

  /** Each payment once: the line has room for it, the match has no entry yet. */
  private async book(tx: Tx, matches: readonly Planned[]): Promise<void> {
    if (matches.length === 0) return;
    const lines = matches.map((match) => ({
      lineId: match.lineId,
      version: match.lineVersion,
      from: match.lineState,
      to: allocated(match),
      matched: match.amount,
    }));
    const written = await this.statements.advance(tx, lines);
    if (written !== lines.length) throw new Problem('REVIEW_CHANGED');
    await this.ledger.receive(
      tx,
      matches.map((match) => ({
        companyId: match.companyId,
        orderId: match.orderId,
        matchId: match.id,
        amount: match.amount,
        due: match.stillDue,
      })),
    );
  }

  private async recordFirst(tx: Tx, matches: readonly Planned[]): Promise<void> {
    if (matches.length === 0) return;
    await this.audit.recordAll(
      tx,
      matches.map((match) => ({
        event: 'payments.match_first_confirmed',
        companyId: match.companyId,
        subject: { kind: 'order', id: match.orderId },
        after: { matchId: match.id, amount: match.amount },
      })),
    );
  }
}

function decideFor(match: Planned, personId: string): Decided {
  const verdict = confirmStep(match, personId);
  if ('step' in verdict) return { match, step: verdict.step };
  throw new Problem(
    verdict.refused.includes('SECOND_PERSON_NEEDED') ? 'SECOND_PERSON_NEEDED' : 'WRONG_STATE',
  );
}

function allocated(match: Planned) {
  const verdict = decide(statementLineLifecycle, { state: match.lineState, step: 'allocate' }, undefined);
  if (!verdict.ok) throw new Problem('REVIEW_CHANGED');
  return verdict.to;
}
