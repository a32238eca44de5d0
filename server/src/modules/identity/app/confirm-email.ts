import { Injectable } from '@nestjs/common';
import { LINK_REQUESTS } from '@qafila/shared/identity/identity.rules';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { type Tx, UnitOfWork, violatedConstraint } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import type { Caller } from './caller';
import { DueMails } from './due-mails';
import { Links } from './links';
import { addressPlace, PeopleDoor } from './people-door';
import { RateLimit } from './rate-limit';
import { linkBucket } from './register';

/** The link in the new mailbox was followed: the address counts from now on, and both mailboxes are told. */
@Injectable()
export class ConfirmEmail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
    private readonly limit: RateLimit,
    private readonly links: Links,
    private readonly people: PeopleDoor,
    private readonly mails: DueMails,
    private readonly audit: Audit,
  ) {}

  /** Throws `LINK_USED`, also when the address became somebody else's in the meantime. */
  async run(token: string, caller: Caller): Promise<{ done: true }> {
    await this.limit.count(linkBucket(caller), LINK_REQUESTS.value);
    try {
      await this.unitOfWork.runApart(systemScope('address link'), (tx) => this.change(tx, token));
    } catch (error) {
      if (violatedConstraint(error) === 'uq_people_email') throw new Problem('LINK_USED');
      throw error;
    }
    return { done: true };
  }

  private async change(tx: Tx, token: string): Promise<void> {
    const link = await this.links.use(tx, 'email_change', token);
    const personId = link.personId ?? '';
    const before = (await this.people.contactsOf(tx, [personId])).get(personId);
    if (!before) throw new Problem('LINK_USED');
    const sealer = await this.cipher.sealerFor(null);
    await tx.query('update people set email_enc = $2, email_hash = $3 where id = $1', [
      personId,
      sealer.seal(addressPlace(personId), link.email),
      this.index.ofMail(link.email),
    ]);
    // Links in the old mailbox open nothing any more.
    await this.links.void(tx, ['password_reset', 'unlock', 'lost_factor', 'email_change'], personId);
    await this.mails.ask(tx, { kind: 'email_changed', personId, email: before.email });
    await this.mails.ask(tx, { kind: 'email_changed', personId });
    await this.audit.record(tx, {
      event: 'identity.email_changed',
      companyId: null,
      subject: { kind: 'person', id: personId },
    });
  }
}
