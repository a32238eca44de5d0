import { Injectable } from '@nestjs/common';
import { SIGN_IN_TRIES } from '@qafila/shared/identity/identity.rules';
import { systemScope } from '../../../platform/access/scope';
import { Config } from '../../../platform/config/config';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { hashPassword, isPassword } from '../../../platform/crypto/passwords';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { RateLimit } from './rate-limit';
import { type OpenedSession, Sessions } from './sessions';

interface PersonRow {
  id: string;
  kind: 'trader' | 'staff';
  password_hash: string;
  state: string;
}
const NETWORK_TRIES = 100;

/** Mail and password: opens half a session, which opens nothing but the second factor. */
@Injectable()
export class SignIn {
  private decoy: Promise<string> | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
    private readonly index: BlindIndex,
    private readonly limit: RateLimit,
    private readonly sessions: Sessions,
  ) {}

  /** Throws `CREDENTIALS_WRONG` for an unknown mail, a wrong password and a suspended person alike. */
  async run(given: {
    email: string;
    password: string;
    network: string;
    agent: string;
  }): Promise<OpenedSession> {
    const mailHash = this.index.ofMail(given.email);
    const buckets = { account: `sign-in/${mailHash}`, network: `sign-in-network/${given.network}` };
    await this.limit.count(buckets.network, NETWORK_TRIES);
    await this.limit.count(buckets.account, SIGN_IN_TRIES.value);
    const [person] = await this.unitOfWork.runApart(systemScope('sign-in'), (tx) =>
      tx.query<PersonRow>('select id, kind, password_hash, state from people where email_hash = $1', [
        mailHash,
      ]),
    );
    const pepper = this.config.values.PASSWORD_PEPPER.reveal();
    // An unknown mail costs the same time as a known one.
    this.decoy ??= hashPassword('nobody has this password', pepper);
    const isRight = await isPassword(person?.password_hash ?? (await this.decoy), given.password, pepper);
    if (!person || !isRight || person.state !== 'active') throw new Problem('CREDENTIALS_WRONG');
    await this.limit.forget(buckets.account);
    return this.unitOfWork.runApart(systemScope('sign-in'), (tx) =>
      this.sessions.open(tx, {
        personId: person.id,
        kind: person.kind,
        companyId: null,
        roles: [],
        level: 'half',
        agent: given.agent,
      }),
    );
  }
}
