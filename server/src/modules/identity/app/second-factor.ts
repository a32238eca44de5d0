import { Injectable } from '@nestjs/common';
import { FAILURES_BEFORE_LOCK } from '@qafila/shared/identity/identity.rules';
import { asciiDigits, withoutInvisible } from '@qafila/shared/kernel/digits';
import type { Actor } from '../../../platform/access/actor';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { isPassword } from '../../../platform/crypto/passwords';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { FreshCode, type Proof } from '../../../platform/http/fresh-code';
import { Problem } from '../../../platform/problems/problem';
import { readRecoveryCode } from '../domain/recovery-codes';
import { type LateSteps, secondsLeft, stepOfCode } from '../domain/totp';
import { DueMails } from './due-mails';
import { factorBucket } from './own-account';
import { RateLimit } from './rate-limit';
import { isStepUpToken, StepUpTokens } from './step-up-tokens';

/** Where a seed stands, for sealing and opening. */
export const seedPlace = (personId: string) => ({
  table: 'totp_factors',
  column: 'secret_enc',
  rowId: personId,
});

/** Where a seed that waits stands. */
export const draftPlace = (personId: string) => ({
  table: 'totp_drafts',
  column: 'secret_enc',
  rowId: personId,
});

/** A typed code in any digit set, blanks and invisible marks dropped. */
export const typedDigits = (code: string): string => asciiDigits(withoutInvisible(code)).replace(/\s/g, '');

/** Recovery codes confirm nothing but what mends one's own account; money and the store's settings never. */
const isOwnAccount = (endpoint: string): boolean =>
  endpoint.startsWith('identity.') && !endpoint.endsWith('_factor_case');

/** Claims second factors: each code once, over sign-in and step-up, over all processes. */
@Injectable()
export class SecondFactor extends FreshCode {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly cipher: FieldCipher,
    private readonly limit: RateLimit,
    private readonly stepUp: StepUpTokens,
    private readonly audit: Audit,
    private readonly mails: DueMails,
  ) {
    super();
  }

  /** Six digits, the token of a passkey's answer, or a recovery code where it is for one's own account. */
  async claim(actor: Actor, proof: Proof): Promise<void> {
    if (isStepUpToken(proof.code)) return this.stepUp.claim(actor, proof);
    const isRecoveryCode = readRecoveryCode(proof.code) !== undefined && isOwnAccount(proof.endpoint);
    // S-07: what confirms a call is the code of this very step.
    if (!isRecoveryCode) return this.claimCode(actor, proof.code, 0);
    try {
      await this.claimRecoveryCode(actor, proof.code);
    } catch (error) {
      if (error instanceof Problem && error.code === 'RECOVERY_CODE_WRONG') throw new Problem('CODE_WRONG');
      throw error;
    }
  }

  /** Claims the step of a code, at sign-in one late step too. Committed by itself: a code stays used whatever comes. */
  async claimCode(actor: Pick<Actor, 'personId'>, code: string, late: LateSteps = 1): Promise<void> {
    const bucket = factorBucket(actor.personId);
    await this.limit.count(bucket, FAILURES_BEFORE_LOCK.value);
    const [factor] = await this.unitOfWork.runApart(systemScope('second factor'), (tx) =>
      tx.query<{ secret_enc: string }>('select secret_enc from totp_factors where person_id = $1', [
        actor.personId,
      ]),
    );
    const sealer = await this.cipher.sealerFor(null);
    const now = this.clock.now();
    const secret = factor && sealer.open(seedPlace(actor.personId), factor.secret_enc);
    const step = secret && stepOfCode(secret, typedDigits(code), { at: now, late });
    if (!factor || !step) throw new Problem('CODE_WRONG');
    const claimed = await this.unitOfWork.runApart(systemScope('second factor'), (tx) =>
      tx.query(
        'update totp_factors set last_step = $2 where person_id = $1 and last_step < $2 and secret_enc = $3 returning person_id',
        [actor.personId, step, factor.secret_enc],
      ),
    );
    if (claimed.length === 0) throw new Problem('CODE_USED', { seconds: secondsLeft(now) });
    await this.limit.forget(bucket);
  }

  /** Uses up a recovery code `N-XXXXX-XXXXX`; the number in front says which hash to compare. */
  async claimRecoveryCode(actor: Pick<Actor, 'personId' | 'companyId'>, code: string): Promise<void> {
    const position = await this.proveRecoveryCode(actor.personId, code);
    const isUsed = await this.unitOfWork.runApart(systemScope('second factor'), async (tx) => {
      const used = await tx.query(
        'update recovery_codes set used_at = $3 where person_id = $1 and position = $2 and used_at is null returning position',
        [actor.personId, position, this.clock.now()],
      );
      if (used.length === 0) return false;
      const [row] = await tx.query<{ left: number }>(
        'select count(*)::int as left from recovery_codes where person_id = $1 and used_at is null',
        [actor.personId],
      );
      await this.audit.record(tx, {
        event: 'identity.recovery_code_used',
        companyId: actor.companyId,
        subject: { kind: 'person', id: actor.personId },
        after: { left: row?.left ?? 0 },
      });
      await this.mails.ask(tx, {
        kind: 'recovery_code_used',
        personId: actor.personId,
        facts: { left: row?.left ?? 0 },
      });
      return true;
    });
    if (!isUsed) throw new Problem('RECOVERY_CODE_WRONG');
    await this.limit.forget(factorBucket(actor.personId));
  }

  /**
   * The number of an unused recovery code that was typed rightly; it stays unused. `enrolment` names the session whose
   * codes do not stand yet. Throws `RECOVERY_CODE_WRONG`.
   */
  async proveRecoveryCode(personId: string, code: string, enrolment: string | null = null): Promise<number> {
    await this.limit.count(factorBucket(personId), FAILURES_BEFORE_LOCK.value);
    const typed = readRecoveryCode(code);
    if (!typed) throw new Problem('RECOVERY_CODE_WRONG');
    const [row] = await this.unitOfWork.runApart(systemScope('second factor'), (tx) =>
      tx.query<{ code_hash: string }>(
        enrolment
          ? 'select code_hash from recovery_code_drafts where session_id = $1 and position = $2'
          : 'select code_hash from recovery_codes where person_id = $1 and position = $2 and used_at is null',
        [enrolment ?? personId, typed.position],
      ),
    );
    const pepper = this.config.values.PASSWORD_PEPPER.reveal();
    if (!row || !(await isPassword(row.code_hash, typed.code, pepper)))
      throw new Problem('RECOVERY_CODE_WRONG');
    return typed.position;
  }
}
