import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import { compare, type Money } from '@qafila/shared/kernel/money';
import type { confirmMatches } from '@qafila/shared/payments/desk.contract';
import { matchLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { LedgerRepository } from '../db/ledger.repository';
import { MatchRepository, type StoredMatch } from '../db/match.repository';
import { bookingOf, creditTaken, entriesOf, isOverdrawn } from '../domain/booking';
import type { NewEntry } from '../domain/ledger-entry';
import { reasonsNow } from '../domain/matching/payable';
import { type ConfirmStep, confirmStep, type PlannedMatch } from '../domain/review';
import { FollowMatches } from './follow-matches';
import { Ledger } from './ledger';
import { type Asked, sealReview } from './seal-review';
import { SettleRefunds } from './settle-refunds';
import { TakeBack } from './take-back';
import { TryReturns } from './try-returns';

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
    private readonly takeBack: TakeBack,
    private readonly follow: FollowMatches,
    private readonly tryReturns: TryReturns,
    private readonly settle: SettleRefunds,
    private readonly entries: LedgerRepository,
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
      const booked = decided.flatMap(({ step, match }) => (step === 'confirm_first' ? [] : [match]));
      const first = decided.flatMap(({ step, match }) => (step === 'confirm_first' ? [match] : []));
      await this.book(tx, booked);
      await this.recordFirst(tx, first);
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
      firstPlan: step === 'confirm_first' ? bookingOf(match) : match.firstPlan,
      reasons: match.fit ? reasonsNow(match.reasons, match.fit) : match.reasons,
    }));
    const written = await this.matches.advance(tx, steps, { personId, at: this.clock.now() });
    if (written !== steps.length) throw new Problem('REVIEW_CHANGED');
  }

  /** Each match once: its line has room for it, and what it takes from orders and credit is still there. */
  private async book(tx: Tx, matches: readonly Planned[]): Promise<void> {
    if (matches.length === 0) return;
    if (matches.some(isOverdrawn)) throw new Problem('MONEY_MOVED_ON');
    const entries = matches.flatMap(entriesOf);
    await this.coverCredit(tx, entries);
    const back = await this.takeBack.run(tx, matches);
    await this.follow.run(tx, [...matches.map(({ line }) => line.id), ...back]);
    await this.settle.run(tx, matches);
    await this.ledger.book(tx, entries);
    await this.tryReturns.run(
      tx,
      matches.map(({ line }) => line.amount),
    );
  }

  /** What a refund sends was held for it; everything else takes only what no refund holds. */
  private async coverCredit(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
    const isTaken = ([, amount]: readonly [string, Money]): boolean => amount.minor > 0;
    const all = [...creditTaken(entries)].filter(isTaken);
    await this.entries.lockCredit(
      tx,
      all.map(([companyId]) => companyId),
    );
    for (const [companyId, amount] of all) {
      const credit = await this.entries.creditOf(tx, companyId, amount.currency);
      if (compare(amount, credit) > 0) throw new Problem('MONEY_MOVED_ON');
    }
    const others = creditTaken(entries.filter(({ refundId }) => refundId === undefined));
    for (const [companyId, amount] of [...others].filter(isTaken)) {
      const free = await this.entries.freeCreditOf(tx, companyId, amount.currency);
      if (compare(amount, free) > 0) throw new Problem('MONEY_MOVED_ON');
    }
  }

  private async recordFirst(tx: Tx, matches: readonly Planned[]): Promise<void> {
    if (matches.length === 0) return;
    await this.audit.recordAll(
      tx,
      matches.map(({ id, companyId, order, kind, amount }) => ({
        event: 'payments.match_first_confirmed',
        companyId,
        subject: order ? { kind: 'order', id: order.id } : { kind: 'company', id: companyId },
        after: { matchId: id, kind, amount },
      })),
    );
  }
}

function decideFor(match: Planned, personId: string): Decided {
  const verdict = confirmStep(match, personId, bookingOf(match));
  if ('step' in verdict) return { match, step: verdict.step };
  throw new Problem(
    verdict.refused.includes('SECOND_PERSON_NEEDED') ? 'SECOND_PERSON_NEEDED' : 'WRONG_STATE',
  );
}
