import { Injectable } from '@nestjs/common';
import { FAILURES_BEFORE_LOCK, TOTP_DRAFT_MINUTES } from '@qafila/shared/identity/identity.rules';
import type { Actor } from '../../../platform/access/actor';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { qrPath } from '../../../platform/pdf/barcode-paths';
import { Problem } from '../../../platform/problems/problem';
import { newTotpSecret, otpauthUri, stepOfCode } from '../domain/totp';
import { enrolmentOf } from './enrolment';
import { FactorChanges } from './factor-changes';
import { factorBucket } from './own-account';
import { PeopleDoor } from './people-door';
import { RateLimit } from './rate-limit';
import { draftPlace, seedPlace, typedDigits } from './second-factor';

/** Light modules around a QR code, without which scanners do not find it. */
const QUIET = 4;

interface Draft {
  readonly secret: string;
  readonly uri: string;
  readonly qr: { readonly path: string; readonly size: number };
  readonly expiresAt: string;
}

/** The authenticator app of a person: begun, confirmed by a typed code, replaced, removed. */
@Injectable()
export class TotpFactors {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly limit: RateLimit,
    private readonly people: PeopleDoor,
    private readonly changes: FactorChanges,
  ) {}

  /** A new seed, shown once; it waits for its first code in the session that asked for it. */
  draft(actor: Actor): Promise<Draft> {
    const secret = newTotpSecret();
    const expiresAt = new Date(this.clock.now().getTime() + TOTP_DRAFT_MINUTES.value * 60_000);
    return this.unitOfWork.run(systemScope('own factor'), async (tx) => {
      const sealer = await this.cipher.sealerFor(null);
      await tx.query(
        `insert into totp_drafts (person_id, session_id, secret_enc, expires_at) values ($1, $2, $3, $4)
         on conflict (session_id) do update set secret_enc = excluded.secret_enc, expires_at = excluded.expires_at,
           confirmed_step = null, confirmed_at = null`,
        [actor.personId, actor.sessionId, sealer.seal(draftPlace(actor.personId), secret), expiresAt],
      );
      const contact = (await this.people.contactsOf(tx, [actor.personId])).get(actor.personId);
      const uri = otpauthUri(secret, contact?.email ?? '');
      return { secret, uri, qr: qrOf(uri), expiresAt: expiresAt.toISOString() };
    });
  }

  /** The typed code puts the new app in place, and is used up by it; an enrolment keeps it to its end. Throws `NO_DRAFT` or `CODE_WRONG`. */
  async confirm(actor: Actor, code: string): Promise<{ done: true }> {
    await this.limit.count(factorBucket(actor.personId), FAILURES_BEFORE_LOCK.value);
    await this.unitOfWork.run(systemScope('own factor'), async (tx) => {
      const secret = await this.openDraft(tx, actor);
      const step = stepOfCode(secret, typedDigits(code), { at: this.clock.now(), late: 1 });
      if (!step) throw new Problem('CODE_WRONG');
      if (enrolmentOf(actor)) await this.keep(tx, actor, step);
      else await this.put(tx, actor, { secret, step });
      await this.changes.tell(tx, actor, { event: 'identity.totp_confirmed', mail: 'totp_replaced' });
    });
    await this.limit.forget(factorBucket(actor.personId));
    return { done: true };
  }

  /** Somebody with a passkey gives up the app. Throws `LAST_FACTOR`, `NOT_FOUND`. */
  async remove(actor: Actor): Promise<{ done: true }> {
    await this.unitOfWork.run(systemScope('own factor'), async (tx) => {
      await this.changes.keepOne(tx, actor.personId);
      const removed = await tx.query('delete from totp_factors where person_id = $1 returning person_id', [
        actor.personId,
      ]);
      if (removed.length === 0) throw new Problem('NOT_FOUND');
      await this.changes.tell(tx, actor, { event: 'identity.totp_removed', mail: 'totp_removed' });
    });
    return { done: true };
  }

  /** Of two that come at once the second finds no draft that waits. */
  private async openDraft(tx: Tx, actor: Actor): Promise<string> {
    const [row] = await tx.query<{ secret_enc: string }>(
      `select secret_enc from totp_drafts
       where session_id = $1 and expires_at > $2 and confirmed_at is null for update`,
      [actor.sessionId, this.clock.now()],
    );
    if (!row) throw new Problem('NO_DRAFT');
    const sealer = await this.cipher.sealerFor(null);
    return sealer.open(draftPlace(actor.personId), row.secret_enc);
  }

  private async keep(tx: Tx, actor: Actor, step: number): Promise<void> {
    await tx.query('update totp_drafts set confirmed_step = $2, confirmed_at = $3 where session_id = $1', [
      actor.sessionId,
      step,
      this.clock.now(),
    ]);
  }

  private async put(tx: Tx, actor: Actor, factor: { secret: string; step: number }): Promise<void> {
    const sealer = await this.cipher.sealerFor(null);
    await tx.query('delete from totp_drafts where session_id = $1', [actor.sessionId]);
    await tx.query(
      `insert into totp_factors (person_id, secret_enc, last_step, confirmed_at) values ($1, $2, $3, $4)
       on conflict (person_id) do update set secret_enc = excluded.secret_enc, last_step = excluded.last_step,
         confirmed_at = excluded.confirmed_at`,
      [actor.personId, sealer.seal(seedPlace(actor.personId), factor.secret), factor.step, this.clock.now()],
    );
  }
}

/** The symbol as one path in a square, its quiet zone included. */
function qrOf(text: string): { path: string; size: number } {
  const symbol = qrPath(text);
  const path = symbol.bars
    .map((bar) => `M${bar.x + QUIET} ${bar.y + QUIET}h${bar.width}v${bar.height}h-${bar.width}z`)
    .join('');
  return { path, size: symbol.width + 2 * QUIET };
}
