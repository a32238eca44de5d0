import { Injectable } from '@nestjs/common';
import { KNOWN_DEVICE_DAYS } from '@qafila/shared/identity/identity.rules';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { newSecret } from '../../../platform/ids/new-id';
import { Job } from '../../../platform/jobs/job';
import { deviceLine } from '../domain/device';
import type { Caller } from './caller';
import { DueMails } from './due-mails';

const DAY_MS = 86_400_000;

/** Browsers in which somebody signed in; a sign-in from another one is told to the owner. */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly index: BlindIndex,
    private readonly audit: Audit,
    private readonly mails: DueMails,
  ) {}

  /** Hash of a caller's device token, for lookups; one that nothing has when there is none. */
  hashOf(caller: Caller): string {
    return this.index.ofToken(caller.device ?? 'no device');
  }

  /** Last use before which a device counts as forgotten. */
  oldest(): Date {
    return new Date(this.clock.now().getTime() - KNOWN_DEVICE_DAYS.value * DAY_MS);
  }

  /** True for a browser in which somebody signed in before. */
  async isKnown(caller: Caller): Promise<boolean> {
    if (!caller.device) return false;
    const rows = await this.unitOfWork.runApart(systemScope('known devices'), (tx) =>
      tx.query('select 1 from known_devices where token_hash = $1 and last_used_at > $2 limit 1', [
        this.hashOf(caller),
        this.oldest(),
      ]),
    );
    return rows.length > 0;
  }

  /**
   * Remembers the browser of a sign-in, before its session opens. Returns the token for its cookie. The device of the
   * first sign-in of all is expected; any other one that is not known (any more) is told by mail and stands in the trail.
   */
  async remember(
    tx: Tx,
    given: { personId: string; companyId: string | null; caller: Caller },
  ): Promise<string> {
    const { caller, personId } = given;
    const hash = this.hashOf(caller);
    const now = this.clock.now();
    const [known] = await tx.query<{ is_own: boolean; is_any: boolean; was_in: boolean }>(
      `select coalesce(bool_or(token_hash = $2 and person_id = $1 and last_used_at > $3), false) as is_own,
         coalesce(bool_or(token_hash = $2), false) as is_any,
         exists (select 1 from sessions where person_id = $1 and level = 'full' and parent_id is null) as was_in
       from known_devices where person_id = $1 or token_hash = $2`,
      [personId, hash, this.oldest()],
    );
    // A browser that several people use keeps one token; one that nobody gave out is never taken over.
    const token = known?.is_any && caller.device ? caller.device : newSecret(32);
    await tx.query(
      `insert into known_devices (person_id, token_hash, created_at, last_used_at) values ($1, $2, $3, $3)
       on conflict (person_id, token_hash) do update set last_used_at = excluded.last_used_at`,
      [personId, this.index.ofToken(token), now],
    );
    if (known?.was_in && !known.is_own) await this.tell(tx, given);
    return token;
  }

  /** Nothing a person used before is trusted any more. */
  async forgetAll(tx: Tx, personId: string): Promise<void> {
    await tx.query('delete from known_devices where person_id = $1', [personId]);
  }

  @Job({ name: 'identity.forget_devices', cron: '41 3 * * *' })
  async sweep(): Promise<void> {
    await this.unitOfWork.runApart(systemScope('known devices'), (tx) =>
      tx.query('delete from known_devices where last_used_at <= $1', [this.oldest()]),
    );
  }

  private async tell(
    tx: Tx,
    { personId, companyId, caller }: { personId: string; companyId: string | null; caller: Caller },
  ): Promise<void> {
    const device = deviceLine(caller.agent);
    await this.mails.ask(tx, {
      kind: 'new_device',
      personId,
      facts: { network: caller.network, ...(device ? { device } : {}) },
    });
    await this.audit.record(tx, {
      event: 'identity.new_device',
      companyId,
      subject: { kind: 'person', id: personId },
    });
  }
}
