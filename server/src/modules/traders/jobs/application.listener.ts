import { Injectable } from '@nestjs/common';
import { isolate } from '@qafila/shared/kernel/format';
import type { Locale } from '@qafila/shared/kernel/locale';
import { fillSentence } from '@qafila/shared/kernel/problem';
import type { NoticeEvent } from '@qafila/shared/notifications/notice-events';
import { isItemKind } from '@qafila/shared/traders/checklist';
import { formatDay } from '@qafila/shared/traders/hijri';
import { Config } from '../../../platform/config/config';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { MailFact } from '../../../platform/mail/mail-layout';
import { Notices } from '../../../platform/notices/notices';
import { type DeliveredEvent, Listens } from '../../../platform/outbox/outbox';
import {
  APPLICATION_APPROVED,
  APPLICATION_REJECTED,
  APPLICATION_SUBMITTED,
  type ApplicationEvent,
  CHANGES_REQUESTED,
  COMPANY_SUSPENDED,
  DOCUMENT_DUE,
  type DocumentDue,
} from '../applications.api';
import { ApplicationRepository } from '../db/application.repository';
import { ApplicationItemRepository } from '../db/application-item.repository';
import { OpeningRepository } from '../db/opening.repository';
import type { Company } from '../domain/application';
import {
  type ApplicationMailKind,
  CONFIRM_BY,
  ITEM_WORDS,
  MAIL_LEADS,
  MAIL_SUBJECTS,
  OPEN_APPLICATION,
  OPEN_PORTAL,
  WHY,
} from '../domain/application-words';

interface Told {
  readonly kind: ApplicationMailKind;
  readonly event: NoticeEvent;
  readonly link: '/application' | '/home';
  readonly params?: Readonly<Record<string, string>>;
  readonly facts?: (locale: Locale) => readonly MailFact[];
}

/** Tells the owners what became of their application and of their documents, each in his language. */
@Injectable()
export class ApplicationListener {
  constructor(
    private readonly config: Config,
    private readonly notices: Notices,
    private readonly applications: ApplicationRepository,
    private readonly items: ApplicationItemRepository,
    private readonly companies: OpeningRepository,
  ) {}

  @Listens(APPLICATION_SUBMITTED)
  onSubmitted(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.tell(tx, event, { kind: 'sent', event: 'application_sent', link: '/application' });
  }

  @Listens(CHANGES_REQUESTED)
  async onChanges(tx: Tx, event: DeliveredEvent): Promise<void> {
    const application = await this.applications.byId(tx, idOf(event));
    const items = await this.items.of(tx, application);
    const asked = items.filter((item) => item.reason !== null);
    const facts = (locale: Locale): MailFact[] =>
      asked.map((item) => ({ label: ITEM_WORDS[item.kind][locale], value: item.reason?.text ?? '' }));
    await this.tell(tx, event, {
      kind: 'changes',
      event: 'application_decided',
      link: '/application',
      facts,
    });
  }

  @Listens(APPLICATION_APPROVED)
  async onApproved(tx: Tx, event: DeliveredEvent): Promise<void> {
    const application = await this.applications.byId(tx, idOf(event));
    await this.tell(
      tx,
      event,
      application.kind === 'opening'
        ? { kind: 'approved', event: 'application_decided', link: '/home' }
        : { kind: 'renewed', event: 'documents_renewed', link: '/home' },
    );
  }

  @Listens(APPLICATION_REJECTED)
  async onRejected(tx: Tx, event: DeliveredEvent): Promise<void> {
    const application = await this.applications.byId(tx, idOf(event));
    const facts = (locale: Locale): MailFact[] => [
      { label: WHY[locale], value: application.reasonText ?? '' },
    ];
    await this.tell(tx, event, {
      kind: 'rejected',
      event: 'application_decided',
      link: '/application',
      facts,
    });
  }

  @Listens(DOCUMENT_DUE)
  async onDue(tx: Tx, event: DeliveredEvent): Promise<void> {
    const { kind, confirmBy } = event.payload as unknown as DocumentDue;
    const facts = (locale: Locale): MailFact[] => [
      {
        label: isItemKind(kind) ? ITEM_WORDS[kind][locale] : kind,
        value: `${CONFIRM_BY[locale]}: ${formatDay(confirmBy, locale)}`,
      },
    ];
    const params = { date: confirmBy };
    await this.tell(tx, event, { kind: 'due', event: 'document_due', link: '/application', params, facts });
  }

  @Listens(COMPANY_SUSPENDED)
  onSuspended(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.tell(tx, event, { kind: 'overdue', event: 'documents_overdue', link: '/application' });
  }

  private async tell(tx: Tx, event: DeliveredEvent, told: Told): Promise<void> {
    if (!event.companyId) return;
    const company = await this.companies.read(tx, event.companyId);
    await this.notices.tell(tx, {
      companyId: company.id,
      to: { roles: ['owner'] },
      event: told.event,
      params: { company: company.nameLatin, ...told.params },
      link: told.link,
      mail: (locale) => ({
        subject: fillSentence(MAIL_SUBJECTS[told.kind][locale], { company: nameIn(company, locale) }),
        lead: MAIL_LEADS[told.kind][locale],
        facts: told.facts?.(locale) ?? [],
        action: {
          label: (told.link === '/home' ? OPEN_PORTAL : OPEN_APPLICATION)[locale],
          url: `${this.config.values.PUBLIC_ORIGIN}${told.link}`,
        },
      }),
    });
  }
}

const idOf = (event: DeliveredEvent): string => (event.payload as unknown as ApplicationEvent).applicationId;

const nameIn = (company: Company, locale: Locale): string =>
  locale === 'ar' ? isolate(company.nameArabic ?? company.nameLatin) : company.nameLatin;
