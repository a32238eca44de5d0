import { Injectable } from '@nestjs/common';
import { formatDateTime } from '@qafila/shared/kernel/format';
import { fillSentence } from '@qafila/shared/kernel/problem';
import { Config } from '../../../platform/config/config';
import type { Tx } from '../../../platform/database/unit-of-work';
import { type MailContent, type MailFact, mailHtml, mailText } from '../../../platform/mail/mail-layout';
import { Mailer } from '../../../platform/mail/mailer';
import { type DeliveredEvent, Listens } from '../../../platform/outbox/outbox';
import { People } from '../../identity/identity.api';
import { SellerAccount } from '../../payments/payments.api';
import { type AccountChange, AccountChangeRepository } from '../db/account-change.repository';
import { StaffRepository } from '../db/staff.repository';
import { StaffInvitationRepository } from '../db/staff-invitation.repository';
import {
  ACCOUNT_WORDS,
  INVITATION_WORDS,
  ROLE_WORDS,
  type StaffLocale,
  staffLocale,
} from '../domain/store-mail-words';
import {
  ACCOUNT_CHANGE_MOVED,
  type AccountChangeMoved,
  STAFF_INVITATION_OPENED,
  type StaffInvitationOpened,
} from '../store.api';

/** Mails of the store to its own people. Runs in the worker. */
@Injectable()
export class StoreMails {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly people: People,
    private readonly seller: SellerAccount,
    private readonly staff: StaffRepository,
    private readonly invitations: StaffInvitationRepository,
    private readonly changes: AccountChangeRepository,
  ) {}

  /** The link is made here and stands nowhere but in the sealed mail; the database keeps its hash. */
  @Listens(STAFF_INVITATION_OPENED)
  async onInvitation(tx: Tx, event: DeliveredEvent): Promise<void> {
    const { invitationId } = event.payload as unknown as StaffInvitationOpened;
    const token = await this.invitations.makeLink(tx, invitationId);
    if (token === null) return;
    const { email, roles, locale, invitedName, expiresAt } = await this.invitations.lock(tx, invitationId);
    const words = INVITATION_WORDS;
    await this.send(
      tx,
      { template: 'staff_invitation', to: email },
      {
        locale,
        subject: words.subject[locale],
        lead: fillSentence(words.lead[locale], { by: invitedName }),
        facts: [
          { label: words.roles[locale], value: roles.map((role) => ROLE_WORDS[role][locale]).join(' · ') },
          ...(expiresAt ? [{ label: words.until[locale], value: formatDateTime(expiresAt, locale) }] : []),
        ],
        action: { label: words.action[locale], url: `${this.config.values.PUBLIC_ORIGIN}/join#${token}` },
        foot: words.foot[locale],
      },
    );
  }

  /** Everybody who could notice a wrong account hears of each step, the one who took it included. */
  @Listens(ACCOUNT_CHANGE_MOVED)
  async onAccountChange(tx: Tx, event: DeliveredEvent): Promise<void> {
    const { changeId, step } = event.payload as unknown as AccountChangeMoved;
    const change = await this.changes.lock(tx, changeId);
    const { iban } = await this.seller.read(tx);
    const readers = await this.staff.withRoles(tx, ['finance', 'admin']);
    const contacts = await this.people.contactsOf(tx, readers);
    for (const contact of contacts.values()) {
      const locale = staffLocale(contact.locale);
      await this.send(
        tx,
        { template: `account_${step}`, to: contact.email },
        {
          locale,
          subject: ACCOUNT_WORDS.subject[step][locale],
          lead: ACCOUNT_WORDS.lead[step][locale],
          facts: accountFacts(change, { step, old: change.replaced ?? iban, locale }),
          action: { label: ACCOUNT_WORDS.action[locale], url: `${this.config.values.PUBLIC_ORIGIN}/seller` },
          foot: ACCOUNT_WORDS.foot[locale],
        },
      );
    }
  }

  private send(tx: Tx, to: { template: string; to: string }, content: MailContent): Promise<void> {
    return this.mailer.queue(tx, {
      companyId: null,
      ...to,
      locale: content.locale,
      from: { name: 'Qafila', address: this.config.values.MAIL_FROM },
      subject: content.subject,
      html: mailHtml(content),
      text: mailText(content),
    });
  }
}

/** What changes and who: each step names the people up to it. */
function accountFacts(
  change: AccountChange,
  { step, old, locale }: { step: AccountChangeMoved['step']; old: string; locale: StaffLocale },
): MailFact[] {
  const words = ACCOUNT_WORDS;
  const who = (label: string, by: { name: string; at: Date } | null): MailFact[] =>
    by ? [{ label, value: `${by.name}, ${formatDateTime(by.at, locale)}` }] : [];
  return [
    { label: words.old[locale], value: old, isCode: true },
    { label: words.new[locale], value: change.account.iban, isCode: true },
    ...who(words.proposedBy[locale], change.proposed),
    ...who(words.approvedBy[locale], change.approved),
    ...(step === 'withdraw' ? who(words.withdrawnBy[locale], change.ended) : []),
    ...(step !== 'withdraw' && change.effectiveAt
      ? [{ label: words.effective[locale], value: formatDateTime(change.effectiveAt, locale) }]
      : []),
  ];
}
