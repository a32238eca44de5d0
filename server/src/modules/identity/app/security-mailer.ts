import { Injectable } from '@nestjs/common';
import { formatDateTime } from '@qafila/shared/kernel/format';
import type { Locale } from '@qafila/shared/kernel/locale';
import { Config } from '../../../platform/config/config';
import type { Tx } from '../../../platform/database/unit-of-work';
import { type MailFact, mailHtml, mailText } from '../../../platform/mail/mail-layout';
import { Mailer } from '../../../platform/mail/mailer';
import { SECURITY_LEADS } from '../domain/security-leads';
import { isLinkMail, SECURITY_SUBJECTS, type SecurityMail } from '../domain/security-subjects';
import { FACT_LABELS, LINK_LABELS, LINK_PATHS, SECURITY_FOOT } from '../domain/security-words';
import type { MailFacts } from './due-mails';

export interface SecurityMailContent {
  readonly kind: SecurityMail;
  readonly to: { readonly email: string; readonly locale: Locale };
  readonly facts: MailFacts;
  readonly link?: { readonly token: string; readonly expiresAt: Date };
}

/** Writes one mail about the safety of an account, in the language of its reader. */
@Injectable()
export class SecurityMailer {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
  ) {}

  async send(tx: Tx, mail: SecurityMailContent): Promise<void> {
    const { kind, to, link } = mail;
    const { locale } = to;
    const action =
      link && isLinkMail(kind)
        ? {
            label: LINK_LABELS[kind][locale],
            url: `${this.config.values.PUBLIC_ORIGIN}${LINK_PATHS[kind]}#${link.token}`,
          }
        : undefined;
    const content = {
      locale,
      subject: SECURITY_SUBJECTS[kind][locale],
      lead: SECURITY_LEADS[kind][locale],
      facts: factsIn(locale, mail),
      foot: SECURITY_FOOT[locale],
      ...(action ? { action } : {}),
    };
    await this.mailer.queue(tx, {
      companyId: null,
      template: `security_${kind}`,
      locale,
      to: to.email,
      from: { name: 'Qafila', address: this.config.values.MAIL_FROM },
      subject: content.subject,
      html: mailHtml(content),
      text: mailText(content),
    });
  }
}

function factsIn(locale: Locale, { facts, link }: SecurityMailContent): MailFact[] {
  const moment = (value: string): string => formatDateTime(value, locale);
  const rows: (MailFact | null)[] = [
    facts.at === undefined || link ? null : { label: FACT_LABELS.at[locale], value: moment(facts.at) },
    facts.device === undefined
      ? null
      : { label: FACT_LABELS.device[locale], value: facts.device, isCode: true },
    facts.network === undefined
      ? null
      : { label: FACT_LABELS.network[locale], value: facts.network, isCode: true },
    facts.waitUntil === undefined
      ? null
      : { label: FACT_LABELS.waitUntil[locale], value: moment(facts.waitUntil) },
    facts.left === undefined ? null : { label: FACT_LABELS.left[locale], value: String(facts.left) },
    link ? { label: FACT_LABELS.validUntil[locale], value: moment(link.expiresAt.toISOString()) } : null,
  ];
  return rows.filter((row): row is MailFact => row !== null);
}
