import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { type CaseOf, FactorCaseRepository } from '../db/factor-case.repository';
import { PERSON_ENROLLED, type PersonEnrolled } from '../identity.api';
import { DueMails } from './due-mails';
import { KnownDevices } from './known-devices';
import { Links } from './links';
import { draftPlace, seedPlace } from './second-factor';
import { Sessions } from './sessions';

/** The session whose enrolment is not complete; `null` for somebody who changes factors that stand. */
export const enrolmentOf = (actor: Actor): string | null =>
  actor.level === 'enrolling' ? actor.sessionId : null;

interface Made {
  person_id: string;
  secret_enc: string;
  confirmed_step: string;
  confirmed_at: Date;
}

/** An enrolment becomes true in one step: its own factors stand, and everything that stood before is gone. */
@Injectable()
export class Enrolment {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly cases: FactorCaseRepository,
    private readonly sessions: Sessions,
    private readonly devices: KnownDevices,
    private readonly links: Links,
    private readonly outbox: Outbox,
    private readonly mails: DueMails,
    private readonly audit: Audit,
  ) {}

  /**
   * Once only: of two sessions that enrol the same person the second finds itself closed. Returns the factor that
   * stands now. Throws `NO_FACTOR_YET`, `WRONG_STATE`.
   */
  async complete(tx: Tx, actor: Actor): Promise<'totp' | 'passkey'> {
    const { personId, sessionId } = actor;
    await tx.query('select id from people where id = $1 for no key update', [personId]);
    const open = await tx.query('select id from sessions where id = $1 and closed_at is null', [sessionId]);
    if (open.length === 0) throw new Problem('WRONG_STATE');
    const factor = await this.madeIn(tx, sessionId);
    const now = this.clock.now();
    const used = await this.cases.advanceToUsed(tx, sessionId, now);
    const moved = await tx.query(
      `update people set enrolled_at = $2, codes_confirmed_at = $2, checkup_at = null
       where id = $1 and (enrolled_at is null or $3) returning id`,
      [personId, now, used !== undefined],
    );
    if (moved.length === 0) throw new Problem('WRONG_STATE');
    await this.replaceFactors(tx, actor);
    // Policy clause 2: whoever knew the password alone has nothing left once a factor stands.
    const given = { personIds: [personId], reason: 'factors enrolled', except: sessionId };
    await this.sessions.closeAll(tx, given);
    if (used) await this.endOld(tx, personId, used);
    await this.tell(tx, personId);
    return factor;
  }

  private async madeIn(tx: Tx, sessionId: string): Promise<'totp' | 'passkey'> {
    const [row] = await tx.query<{ has_totp: boolean; has_passkey: boolean }>(
      `select exists (select 1 from totp_drafts where session_id = $1 and confirmed_at is not null) as has_totp,
         exists (select 1 from passkey_drafts where session_id = $1) as has_passkey`,
      [sessionId],
    );
    if (!row?.has_totp && !row?.has_passkey) throw new Problem('NO_FACTOR_YET');
    return row.has_totp ? 'totp' : 'passkey';
  }

  private async replaceFactors(tx: Tx, { personId, sessionId }: Actor): Promise<void> {
    await tx.query('delete from totp_factors where person_id = $1', [personId]);
    await tx.query('delete from passkeys where person_id = $1', [personId]);
    await tx.query('delete from recovery_codes where person_id = $1', [personId]);
    await this.putTotp(tx, sessionId);
    await tx.query(
      `insert into passkeys (id, person_id, credential_id, public_key, counter, transports, is_synced, name, created_at)
       select id, $2, credential_id, public_key, counter, transports, is_synced, name, created_at
       from passkey_drafts where session_id = $1`,
      [sessionId, personId],
    );
    await tx.query(
      `insert into recovery_codes (person_id, position, code_hash)
       select $2, position, code_hash from recovery_code_drafts where session_id = $1`,
      [sessionId, personId],
    );
    await tx.query('delete from totp_drafts where session_id = $1', [sessionId]);
    await tx.query('delete from passkey_drafts where session_id = $1', [sessionId]);
    await tx.query('delete from recovery_code_drafts where session_id = $1', [sessionId]);
  }

  private async putTotp(tx: Tx, sessionId: string): Promise<void> {
    const sealer = await this.cipher.sealerFor(null);
    const made = await tx.query<Made>(
      `select person_id, secret_enc, confirmed_step, confirmed_at from totp_drafts
       where session_id = $1 and confirmed_at is not null`,
      [sessionId],
    );
    for (const { person_id: personId, secret_enc: sealed, confirmed_step: step, confirmed_at: at } of made) {
      const secret = sealer.open(draftPlace(personId), sealed);
      await tx.query(
        'insert into totp_factors (person_id, secret_enc, last_step, confirmed_at) values ($1, $2, $3, $4)',
        [personId, sealer.seal(seedPlace(personId), secret), step, at],
      );
    }
  }

  /** What the case replaced: no device of before is trusted, and no link of it opens anything. */
  private async endOld(tx: Tx, personId: string, used: CaseOf): Promise<void> {
    await this.devices.forgetAll(tx, personId);
    await this.links.void(tx, ['lost_factor'], personId);
    await this.audit.record(tx, {
      event: 'identity.factors_reset',
      companyId: null,
      subject: { kind: 'person', id: personId },
      after: { factorCase: used.id },
    });
  }

  private async tell(tx: Tx, personId: string): Promise<void> {
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
