import { Injectable } from '@nestjs/common';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { DueMails } from './due-mails';
import { type AnswerFrom, CHALLENGE_MS, type ChallengeFor, PasskeyChallenges } from './passkey-challenges';
import { challengeOf, relyingParty, userHandleOf } from './web-authn';

interface CredentialRow {
  id: string;
  person_id: string;
  kind: 'trader' | 'staff';
  state: string;
  enrolled_at: Date | null;
  credential_id: string;
  public_key: string;
  counter: string;
}
/** Whose passkey answered, and what the challenge was bound to. */
export interface Proved {
  readonly personId: string;
  readonly kind: 'trader' | 'staff';
  readonly operation: string | null;
}

/** Asks for a passkey and judges the answer: site, person present and verified, challenge, signature, counter. */
@Injectable()
export class PasskeyAnswers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly challenges: PasskeyChallenges,
    private readonly audit: Audit,
    private readonly mails: DueMails,
  ) {}

  /** Options for the passkeys of one person, or of anybody for `null`. Throws `PASSKEY_WRONG` where he has none. */
  async options(personId: string | null, bound: ChallengeFor) {
    const own = personId === null ? [] : await this.credentialsOf(personId);
    if (personId !== null && own.length === 0) throw new Problem('PASSKEY_WRONG');
    const options = await generateAuthenticationOptions({
      rpID: relyingParty(this.config).id,
      challenge: await this.challenges.issue(bound),
      timeout: CHALLENGE_MS,
      userVerification: 'required',
      ...(personId === null ? {} : { allowCredentials: own }),
    });
    return { options: { ...options } };
  }

  /** Throws `PASSKEY_WRONG`, whatever is wrong; a counter that went backwards is told as well. */
  async prove(answer: unknown, from: AnswerFrom, personId: string | null): Promise<Proved> {
    const response = answer as AuthenticationResponseJSON;
    const challenge = challengeOf(response);
    const { operation } = await this.challenges.take(challenge, from);
    const row = await this.find(response);
    if (!row || (personId !== null && row.person_id !== personId)) throw new Problem('PASSKEY_WRONG');
    if (row.state !== 'active' || !isHandleOf(row.person_id, response)) throw new Problem('PASSKEY_WRONG');
    const counter = await this.counterOf(row, { response, challenge });
    await this.advance(row, counter);
    return { personId: row.person_id, kind: row.kind, operation };
  }

  private credentialsOf(personId: string): Promise<{ id: string }[]> {
    return this.unitOfWork.run(systemScope('passkey'), (tx) =>
      tx.query<{ id: string }>(
        'select credential_id as id from passkeys where person_id = $1 order by created_at, id',
        [personId],
      ),
    );
  }

  private async find(response: AuthenticationResponseJSON): Promise<CredentialRow | undefined> {
    if (typeof response.id !== 'string') return undefined;
    const [row] = await this.unitOfWork.runApart(systemScope('passkey'), (tx) =>
      tx.query<CredentialRow>(
        `select k.id, k.person_id, p.kind, p.state, p.enrolled_at, k.credential_id, k.public_key, k.counter
         from passkeys k join people p on p.id = k.person_id where k.credential_id = $1 and p.enrolled_at is not null`,
        [response.id],
      ),
    );
    return row;
  }

  /** The counter of a good answer. The library's own comparison is left out: a regress must be told, see below. */
  private async counterOf(
    row: CredentialRow,
    { response, challenge }: { response: AuthenticationResponseJSON; challenge: string },
  ): Promise<number> {
    const { id, origin } = relyingParty(this.config);
    const verdict = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      credential: {
        id: row.credential_id,
        publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')),
        counter: 0,
      },
    }).catch(() => null);
    if (!verdict?.verified) throw new Problem('PASSKEY_WRONG');
    return verdict.authenticationInfo.newCounter;
  }

  /** Passkeys that count must count upwards, ones that do not stay at zero: anything else is a copy. */
  private async advance(row: CredentialRow, counter: number): Promise<void> {
    const moved = await this.unitOfWork.runApart(systemScope('passkey'), async (tx) => {
      const rows = await tx.query(
        `update passkeys set counter = $2, last_used_at = $3
         where id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning id`,
        [row.id, counter, this.clock.now()],
      );
      if (rows.length > 0) return true;
      await this.audit.record(tx, {
        event: 'identity.passkey_counter_fell',
        companyId: null,
        subject: { kind: 'person', id: row.person_id },
        before: { counter: Number(row.counter) },
        after: { counter },
      });
      await this.mails.ask(tx, { kind: 'passkey_alarm', personId: row.person_id });
      return false;
    });
    if (!moved) throw new Problem('PASSKEY_WRONG');
  }
}

/** A device that keeps the handle sends it along; it must be the one of the passkey's person. */
function isHandleOf(personId: string, { response }: AuthenticationResponseJSON): boolean {
  if (response.userHandle === undefined || response.userHandle === null) return true;
  return response.userHandle === Buffer.from(userHandleOf(personId)).toString('base64url');
}
