import { Injectable } from '@nestjs/common';
import type { Locale } from '@qafila/shared/kernel/locale';
import { Clock } from '../../../platform/clock/clock';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Outbox } from '../../../platform/outbox/outbox';
import type { SecurityMail } from '../domain/security-subjects';

/** Told to the worker: a mail about an account is due; payload `{ mailId }`, nothing personal. */
export const MAIL_DUE = 'identity.mail_due';

/** What a mail may tell; never a token, a code or a password. */
export interface MailFacts {
  readonly at?: string;
  readonly device?: string;
  readonly network?: string;
  readonly waitUntil?: string;
  readonly left?: number;
}
/** A mail somebody is owed: to a person, or to an address that may or may not be known here. */
export interface DueMail {
  readonly kind: SecurityMail;
  readonly personId?: string;
  /** Instead of the person's own address. */
  readonly email?: string;
  readonly locale?: Locale;
  readonly facts?: MailFacts;
}

export const dueMailPlace = (id: string) => ({ table: 'due_mails', column: 'email_enc', rowId: id });

/**
 * Notes that a mail is due. Whether an address is known is found out by the worker, so that an answer takes the same
 * work for every address.
 */
@Injectable()
export class DueMails {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
    private readonly outbox: Outbox,
  ) {}

  /** Mails of a kind that a person is owed and that nobody wrote yet are not written. */
  async takeBack(tx: Tx, kind: SecurityMail, personId: string): Promise<void> {
    await tx.query('delete from due_mails where kind = $1 and person_id = $2', [kind, personId]);
  }

  async ask(tx: Tx, mail: DueMail): Promise<void> {
    const id = newId();
    const sealer = await this.cipher.sealerFor(null);
    const now = this.clock.now();
    await tx.query(
      `insert into due_mails (id, kind, person_id, email_enc, email_hash, locale, facts, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        mail.kind,
        mail.personId ?? null,
        mail.email === undefined ? null : sealer.seal(dueMailPlace(id), mail.email.trim()),
        mail.email === undefined ? null : this.index.ofMail(mail.email),
        mail.locale ?? null,
        JSON.stringify({ at: now.toISOString(), ...mail.facts }),
        now,
      ],
    );
    await this.outbox.record(tx, { type: MAIL_DUE, companyId: null, payload: { mailId: id } });
  }
}
