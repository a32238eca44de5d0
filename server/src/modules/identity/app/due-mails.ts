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

  ask(tx: Tx, mail: DueMail): Promise<void> {
    return this.askAll(tx, [mail]);
  }

  /** Several mails with two statements. */
  async askAll(tx: Tx, mails: readonly DueMail[]): Promise<void> {
    const sealer = await this.cipher.sealerFor(null);
    const now = this.clock.now();
    const rows = mails.map((mail) => {
      const id = newId();
      const { email } = mail;
      return {
        id,
        kind: mail.kind,
        person_id: mail.personId ?? null,
        email_enc: email === undefined ? null : sealer.seal(dueMailPlace(id), email.trim()),
        email_hash: email === undefined ? null : this.index.ofMail(email),
        locale: mail.locale ?? null,
        facts: { at: now.toISOString(), ...mail.facts },
      };
    });
    await tx.query(
      `insert into due_mails (id, kind, person_id, email_enc, email_hash, locale, facts, created_at)
       select m.id, m.kind, m.person_id, m.email_enc, m.email_hash, m.locale, m.facts, $2
       from jsonb_to_recordset($1::jsonb) as m (id uuid, kind text, person_id uuid, email_enc text, email_hash text,
         locale text, facts jsonb)`,
      [JSON.stringify(rows), now],
    );
    await this.outbox.recordAll(
      tx,
      rows.map(({ id }) => ({ type: MAIL_DUE, companyId: null, payload: { mailId: id } })),
    );
  }
}
