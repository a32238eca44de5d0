import { Injectable } from '@nestjs/common';
import { formatDateTime, isolate } from '@qafila/shared/kernel/format';
import { fillSentence } from '@qafila/shared/kernel/problem';
import { Config } from '../../../platform/config/config';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import { type MailContent, mailHtml, mailText } from '../../../platform/mail/mail-layout';
import { Mailer } from '../../../platform/mail/mailer';
import type { InvitationRow } from '../db/invitation.repository';
import { ROLE_WORDS, INVITATION_WORDS as WORDS } from '../domain/invitation-words';

/** Where an invitation's sealed columns stand. */
export const invitationPlace = (column: 'email_enc' | 'name_enc', rowId: string) => ({
  table: 'invitations',
  column,
  rowId,
});

/** The mail with the link, in the language chosen for the invited person. */
@Injectable()
export class InvitationMail {
  constructor(
    private readonly config: Config,
    private readonly cipher: FieldCipher,
    private readonly mailer: Mailer,
  ) {}

  /** Queued in the transaction that made the token: it stands in no event and no log. */
  async send(tx: Tx, invitation: InvitationRow, token: string): Promise<void> {
    const sealer = await this.cipher.sealerFor(invitation.company_id);
    const content = this.contentOf(invitation, token);
    await this.mailer.queue(tx, {
      companyId: invitation.company_id,
      template: 'invitation',
      locale: invitation.locale,
      to: sealer.open(invitationPlace('email_enc', invitation.id), invitation.email_enc),
      from: { name: 'Qafila', address: this.config.values.MAIL_FROM },
      subject: content.subject,
      html: mailHtml(content),
      text: mailText(content),
    });
  }

  private contentOf(invitation: InvitationRow, token: string): MailContent {
    const { locale } = invitation;
    const isArabic = locale === 'ar';
    const company = (isArabic ? invitation.name_arabic : null) ?? invitation.name_latin;
    const params = {
      inviter: isArabic ? isolate(invitation.inviter) : invitation.inviter,
      company: isArabic ? isolate(company) : company,
    };
    const roles = [
      ...invitation.roles.map((role) => ROLE_WORDS[role][locale]),
      ...invitation.own_roles.map((role) => role.name),
    ];
    return {
      locale,
      subject: fillSentence(WORDS.subject[locale], params),
      lead: WORDS.lead[locale],
      facts: [
        { label: WORDS.roles[locale], value: roles.join(isArabic ? '، ' : ', ') },
        { label: WORDS.until[locale], value: formatDateTime(invitation.expires_at, locale) },
      ],
      action: { label: WORDS.action[locale], url: `${this.config.values.PUBLIC_ORIGIN}/invitation#${token}` },
      foot: fillSentence(WORDS.foot[locale], params),
    };
  }
}
