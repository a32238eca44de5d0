import { Injectable } from '@nestjs/common';
import { FAILURES_BEFORE_LOCK } from '@qafila/shared/identity/identity.rules';
import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Actor } from '../../../platform/access/actor';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { UnitOfWork, violatedConstraint } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { enrolmentOf } from './enrolment';
import { FactorChanges } from './factor-changes';
import { factorBucket, refuseActing } from './own-account';
import { CHALLENGE_MS, PasskeyChallenges } from './passkey-challenges';
import { PeopleDoor } from './people-door';
import { RateLimit } from './rate-limit';
import { type PasskeyRow, passkeyReply } from './read-factors';
import { challengeOf, relyingParty, userHandleOf } from './web-authn';

const INSERT = `insert into passkeys
  (id, person_id, credential_id, public_key, counter, transports, is_synced, name, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const INSERT_DRAFT = `insert into passkey_drafts
  (id, session_id, credential_id, public_key, counter, transports, is_synced, name, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
/** Constraints that say: this credential is somebody's, or waits for the end of an enrolment. */
const TAKEN = new Set(['uq_passkeys_credential', 'uq_passkey_drafts_credential']);

/** Passkeys of a person: added, named, removed. Each is a factor of full right. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly limit: RateLimit,
    private readonly challenges: PasskeyChallenges,
    private readonly people: PeopleDoor,
    private readonly changes: FactorChanges,
  ) {}

  /** Options for a new passkey: kept by the device, which proves who holds it; no attestation is asked for. */
  async options(actor: Actor) {
    const { name, email, known } = await this.unitOfWork.run(systemScope('own factor'), async (tx) => {
      const contact = (await this.people.contactsOf(tx, [actor.personId])).get(actor.personId);
      const enrolment = enrolmentOf(actor);
      const rows = await tx.query<{ credential_id: string }>(
        enrolment
          ? 'select credential_id from passkey_drafts where session_id = $1'
          : 'select credential_id from passkeys where person_id = $1',
        [enrolment ?? actor.personId],
      );
      return { name: contact?.name ?? '', email: contact?.email ?? '', known: rows };
    });
    const options = await generateRegistrationOptions({
      rpName: 'Qafila',
      rpID: relyingParty(this.config).id,
      userID: userHandleOf(actor.personId),
      userName: email,
      userDisplayName: name,
      challenge: await this.challenges.issue({ purpose: 'register', sessionId: actor.sessionId }),
      timeout: CHALLENGE_MS,
      attestationType: 'none',
      excludeCredentials: known.map((row) => ({ id: row.credential_id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return { options: { ...options } };
  }

  /** Throws `PASSKEY_WRONG`, `PASSKEY_KNOWN`. */
  async add(actor: Actor, given: { name: string; response: unknown }) {
    const bucket = factorBucket(actor.personId);
    await this.limit.count(bucket, FAILURES_BEFORE_LOCK.value);
    const made = await this.verify(actor, given.response as RegistrationResponseJSON);
    await this.limit.forget(bucket);
    const row: PasskeyRow = {
      id: newId(),
      name: given.name,
      created_at: this.clock.now(),
      last_used_at: null,
      is_synced: made.credentialBackedUp,
    };
    try {
      await this.insert(actor, row, made);
    } catch (error) {
      if (TAKEN.has(violatedConstraint(error) ?? '')) throw new Problem('PASSKEY_KNOWN');
      throw error;
    }
    return passkeyReply(row);
  }

  /** Throws `NOT_FOUND` for somebody else's. */
  async rename(actor: Actor, given: { id: string; name: string }): Promise<{ done: true }> {
    await this.unitOfWork.run(systemScope('own factor'), async (tx) => {
      const renamed = await tx.query(
        'update passkeys set name = $3 where id = $1 and person_id = $2 returning id',
        [given.id, actor.personId, given.name],
      );
      if (renamed.length === 0) throw new Problem('NOT_FOUND');
      refuseActing(actor);
    });
    return { done: true };
  }

  /** Throws `NOT_FOUND` for somebody else's, `LAST_FACTOR` where nothing else stands. */
  async remove(actor: Actor, id: string): Promise<{ done: true }> {
    await this.unitOfWork.run(systemScope('own factor'), async (tx) => {
      const own = await tx.query('select id from passkeys where id = $1 and person_id = $2', [
        id,
        actor.personId,
      ]);
      if (own.length === 0) throw new Problem('NOT_FOUND');
      await this.changes.keepOne(tx, actor.personId);
      await tx.query('delete from passkeys where id = $1 and person_id = $2', [id, actor.personId]);
      await this.changes.tell(tx, actor, {
        event: 'identity.passkey_removed',
        mail: 'passkey_removed',
        subjectId: id,
      });
    });
    return { done: true };
  }

  private async verify(actor: Actor, response: RegistrationResponseJSON) {
    const challenge = challengeOf(response);
    await this.challenges.take(challenge, { purpose: 'register', sessionId: actor.sessionId });
    const { id, origin } = relyingParty(this.config);
    const verdict = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    }).catch(() => null);
    if (!verdict?.verified) throw new Problem('PASSKEY_WRONG');
    return verdict.registrationInfo;
  }

  /** What an enrolment adds waits for its end. */
  private insert(
    actor: Actor,
    row: PasskeyRow,
    { credential }: Awaited<ReturnType<Passkeys['verify']>>,
  ): Promise<void> {
    return this.unitOfWork.runApart(systemScope('own factor'), async (tx) => {
      const enrolment = enrolmentOf(actor);
      if (enrolment) {
        const known = await tx.query('select id from passkeys where credential_id = $1', [credential.id]);
        if (known.length > 0) throw new Problem('PASSKEY_KNOWN');
      }
      await tx.query(enrolment ? INSERT_DRAFT : INSERT, [
        row.id,
        enrolment ?? actor.personId,
        credential.id,
        Buffer.from(credential.publicKey).toString('base64url'),
        credential.counter,
        credential.transports ?? [],
        row.is_synced,
        row.name,
        row.created_at,
      ]);
      await this.changes.tell(tx, actor, {
        event: 'identity.passkey_added',
        mail: 'passkey_added',
        subjectId: row.id,
      });
    });
  }
}
