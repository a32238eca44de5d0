import { Injectable } from '@nestjs/common';
import type { FactorCaseState } from '@qafila/shared/identity/factor-case.lifecycle';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { FactorCases } from '../identity.api';

/** A case and whose it is. */
export interface CaseOf {
  readonly id: string;
  readonly person_id: string;
}

/** Cases of lost factors: the one place that writes their state. */
@Injectable()
export class FactorCaseRepository extends FactorCases {
  async waitingFor(tx: Tx, personId: string): Promise<{ count: number; oldest: Date | null }> {
    return oneRow(
      await tx.query<{ count: number; oldest: Date | null }>(
        `select count(*)::int as count, min(f.opened_at) as oldest from factor_cases f
         where f.state in ('open', 'first_approved') and f.person_id <> $1 and not exists (
           select 1 from factor_case_decisions d where d.case_id = f.id and d.staff_id = $1 and d.decision = 'approve')`,
        [personId],
      ),
    );
  }

  /** One decided step. False when somebody else was faster, or read an older version. */
  async advance(
    tx: Tx,
    step: {
      readonly id: string;
      readonly version: number;
      readonly from: FactorCaseState;
      readonly to: FactorCaseState;
      readonly waitUntil: Date | null;
    },
  ): Promise<boolean> {
    const moved = await tx.query(
      `update factor_cases set state = $4, version = version + 1, wait_until = coalesce($5, wait_until)
       where id = $1 and version = $2 and state = $3 returning id`,
      [step.id, step.version, step.from, step.to, step.waitUntil],
    );
    return moved.length > 0;
  }

  /**
   * Binds the approved case of a person whose wait is over to the one session that may enrol for it. Returns the
   * session it was bound to before; `undefined` where there is no such case.
   */
  async bind(
    tx: Tx,
    given: { readonly personId: string; readonly sessionId: string; readonly now: Date },
  ): Promise<{ readonly before: string | null } | undefined> {
    const [bound] = await tx.query<{ before: string | null }>(
      `update factor_cases f set session_id = $2
       from (select id, session_id as before from factor_cases
         where person_id = $1 and state = 'approved' and wait_until <= $3 for update) old
       where f.id = old.id returning old.before`,
      [given.personId, given.sessionId, given.now],
    );
    return bound;
  }

  /** The approved case that was bound to a session, used up; none when there is none. */
  async advanceToUsed(tx: Tx, sessionId: string, now: Date): Promise<CaseOf | undefined> {
    const [used] = await tx.query<CaseOf>(
      `update factor_cases set state = 'used', version = version + 1
       where session_id = $1 and state = 'approved' and wait_until <= $2 returning id, person_id`,
      [sessionId, now],
    );
    return used;
  }

  /** The open case of a person who signed in with a factor, withdrawn. */
  advanceToWithdrawn(tx: Tx, personId: string): Promise<CaseOf[]> {
    return tx.query<CaseOf>(
      `update factor_cases set state = 'withdrawn', version = version + 1
       where person_id = $1 and state in ('open', 'first_approved', 'approved') returning id, person_id`,
      [personId],
    );
  }

  /** Cases nobody decided since `openedBefore`, or used though their wait ended at `waitedBefore`, expired. */
  advanceToExpired(
    tx: Tx,
    limits: { readonly openedBefore: Date; readonly waitedBefore: Date },
  ): Promise<CaseOf[]> {
    return tx.query<CaseOf>(
      `update factor_cases set state = 'expired', version = version + 1
       where (state in ('open', 'first_approved') and opened_at <= $1) or (state = 'approved' and wait_until <= $2)
       returning id, person_id`,
      [limits.openedBefore, limits.waitedBefore],
    );
  }
}
