import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { riyadhDay } from '@qafila/shared/traders/application.rules';
import type { ReviewItemView, ReviewView } from '@qafila/shared/traders/application-views';
import type { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ApplicationItemRepository } from '../db/application-item.repository';
import { ApplicationQueueRepository } from '../db/application-queue.repository';
import { OpeningRepository } from '../db/opening.repository';
import { type Application, addressOf, type Company, companyFacts, type Item } from '../domain/application';
import { fileViewOf, refusalOf, termsView } from './describe-application';

/** What the reviewer sees after every call. */
@Injectable()
export class DescribeReview {
  constructor(
    private readonly items: ApplicationItemRepository,
    private readonly companies: OpeningRepository,
    private readonly queue: ApplicationQueueRepository,
    private readonly clock: Clock,
  ) {}

  async of(tx: Tx, actor: Actor, application: Application): Promise<ReviewView> {
    const items = await this.items.of(tx, application);
    const company = await this.companies.read(tx, application.companyId);
    const people = await this.queue.people(tx, application.companyId);
    const names = companyFacts(items);
    return {
      ...headOf(application),
      city: addressOf(items)?.city ?? null,
      today: riyadhDay(this.clock.now()),
      company: {
        nameLatin: names.nameLatin ?? company.nameLatin,
        nameArabic: names.nameArabic ?? company.nameArabic,
        state: company.state,
      },
      applicantLocale: people.applicant.locale,
      hasSecondFactor: people.applicant.hasFactor,
      terms: termsView(await this.companies.acceptances(tx, application.companyId)),
      items: items.map(reviewItemOf),
      ...(await this.holder(tx, actor, application)),
      managers: people.managers,
      me: actor.personId,
      opened: application.state === 'approved' ? openedOf(company) : null,
      place: await this.queue.place(tx, application.id),
    };
  }

  private async holder(
    tx: Tx,
    actor: Actor,
    application: Application,
  ): Promise<{ heldBy: string | null; isMine: boolean }> {
    const { claimedBy, claimedUntil } = application;
    if (!claimedBy || !claimedUntil || claimedUntil <= this.clock.now())
      return { heldBy: null, isMine: false };
    if (claimedBy === actor.personId) return { heldBy: null, isMine: true };
    return { heldBy: await this.queue.nameOf(tx, claimedBy), isMine: false };
  }
}

const headOf = (application: Application) => ({
  id: application.id,
  kind: application.kind,
  state: application.state,
  version: application.version,
  attempt: application.attempt,
  submissions: application.submissions,
  country: application.country,
  submittedAt: application.submittedAt?.toISOString() ?? null,
  dueAt: application.dueAt?.toISOString() ?? null,
  decidedAt: application.decidedAt?.toISOString() ?? null,
  refusal: refusalOf(application),
});

const openedOf = (company: Company): ReviewView['opened'] => ({
  priceList: company.priceList,
  currency: company.currency as Currency,
  accountManager: company.accountManager,
});

function reviewItemOf(item: Item): ReviewItemView {
  const file = fileViewOf(item);
  return {
    kind: item.kind,
    values: item.values,
    last: item.isChanged ? item.last : null,
    isChanged: item.isChanged,
    isFileChanged: item.isFileChanged,
    file: file && item.file ? { ...file, id: item.file.id } : null,
    verdict: item.verdict,
    marks: item.marks,
    reason: item.reason,
    decidedAt: item.decidedAt?.toISOString() ?? null,
  };
}
