import { Injectable } from '@nestjs/common';
import { formatDateTime } from '@qafila/shared/kernel/format';
import type { Locale } from '@qafila/shared/kernel/locale';
import { fillSentence, type ProblemParam } from '@qafila/shared/kernel/problem';
import { isSecurityNotice, type NoticeEvent } from '@qafila/shared/notifications/notice-events';
import { Config } from '../../../platform/config/config';
import type { Tx } from '../../../platform/database/unit-of-work';
import { type MailContent, mailHtml, mailText } from '../../../platform/mail/mail-layout';
import { Mailer } from '../../../platform/mail/mailer';
import type { NewNotice } from '../../../platform/notices/notices';
import { NOTICE_MAIL, noticeSentence } from '../domain/notice-words';

type Params = Readonly<Record<string, ProblemParam>>;
/** What a mail of a notice is written from. */
interface Written {
  readonly event: NoticeEvent;
  readonly params: Params;
  readonly link: string | null;
  readonly company: string;
  readonly locale: Locale;
}

/** Words and envelope of the mails that notices become. */
@Injectable()
export class NoticeMails {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
  ) {}

  /** The mail of one notice: its sentence, and what its teller added. */
  contentOf(notice: Written, more?: NewNotice['mail']): MailContent {
    const { event, locale, company } = notice;
    const isSecurity = isSecurityNotice(event);
    return {
      locale,
      subject: noticeSentence(event, notice.params, locale),
      lead: isSecurity
        ? NOTICE_MAIL.securityLead[locale]
        : fillSentence(NOTICE_MAIL.lead[locale], { company }),
      facts: [],
      ...this.actionTo(notice.link, locale),
      foot: (isSecurity ? NOTICE_MAIL.securityFoot : NOTICE_MAIL.foot)[locale],
      ...more?.(locale),
    };
  }

  /** One mail for many notices of one person. */
  digestOf(notices: readonly (Written & { readonly at: Date })[]): MailContent | null {
    const [first] = notices;
    if (!first) return null;
    const { locale, company } = first;
    return {
      locale,
      subject: fillSentence(NOTICE_MAIL.digest[locale], { company, count: String(notices.length) }),
      lead: NOTICE_MAIL.digestLead[locale],
      facts: notices.map((notice) => ({
        label: formatDateTime(notice.at, locale),
        value: noticeSentence(notice.event, notice.params, locale),
      })),
      ...this.actionTo('/notices', locale),
      foot: NOTICE_MAIL.foot[locale],
    };
  }

  async queue(
    tx: Tx,
    to: { readonly companyId: string; readonly email: string; readonly template: string },
    content: MailContent,
  ): Promise<void> {
    await this.mailer.queue(tx, {
      companyId: to.companyId,
      template: to.template,
      locale: content.locale,
      to: to.email,
      from: { name: 'Qafila', address: this.config.values.MAIL_FROM },
      subject: content.subject,
      html: mailHtml(content),
      text: mailText(content),
    });
  }

  private actionTo(link: string | null, locale: Locale): Pick<MailContent, 'action'> {
    return link === null
      ? {}
      : {
          action: { label: NOTICE_MAIL.open[locale], url: `${this.config.values.PUBLIC_ORIGIN}${link}` },
        };
  }
}
