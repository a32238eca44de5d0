import { Injectable } from '@nestjs/common';
import { LINK_REQUESTS } from '@qafila/shared/identity/identity.rules';
import type { Locale } from '@qafila/shared/kernel/locale';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { type Tx, UnitOfWork, violatedConstraint } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { PERSON_REGISTERED, type PersonRegistered } from '../identity.api';
import type { Caller } from './caller';
import { DueMails } from './due-mails';
import { type LinkPurpose, Links, type OpenLink } from './links';
import { NewPasswords } from './new-passwords';
import { OpenCompany } from './open-company';
import { PeopleDoor } from './people-door';
import { RateLimit } from './rate-limit';
import type { OpenedSession } from './refresh-tokens';
import { Sessions } from './sessions';

export interface Registration {
  readonly token: string;
  readonly name: string;
  readonly companyName: string;
  readonly country: string;
  readonly password: string;
}

/** Requests for links and tries of links have one limit for each network. */
export const networkBucket = (network: string): string => `links/${network}`;
export const linkBucket = ({ network }: Caller): string => networkBucket(network);

/** Registration: an address is proved by a link, then a person and a company that waits are made. */
@Injectable()
export class Register {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limit: RateLimit,
    private readonly links: Links,
    private readonly mails: DueMails,
    private readonly passwords: NewPasswords,
    private readonly people: PeopleDoor,
    private readonly company: OpenCompany,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** The answer and the work are the same for every address; the worker finds out which mail it gets. */
  async ask(given: { email: string; locale: Locale; caller: Caller }): Promise<{ done: true }> {
    await this.limit.count(linkBucket(given.caller), LINK_REQUESTS.value);
    await this.unitOfWork.run(systemScope('registration'), (tx) =>
      this.mails.ask(tx, { kind: 'registration', email: given.email, locale: given.locale }),
    );
    return { done: true };
  }

  /** What a link is for, without using it up. Throws `LINK_USED`. */
  async open(purpose: LinkPurpose, token: string, caller: Caller): Promise<OpenLink> {
    await this.limit.count(linkBucket(caller), LINK_REQUESTS.value);
    return this.unitOfWork.run(systemScope('link'), (tx) => this.links.peek(tx, purpose, token));
  }

  /** Uses the link up. Throws `LINK_USED` and the problems of a password. */
  async complete(given: Registration, caller: Caller): Promise<OpenedSession> {
    const link = await this.open('registration', given.token, caller);
    const about = [given.name, given.companyName, link.email];
    const passwordHash = await this.passwords.hashOf(given.password, about);
    try {
      return await this.unitOfWork.runApart(systemScope('registration'), (tx) =>
        this.create(tx, { ...given, passwordHash }, caller),
      );
    } catch (error) {
      // Two links of one address: whoever comes second has an account by now.
      if (violatedConstraint(error) === 'uq_people_email') throw new Problem('LINK_USED');
      throw error;
    }
  }

  private async create(
    tx: Tx,
    given: Registration & { passwordHash: string },
    caller: Caller,
  ): Promise<OpenedSession> {
    const link = await this.links.use(tx, 'registration', given.token);
    const personId = await this.people.insert(tx, {
      kind: 'trader',
      name: given.name,
      email: link.email,
      locale: link.locale,
      passwordHash: given.passwordHash,
    });
    const companyId = await this.company.run(tx, {
      name: given.companyName,
      country: given.country,
      ownerId: personId,
    });
    const payload: PersonRegistered = { personId, companyId };
    await this.outbox.record(tx, { type: PERSON_REGISTERED, companyId, payload: { ...payload } });
    await this.audit.record(tx, {
      event: 'identity.person_registered',
      companyId,
      subject: { kind: 'person', id: personId },
      after: { country: given.country },
    });
    return this.sessions.open(tx, {
      personId,
      kind: 'trader',
      companyId: null,
      roles: [],
      level: 'enrolling',
      agent: caller.agent,
      network: caller.network,
    });
  }
}
