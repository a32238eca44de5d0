import { Injectable } from '@nestjs/common';
import { LINK_REQUESTS, MAILS_TO_ONE_ADDRESS, SIGN_IN_TRIES } from '@qafila/shared/identity/identity.rules';
import type { AuditEventName } from '@qafila/shared/oversight/audit-events';
import type { Actor } from '../../../platform/access/actor';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { oneRow, type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import type { Caller } from './caller';
import { DueMails } from './due-mails';
import { Links } from './links';
import { NewPasswords } from './new-passwords';
import { PasswordCheck } from './password-check';
import { PeopleDoor } from './people-door';
import { RateLimit } from './rate-limit';
import { linkBucket } from './register';
import { Sessions } from './sessions';
import { accountStreak, Tries } from './tries';

type Done = { done: true };
const DONE: Done = { done: true };

/** Passwords: changed by whoever knows the present one, or by a mailed link; the second factor stays either way. */
@Injectable()
export class Credentials {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly index: BlindIndex,
    private readonly limit: RateLimit,
    private readonly tries: Tries,
    private readonly links: Links,
    private readonly passwords: NewPasswords,
    private readonly check: PasswordCheck,
    private readonly people: PeopleDoor,
    private readonly sessions: Sessions,
    private readonly mails: DueMails,
    private readonly audit: Audit,
  ) {}

  /** Throws `PASSWORD_WRONG` and the problems of a new password. Every other session ends. */
  async changePassword(actor: Actor, given: { current: string; next: string }): Promise<Done> {
    const bucket = `password/${actor.personId}`;
    await this.limit.count(bucket, SIGN_IN_TRIES.value);
    const person = await this.unitOfWork.run(systemScope('own password'), async (tx) => {
      const row = oneRow(
        await tx.query<{ password_hash: string }>('select password_hash from people where id = $1', [
          actor.personId,
        ]),
      );
      return {
        id: actor.personId,
        passwordHash: row.password_hash,
        about: await this.aboutOf(tx, actor.personId),
      };
    });
    if (!(await this.check.isRight(person, given.current))) throw new Problem('PASSWORD_WRONG');
    await this.limit.forget(bucket);
    const hash = await this.passwords.hashOf(given.next, person.about);
    await this.unitOfWork.run(systemScope('own password'), async (tx) => {
      await this.put(tx, { personId: actor.personId, hash });
      await this.sessions.closeAll(tx, {
        personIds: [actor.personId],
        reason: 'password changed',
        except: actor.sessionId,
      });
      await this.tell(tx, actor.personId, 'identity.password_changed');
    });
    return DONE;
  }

  /** The same answer and the same work for every address. */
  async forgotPassword(email: string, caller: Caller): Promise<Done> {
    await this.limit.count(linkBucket(caller), LINK_REQUESTS.value);
    await this.unitOfWork.run(systemScope('forgotten password'), (tx) =>
      this.mails.ask(tx, { kind: 'password_reset', email }),
    );
    return DONE;
  }

  /** Uses the link up; all sessions end, the second factor stays. Throws `LINK_USED`. */
  async resetPassword(given: { token: string; password: string }, caller: Caller): Promise<Done> {
    await this.limit.count(linkBucket(caller), LINK_REQUESTS.value);
    const about = await this.unitOfWork.run(systemScope('password link'), async (tx) => {
      const { personId } = await this.links.peek(tx, 'password_reset', given.token);
      return this.aboutOf(tx, personId ?? '');
    });
    const hash = await this.passwords.hashOf(given.password, about);
    const email = await this.unitOfWork.run(systemScope('password link'), async (tx) => {
      const link = await this.links.use(tx, 'password_reset', given.token);
      const personId = link.personId ?? '';
      await this.put(tx, { personId, hash });
      await this.sessions.closeAll(tx, { personIds: [personId], reason: 'password reset' });
      await this.tell(tx, personId, 'identity.password_reset');
      return link.email;
    });
    await this.tries.openAgain(accountStreak(this.index.ofMail(email)));
    return DONE;
  }

  /** Opens sign-in again after too many wrong passwords. Throws `LINK_USED`. */
  async unlock(token: string, caller: Caller): Promise<Done> {
    await this.limit.count(linkBucket(caller), LINK_REQUESTS.value);
    const email = await this.unitOfWork.run(systemScope('unlock link'), async (tx) => {
      const link = await this.links.use(tx, 'unlock', token);
      await this.audit.record(tx, {
        event: 'identity.sign_in_opened',
        companyId: null,
        subject: { kind: 'person', id: link.personId ?? '' },
      });
      return link.email;
    });
    await this.tries.openAgain(accountStreak(this.index.ofMail(email)));
    return DONE;
  }

  /**
   * A link to the new address, a notice to the old one; nothing changes before the link is followed. The link of the
   * notice chooses a new password, which takes the asked change back.
   */
  async changeEmail(actor: Actor, email: string): Promise<Done> {
    await this.limit.count(`email/${actor.personId}`, MAILS_TO_ONE_ADDRESS.value);
    await this.unitOfWork.run(systemScope('own address'), async (tx) => {
      await this.mails.ask(tx, { kind: 'email_change', personId: actor.personId, email });
      await this.mails.ask(tx, { kind: 'email_change_asked', personId: actor.personId });
    });
    return DONE;
  }

  /** What a password must not be made of: the person's name and address. */
  private async aboutOf(tx: Tx, personId: string): Promise<string[]> {
    const contact = (await this.people.contactsOf(tx, [personId])).get(personId);
    return contact ? [contact.name, contact.email] : [];
  }

  private async put(tx: Tx, given: { personId: string; hash: string }): Promise<void> {
    await tx.query('update people set password_hash = $2 where id = $1', [given.personId, given.hash]);
    // Whoever is not the owner may have asked for another address before the password changed.
    await this.links.void(tx, ['password_reset', 'email_change'], given.personId);
    await this.mails.takeBack(tx, 'email_change', given.personId);
  }

  private async tell(tx: Tx, personId: string, event: AuditEventName): Promise<void> {
    await this.audit.record(tx, { event, companyId: null, subject: { kind: 'person', id: personId } });
    await this.mails.ask(tx, { kind: 'password_changed', personId });
  }
}
