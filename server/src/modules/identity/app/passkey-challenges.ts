import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CHALLENGE_MINUTES } from '@qafila/shared/identity/identity.rules';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';

/** What a challenge was given for, and to whom: a session, or a browser in which nobody is signed in yet. */
export type ChallengeFor =
  | { readonly purpose: 'register' | 'second_factor'; readonly sessionId: string }
  | { readonly purpose: 'step_up'; readonly sessionId: string; readonly operation: string }
  | { readonly purpose: 'sign_in'; readonly browser: string };
/** Where an answer comes from. */
export type AnswerFrom =
  | { readonly purpose: 'register' | 'second_factor' | 'step_up'; readonly sessionId: string }
  | { readonly purpose: 'sign_in'; readonly browser: string };

export const CHALLENGE_MS = CHALLENGE_MINUTES.value * 60_000;

/** Challenges for passkeys: 256 bits, once, five minutes, kept in the database for all processes. */
@Injectable()
export class PasskeyChallenges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly index: BlindIndex,
  ) {}

  async issue(given: ChallengeFor): Promise<Uint8Array<ArrayBuffer>> {
    const challenge = new Uint8Array(randomBytes(32));
    await this.unitOfWork.run(systemScope('passkey challenge'), (tx) =>
      tx.query(
        `insert into passkey_challenges (challenge, purpose, session_id, browser_hash, operation, expires_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [
          Buffer.from(challenge).toString('base64url'),
          given.purpose,
          'sessionId' in given ? given.sessionId : null,
          'browser' in given ? this.index.ofToken(given.browser) : null,
          'operation' in given ? given.operation : null,
          new Date(this.clock.now().getTime() + CHALLENGE_MS),
        ],
      ),
    );
    return challenge;
  }

  /** Uses the challenge of an answer up, right or wrong. Throws `PASSKEY_WRONG` for one that is not the caller's. */
  async take(challenge: string, from: AnswerFrom): Promise<{ operation: string | null }> {
    const now = this.clock.now();
    const [row] = await this.unitOfWork.runApart(systemScope('passkey challenge'), (tx) =>
      tx.query<{ operation: string | null }>(
        `update passkey_challenges set used_at = $5
         where challenge = $1 and purpose = $2 and session_id is not distinct from $3::uuid
           and browser_hash is not distinct from $4::text and used_at is null and expires_at > $5
         returning operation`,
        [
          challenge,
          from.purpose,
          'sessionId' in from ? from.sessionId : null,
          'browser' in from ? this.index.ofToken(from.browser) : null,
          now,
        ],
      ),
    );
    if (!row) throw new Problem('PASSKEY_WRONG');
    return row;
  }
}
