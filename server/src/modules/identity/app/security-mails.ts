import { Injectable } from '@nestjs/common';
import {
  EMAIL_LINK_HOURS,
  LOST_FACTOR_LINK_DAYS,
  MAILS_TO_ONE_ADDRESS,
  REGISTRATION_LINK_HOURS,
  RESET_LINK_MINUTES,
  UNLOCK_LINK_HOURS,
} from '@qafila/shared/identity/identity.rules';
import type { Locale } from '@qafila/shared/kernel/locale';
import { Audit } from '../../../platform/audit/audit';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import { type DeliveredEvent, Listens } from '../../../platform/outbox/outbox';
import { isLinkMail, type LinkMail, type SecurityMail } from '../domain/security-subjects';
import { type DueMail, DueMails, dueMailPlace, MAIL_DUE, type MailFacts } from './due-mails';
import { type LinkPurpose, Links } from './links';
import { PeopleDoor } from './people-door';
import { RateLimit } from './rate-limit';
import { SecurityMailer } from './security-mailer';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** What a mail's link is for, and how long it lives. */
const LINKS: Readonly<Record<LinkMail, { readonly purpose: LinkPurpose; readonly lifeMs: number }>> = {
  registration: { purpose: 'registration', lifeMs: REGISTRATION_LINK_HOURS.value * HOUR_MS },
  password_reset: { purpose: 'password_reset', lifeMs: RESET_LINK_MINUTES.value * MINUTE_MS },
  // Its holder reads the old mailbox: a new password takes the change of address back.
  email_change_asked: { purpose: 'password_reset', lifeMs: EMAIL_LINK_HOURS.value * HOUR_MS },
  email_change: { purpose: 'email_change', lifeMs: EMAIL_LINK_HOURS.value * HOUR_MS },
  unlock: { purpose: 'unlock', lifeMs: UNLOCK_LINK_HOURS.value * HOUR_MS },
  lost_factor_ready: { purpose: 'lost_factor', lifeMs: LOST_FACTOR_LINK_DAYS.value * 24 * HOUR_MS },
};

interface DueRow {
  id: string;
  kind: SecurityMail;
  person_id: string | null;
  email_enc: string | null;
  email_hash: string | null;
  locale: Locale | null;
  facts: MailFacts;
}
interface Reader {
  readonly personId: string | null;
  readonly email: string;
  readonly locale: Locale;
}

/** Sends the mails that are due, and finds out here, in the worker, whether an address is known. */
@Injectable()
export class SecurityMails {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
    private readonly people: PeopleDoor,
    private readonly links: Links,
    private readonly limit: RateLimit,
    private readonly mailer: SecurityMailer,
    private readonly dueMails: DueMails,
    private readonly audit: Audit,
  ) {}

  @Listens(MAIL_DUE)
  async onMailDue(tx: Tx, event: DeliveredEvent): Promise<void> {
    const [row] = await tx.query<DueRow>('delete from due_mails where id = $1 returning *', [
      event.payload.mailId,
    ]);
    if (!row) return;
    const reader = await this.readerOf(tx, row);
    if (!reader) return;
    if (isLinkMail(row.kind)) return this.sendLink(tx, { ...row, kind: row.kind }, reader);
    await this.mailer.send(tx, { kind: row.kind, to: reader, facts: row.facts });
  }

  /** The person a mail is for, at his own address or at the one given; `null` when there is nobody to write to. */
  private async readerOf(tx: Tx, row: DueRow): Promise<Reader | null> {
    const sealer = await this.cipher.sealerFor(null);
    const given = row.email_enc === null ? null : sealer.open(dueMailPlace(row.id), row.email_enc);
    const known = given === null ? null : await this.people.findByMail(tx, given);
    const personId = row.person_id ?? known?.personId ?? null;
    const contact =
      personId === null ? undefined : (await this.people.contactsOf(tx, [personId])).get(personId);
    const email = given ?? contact?.email;
    if (email === undefined) return null;
    return { personId, email, locale: row.locale ?? contact?.locale ?? 'en' };
  }

  private async sendLink(tx: Tx, row: DueRow & { kind: LinkMail }, reader: Reader): Promise<void> {
    const instead = await this.insteadOfLink(tx, row, reader);
    if (instead === 'nothing') return;
    const bucket = `mail/${row.kind}/${this.index.ofMail(reader.email)}`;
    if (!(await this.limit.isWithin(tx, bucket, MAILS_TO_ONE_ADDRESS.value))) return;
    if (instead) return this.dueMails.ask(tx, instead);
    if (row.kind === 'unlock') await this.recordClosed(tx, reader);
    const { purpose, lifeMs } = LINKS[row.kind];
    const personId = purpose === 'registration' ? null : reader.personId;
    const { token, expiresAt } = await this.links.issue(tx, { purpose, lifeMs, ...reader, personId });
    await this.mailer.send(tx, { kind: row.kind, to: reader, facts: row.facts, link: { token, expiresAt } });
  }

  /** Sign-in was closed for strangers, and its owner is written to. */
  private async recordClosed(tx: Tx, { personId }: Reader): Promise<void> {
    if (personId === null) return;
    await this.audit.record(tx, {
      event: 'identity.sign_in_closed',
      companyId: null,
      subject: { kind: 'person', id: personId },
    });
  }

  /** What a known, or an unknown, address gets in place of the link that was asked for. */
  private async insteadOfLink(
    tx: Tx,
    row: DueRow & { kind: LinkMail },
    reader: Reader,
  ): Promise<DueMail | 'nothing' | null> {
    if (row.kind === 'registration')
      return reader.personId ? { kind: 'registration_known', personId: reader.personId } : null;
    if (row.kind === 'email_change') {
      const owner = await this.people.findByMail(tx, reader.email);
      return owner ? { kind: 'email_taken', personId: owner.personId } : null;
    }
    return reader.personId ? null : 'nothing';
  }
}
