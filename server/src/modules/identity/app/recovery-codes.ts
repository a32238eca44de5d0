import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { hashPassword } from '../../../platform/crypto/passwords';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { randomSymbols } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { RECOVERY_SYMBOLS, recoveryCodesOf } from '../domain/recovery-codes';
import type { Caller } from './caller';
import { CompleteSignIn, type Entered } from './complete-sign-in';
import { Enrolment, enrolmentOf } from './enrolment';
import { FactorChanges } from './factor-changes';
import { factorBucket } from './own-account';
import { RateLimit } from './rate-limit';
import { SecondFactor } from './second-factor';

/** Ten codes for the day the phone is gone; one typed back completes an enrolment. */
@Injectable()
export class RecoveryCodes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly factor: SecondFactor,
    private readonly limit: RateLimit,
    private readonly changes: FactorChanges,
    private readonly enrolment: Enrolment,
    private readonly signIn: CompleteSignIn,
  ) {}

  /** A new set in place of the old one. Throws `NO_FACTOR_YET`. */
  async make(actor: Actor): Promise<{ codes: string[] }> {
    const codes = recoveryCodesOf(randomSymbols(RECOVERY_SYMBOLS));
    const pepper = this.config.values.PASSWORD_PEPPER.reveal();
    const hashes: string[] = [];
    for (const code of codes) hashes.push(await hashPassword(code, pepper));
    await this.unitOfWork.run(systemScope('own factor'), async (tx) => {
      await lockWithFactor(tx, actor);
      await keep(tx, actor, hashes);
      await this.changes.tell(tx, actor, {
        event: 'identity.recovery_codes_made',
        mail: 'recovery_codes_made',
      });
    });
    return { codes };
  }

  /**
   * One code typed back; it stays unused. Ends an enrolment: the whole session, or `null` for somebody who had one.
   * Throws `RECOVERY_CODE_WRONG`, `NO_FACTOR_YET`, `WRONG_STATE`.
   */
  async confirm(actor: Actor, code: string, caller: Caller): Promise<Entered | null> {
    await this.factor.proveRecoveryCode(actor.personId, code, enrolmentOf(actor));
    await this.limit.forget(factorBucket(actor.personId));
    return this.unitOfWork.runApart(systemScope('own factor'), async (tx) => {
      if (enrolmentOf(actor)) {
        const factor = await this.enrolment.complete(tx, actor);
        return this.signIn.enterIn(tx, { person: actor, caller, factor, from: actor.sessionId });
      }
      await lockWithFactor(tx, actor);
      await tx.query('update people set codes_confirmed_at = $2 where id = $1', [
        actor.personId,
        this.clock.now(),
      ]);
      return null;
    });
  }
}

/** The set before is void: the one of the enrolment, or the one that stands. */
async function keep(tx: Tx, actor: Actor, hashes: readonly string[]): Promise<void> {
  const enrolment = enrolmentOf(actor);
  if (enrolment) {
    await tx.query('delete from recovery_code_drafts where session_id = $1', [enrolment]);
    await tx.query(
      `insert into recovery_code_drafts (session_id, position, code_hash)
       select $1, h.position, h.hash from unnest($2::text[]) with ordinality as h (hash, position)`,
      [enrolment, hashes],
    );
    return;
  }
  await tx.query('delete from recovery_codes where person_id = $1', [actor.personId]);
  await tx.query(
    `insert into recovery_codes (person_id, position, code_hash)
     select $1, h.position, h.hash from unnest($2::text[]) with ordinality as h (hash, position)`,
    [actor.personId, hashes],
  );
  await tx.query('update people set codes_confirmed_at = null where id = $1', [actor.personId]);
}

/** Locks the person; throws `NO_FACTOR_YET` where neither an app nor a passkey stands, or was enrolled so far. */
async function lockWithFactor(tx: Tx, actor: Actor): Promise<void> {
  await tx.query('select id from people where id = $1 for no key update', [actor.personId]);
  const enrolment = enrolmentOf(actor);
  const found = await tx.query(
    enrolment
      ? `select 1 from totp_drafts where session_id = $1 and confirmed_at is not null
         union all select 1 from passkey_drafts where session_id = $1`
      : 'select 1 from totp_factors where person_id = $1 union all select 1 from passkeys where person_id = $1',
    [enrolment ?? actor.personId],
  );
  if (found.length === 0) throw new Problem('NO_FACTOR_YET');
}
