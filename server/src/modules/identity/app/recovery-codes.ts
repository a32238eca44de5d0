import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { hashPassword } from '../../../platform/crypto/passwords';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { randomSymbols } from '../../../platform/ids/new-id';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { RECOVERY_SYMBOLS, recoveryCodesOf } from '../domain/recovery-codes';
import { PERSON_ENROLLED, type PersonEnrolled } from '../identity.api';
import type { Caller } from './caller';
import { CompleteSignIn, type Entered } from './complete-sign-in';
import { DueMails } from './due-mails';
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
    private readonly signIn: CompleteSignIn,
    private readonly outbox: Outbox,
    private readonly mails: DueMails,
    private readonly audit: Audit,
  ) {}

  /** A new set in place of the old one. Throws `NO_FACTOR_YET`. */
  async make(actor: Actor): Promise<{ codes: string[] }> {
    const codes = recoveryCodesOf(randomSymbols(RECOVERY_SYMBOLS));
    const pepper = this.config.values.PASSWORD_PEPPER.reveal();
    const hashes: string[] = [];
    for (const code of codes) hashes.push(await hashPassword(code, pepper));
    await this.unitOfWork.run(systemScope('own factor'), async (tx) => {
      await lockEnrolled(tx, actor.personId);
      await tx.query('delete from recovery_codes where person_id = $1', [actor.personId]);
      await tx.query(
        `insert into recovery_codes (person_id, position, code_hash)
         select $1, h.position, h.hash from unnest($2::text[]) with ordinality as h (hash, position)`,
        [actor.personId, hashes],
      );
      await tx.query('update people set codes_confirmed_at = null where id = $1', [actor.personId]);
      await this.changes.tell(tx, actor, {
        event: 'identity.recovery_codes_made',
        mail: 'recovery_codes_made',
      });
    });
    return { codes };
  }

  /**
   * One code typed back; it stays unused. Ends an enrolment: the whole session, or `null` for somebody who had one.
   * Throws `RECOVERY_CODE_WRONG`, `NO_FACTOR_YET`.
   */
  async confirm(actor: Actor, code: string, caller: Caller): Promise<Entered | null> {
    await this.factor.proveRecoveryCode(actor.personId, code);
    await this.limit.forget(factorBucket(actor.personId));
    return this.unitOfWork.runApart(systemScope('own factor'), async (tx) => {
      const { hasTotp } = await lockEnrolled(tx, actor.personId);
      await tx.query('update people set codes_confirmed_at = $2 where id = $1', [
        actor.personId,
        this.clock.now(),
      ]);
      if (actor.level !== 'enrolling') return null;
      await this.complete(tx, actor.personId);
      const factor = hasTotp ? 'totp' : 'passkey';
      return this.signIn.enterIn(tx, { person: actor, caller, factor, from: actor.sessionId });
    });
  }

  /** Once only: of two tabs that finish together the second finds the person enrolled. */
  private async complete(tx: Tx, personId: string): Promise<void> {
    const first = await tx.query(
      'update people set enrolled_at = $2, checkup_at = null where id = $1 and enrolled_at is null returning id',
      [personId, this.clock.now()],
    );
    if (first.length === 0) return;
    const payload: PersonEnrolled = { personId };
    await this.outbox.record(tx, { type: PERSON_ENROLLED, companyId: null, payload: { ...payload } });
    await this.mails.ask(tx, { kind: 'enrolled', personId });
    await this.audit.record(tx, {
      event: 'identity.person_enrolled',
      companyId: null,
      subject: { kind: 'person', id: personId },
    });
  }
}

/** Locks the person; throws `NO_FACTOR_YET` where neither an app nor a passkey stands. */
async function lockEnrolled(tx: Tx, personId: string): Promise<{ hasTotp: boolean }> {
  await tx.query('select id from people where id = $1 for no key update', [personId]);
  const [row] = await tx.query<{ has_totp: boolean; has_passkey: boolean }>(
    `select exists (select 1 from totp_factors where person_id = $1) as has_totp,
       exists (select 1 from passkeys where person_id = $1) as has_passkey`,
    [personId],
  );
  if (!row?.has_totp && !row?.has_passkey) throw new Problem('NO_FACTOR_YET');
  return { hasTotp: row.has_totp };
}
