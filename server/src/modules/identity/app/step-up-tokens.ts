import { Injectable } from '@nestjs/common';
import { FAILURES_BEFORE_LOCK, STEP_UP_MINUTES } from '@qafila/shared/identity/identity.rules';
import type { Actor } from '../../../platform/access/actor';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import type { Proof } from '../../../platform/http/fresh-code';
import { newSecret } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { factorBucket } from './own-account';
import { RateLimit } from './rate-limit';

/** 256 bits in base64url: neither six digits nor a recovery code looks like it. */
export const isStepUpToken = (code: string): boolean => /^[\w-]{43}$/.test(code);

/** What a passkey's answer is exchanged for: one call, the very one that was shown, within two minutes. */
@Injectable()
export class StepUpTokens {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly index: BlindIndex,
    private readonly limit: RateLimit,
  ) {}

  async issue(
    tx: Tx,
    given: { sessionId: string; operation: string },
  ): Promise<{ token: string; expiresAt: Date }> {
    const token = newSecret(32);
    const expiresAt = new Date(this.clock.now().getTime() + STEP_UP_MINUTES.value * 60_000);
    await tx.query(
      'insert into step_up_tokens (token_hash, session_id, operation, expires_at) values ($1, $2, $3, $4)',
      [this.index.ofToken(token), given.sessionId, given.operation, expiresAt],
    );
    return { token, expiresAt };
  }

  /** Throws `CODE_WRONG` for another call, another session, a second time and after two minutes. */
  async claim(actor: Actor, proof: Proof): Promise<void> {
    const bucket = factorBucket(actor.personId);
    await this.limit.count(bucket, FAILURES_BEFORE_LOCK.value);
    const now = this.clock.now();
    const claimed = await this.unitOfWork.runApart(systemScope('step-up'), (tx) =>
      tx.query(
        `update step_up_tokens set used_at = $4
         where token_hash = $1 and session_id = $2 and operation = $3 and used_at is null and expires_at > $4
         returning token_hash`,
        [this.index.ofToken(proof.code), actor.sessionId, proof.operation, now],
      ),
    );
    if (claimed.length === 0) throw new Problem('CODE_WRONG');
    await this.limit.forget(bucket);
  }
}
