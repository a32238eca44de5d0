import { Injectable } from '@nestjs/common';
import { FAILURES_BEFORE_LOCK } from '@qafila/shared/identity/identity.rules';
import { asciiDigits, withoutInvisible } from '@qafila/shared/kernel/digits';
import type { Actor } from '../../../platform/access/actor';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { isPassword } from '../../../platform/crypto/passwords';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { FreshCode, type Proof } from '../../../platform/http/fresh-code';
import { Problem } from '../../../platform/problems/problem';
import { secondsLeft, stepOfCode } from '../domain/totp';
import { RateLimit } from './rate-limit';

/** Where a seed stands, for sealing and opening. */
export const seedPlace = (personId: string) => ({
  table: 'totp_factors',
  column: 'secret_enc',
  rowId: personId,
});

/** A typed code in any digit set, blanks and invisible marks dropped. */
const typedDigits = (code: string): string => asciiDigits(withoutInvisible(code)).replace(/\s/g, '');

/** Claims second factors: each code once, over sign-in and step-up, over all processes. */
@Injectable()
export class SecondFactor extends FreshCode {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly cipher: FieldCipher,
    private readonly limit: RateLimit,
  ) {
    super();
  }

  claim(actor: Actor, proof: Proof): Promise<void> {
    return this.claimCode(actor, proof.code);
  }

  /** Claims the step of a code. Committed by itself: a code stays used whatever comes after. */
  async claimCode(actor: Actor, code: string): Promise<void> {
    const bucket = `factor/${actor.personId}`;
    await this.limit.count(bucket, FAILURES_BEFORE_LOCK.value);
    const [factor] = await this.unitOfWork.runApart(systemScope('second factor'), (tx) =>
      tx.query<{ secret_enc: string }>('select secret_enc from totp_factors where person_id = $1', [
        actor.personId,
      ]),
    );
    const sealer = await this.cipher.sealerFor(null);
    const now = this.clock.now();
    const secret = factor && sealer.open(seedPlace(actor.personId), factor.secret_enc);
    const step = secret && stepOfCode(secret, typedDigits(code), now);
    if (!step) throw new Problem('CODE_WRONG');
    const claimed = await this.unitOfWork.runApart(systemScope('second factor'), (tx) =>
      tx.query(
        'update totp_factors set last_step = $2 where person_id = $1 and last_step < $2 returning person_id',
        [actor.personId, step],
      ),
    );
    if (claimed.length === 0) throw new Problem('CODE_USED', { seconds: secondsLeft(now) });
    await this.limit.forget(bucket);
  }

  /** Uses up a recovery code `N-XXXXX-XXXXX`; the number in front says which hash to compare. */
  async claimRecoveryCode(actor: Actor, code: string): Promise<void> {
    const bucket = `factor/${actor.personId}`;
    await this.limit.count(bucket, FAILURES_BEFORE_LOCK.value);
    const typed = code.trim().toUpperCase().replace(/\s/g, '');
    const position = Number(/^(\d{1,2})-/.exec(typed)?.[1] ?? Number.NaN);
    if (!Number.isInteger(position)) throw new Problem('RECOVERY_CODE_WRONG');
    const [row] = await this.unitOfWork.runApart(systemScope('second factor'), (tx) =>
      tx.query<{ code_hash: string }>(
        'select code_hash from recovery_codes where person_id = $1 and position = $2 and used_at is null',
        [actor.personId, position],
      ),
    );
    const pepper = this.config.values.PASSWORD_PEPPER.reveal();
    if (!row || !(await isPassword(row.code_hash, typed, pepper))) throw new Problem('RECOVERY_CODE_WRONG');
    const used = await this.unitOfWork.runApart(systemScope('second factor'), (tx) =>
      tx.query(
        'update recovery_codes set used_at = $3 where person_id = $1 and position = $2 and used_at is null returning position',
        [actor.personId, position, this.clock.now()],
      ),
    );
    if (used.length === 0) throw new Problem('RECOVERY_CODE_WRONG');
    await this.limit.forget(bucket);
  }
}
