import { Injectable } from '@nestjs/common';
import {
  addDays,
  DOCUMENT_GRACE_DAYS,
  daysUntil,
  mayApplyAgainAt,
  RECIPIENTS_AGREEMENT_VERSION,
  riyadhDay,
  TRADE_TERMS_VERSION,
} from '@qafila/shared/traders/application.rules';
import type { ApplicationReply, ApplicationView } from '@qafila/shared/traders/application-views';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ApplicationRepository } from '../db/application.repository';
import { ApplicationItemRepository } from '../db/application-item.repository';
import { type CompanyDocument, CompanyDocumentRepository } from '../db/company-document.repository';
import { OpeningRepository } from '../db/opening.repository';
import { type Acceptances, type Application, type Item, isLocked } from '../domain/application';

/** What the applicant sees after every call: the company, the application, the documents. */
@Injectable()
export class DescribeApplication {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly items: ApplicationItemRepository,
    private readonly documents: CompanyDocumentRepository,
    private readonly companies: OpeningRepository,
    private readonly clock: Clock,
  ) {}

  async of(tx: Tx, companyId: string): Promise<ApplicationReply> {
    const today = riyadhDay(this.clock.now());
    const company = await this.companies.read(tx, companyId);
    const application = await this.applications.latest(tx, companyId);
    return {
      companyState: company.state,
      country: company.country,
      today,
      application: application && (await this.view(tx, application)),
      documents: (await this.documents.current(tx, companyId)).map((each) => documentView(each, today)),
    };
  }

  private async view(tx: Tx, application: Application): Promise<ApplicationView> {
    const items = await this.items.of(tx, application);
    const terms = await this.companies.acceptances(tx, application.companyId);
    return {
      id: application.id,
      kind: application.kind,
      state: application.state,
      version: application.version,
      attempt: application.attempt,
      country: application.country,
      items: items.map((item) => itemViewOf(application, item)),
      terms: {
        ...termsView(terms),
        current: {
          tradeTerms: TRADE_TERMS_VERSION.value,
          recipientsAgreement: RECIPIENTS_AGREEMENT_VERSION.value,
        },
      },
      submittedAt: application.submittedAt?.toISOString() ?? null,
      dueAt: application.dueAt?.toISOString() ?? null,
      decidedAt: application.decidedAt?.toISOString() ?? null,
      refusal: refusalOf(application),
      mayApplyAgainAt: await this.waitUntil(tx, application),
      savedAt: application.changedAt.toISOString(),
    };
  }

  private async waitUntil(tx: Tx, application: Application): Promise<string | null> {
    if (application.state !== 'rejected' || application.kind !== 'opening') return null;
    const { count, latest } = await this.applications.refusals(tx, application.companyId);
    const at = latest && mayApplyAgainAt(count, latest);
    return at && at > this.clock.now() ? at.toISOString() : null;
  }
}

export const refusalOf = (application: Application): { code: string; text: string } | null =>
  application.reasonCode === null
    ? null
    : { code: application.reasonCode, text: application.reasonText ?? '' };

/** Accepted versions on the wire. */
export const termsView = (terms: Acceptances) => ({
  tradeTerms: terms.tradeTerms && {
    version: terms.tradeTerms.version,
    acceptedAt: terms.tradeTerms.acceptedAt.toISOString(),
  },
  recipientsAgreement: terms.recipientsAgreement && {
    version: terms.recipientsAgreement.version,
    acceptedAt: terms.recipientsAgreement.acceptedAt.toISOString(),
  },
});

/** A document on the wire, without its id. */
export const fileViewOf = (item: Item) =>
  item.file && {
    name: item.file.name,
    contentType: item.file.contentType,
    pages: item.file.pages,
    uploadedAt: item.file.uploadedAt.toISOString(),
  };

const itemViewOf = (application: Application, item: Item): ApplicationView['items'][number] => ({
  kind: item.kind,
  values: item.values,
  file: fileViewOf(item),
  // A verdict of the review that runs is the reviewer's own until the application is decided or sent back.
  verdict: isBeingReviewed(application) && item.verdict === 'change_asked' ? 'open' : item.verdict,
  reason: isBeingReviewed(application) ? null : item.reason,
  isChanged: item.isChanged || item.isFileChanged,
  isLocked: isLocked(application, item),
});

const isBeingReviewed = (application: Application): boolean =>
  application.state === 'submitted' || application.state === 'in_review';

const documentView = (document: CompanyDocument, today: string) => ({
  kind: document.kind,
  fileName: document.fileName,
  confirmBy: document.confirmBy,
  daysLeft: daysUntil(today, document.confirmBy),
  graceUntil: addDays(document.confirmBy, DOCUMENT_GRACE_DAYS.value),
});
