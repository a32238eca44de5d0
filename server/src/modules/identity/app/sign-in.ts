import { Injectable } from '@nestjs/common';
import type { Factor } from '@qafila/shared/identity/fields';
import { NETWORK_TRIES, PORTAL_TRIES } from '@qafila/shared/identity/identity.rules';
import { systemScope } from '../../../platform/access/scope';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import type { Caller } from './caller';
import { DueMails } from './due-mails';
import { KnownDevices } from './known-devices';
import { PasswordCheck } from './password-check';
import { RateLimit } from './rate-limit';
import type { OpenedSession } from './refresh-tokens';
import { Sessions } from './sessions';
import { accountStreak, deviceStreak, Tries } from './tries';

interface PersonRow {
  id: string;
  kind: 'trader' | 'staff';
  password_hash: string;
  state: string;
  enrolled_at: Date | null;
  has_totp: boolean;
  has_passkey: boolean;
  has_codes: boolean;
  is_known_device: boolean;
}
export interface HalfWay {
  readonly opened: OpenedSession;
  readonly next: 'code' | 'enrol';
  readonly factors: readonly Factor[];
}
const PORTAL_BUCKET = 'sign-in-portal';

/** Mail and password: opens half a session, which opens nothing but the second factor or its enrolment. */
@Injectable()
export class SignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly index: BlindIndex,
    private readonly limit: RateLimit,
    private readonly tries: Tries,
    private readonly passwords: PasswordCheck,
    private readonly devices: KnownDevices,
    private readonly sessions: Sessions,
    private readonly mails: DueMails,
  ) {}

  /** Throws `CREDENTIALS_WRONG` for an unknown mail, a wrong password and a suspended person alike. */
  async run(given: { email: string; password: string; caller: Caller }): Promise<HalfWay> {
    const mailHash = this.index.ofMail(given.email);
    const person = await this.find(mailHash, given.caller);
    const streak = person?.is_known_device
      ? deviceStreak(mailHash, this.devices.hashOf(given.caller))
      : accountStreak(mailHash);
    const shared = await this.countShared(given.caller, person?.is_known_device ?? false);
    const failures = await this.tries.begin(streak);
    const isRight = await this.passwords.isRight(
      person ? { id: person.id, passwordHash: person.password_hash } : null,
      given.password,
    );
    if (!person || !isRight || person.state !== 'active') {
      if (this.tries.isLast(failures)) await this.tellClosed(given.email);
      throw new Problem('CREDENTIALS_WRONG');
    }
    await this.tries.succeed(streak);
    await this.limit.takeBack(shared);
    return this.open(person, given.caller);
  }

  /** For devices nobody knows a network and the whole portal have a limit too; a known one has its own streak. */
  private async countShared(caller: Caller, isKnownDevice: boolean): Promise<string[]> {
    if (isKnownDevice) return [];
    const network = `sign-in-network/${caller.network}`;
    await this.limit.count(network, NETWORK_TRIES.value);
    await this.limit.count(PORTAL_BUCKET, PORTAL_TRIES.value);
    return [network, PORTAL_BUCKET];
  }

  private async find(mailHash: string, caller: Caller): Promise<PersonRow | undefined> {
    const [row] = await this.unitOfWork.runApart(systemScope('sign-in'), (tx) =>
      tx.query<PersonRow>(
        `select p.id, p.kind, p.password_hash, p.state, p.enrolled_at,
           exists (select 1 from totp_factors t where t.person_id = p.id) as has_totp,
           exists (select 1 from passkeys k where k.person_id = p.id) as has_passkey,
           exists (select 1 from recovery_codes r where r.person_id = p.id and r.used_at is null) as has_codes,
           exists (select 1 from known_devices d where d.person_id = p.id and d.token_hash = $2
             and d.last_used_at > $3) as is_known_device
         from people p where p.email_hash = $1`,
        [mailHash, this.devices.hashOf(caller), this.devices.oldest()],
      ),
    );
    return row;
  }

  private async open(person: PersonRow, caller: Caller): Promise<HalfWay> {
    const isEnrolled = person.enrolled_at !== null;
    const opened = await this.unitOfWork.runApart(systemScope('sign-in'), (tx) =>
      this.sessions.open(tx, {
        personId: person.id,
        kind: person.kind,
        companyId: null,
        roles: [],
        level: isEnrolled ? 'half' : 'enrolling',
        agent: caller.agent,
        network: caller.network,
      }),
    );
    return isEnrolled
      ? { opened, next: 'code', factors: factorsOf(person) }
      : { opened, next: 'enrol', factors: [] };
  }

  /**
   * The twentieth failure in a row closes sign-in for strangers; the owner, if there is one, gets a link that opens it.
   * The worker finds that out, so that the answer takes the same work for every address.
   */
  private tellClosed(email: string): Promise<void> {
    return this.unitOfWork.runApart(systemScope('sign-in'), (tx) =>
      this.mails.ask(tx, { kind: 'unlock', email }),
    );
  }
}

const factorsOf = (person: PersonRow): Factor[] => [
  ...(person.has_totp ? (['totp'] as const) : []),
  ...(person.has_passkey ? (['passkey'] as const) : []),
  ...(person.has_codes ? (['recovery_code'] as const) : []),
];
