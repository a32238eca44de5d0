import { Injectable } from '@nestjs/common';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { applicationLifecycle } from '@qafila/shared/traders/application.lifecycle';
import {
  RECIPIENTS_AGREEMENT_VERSION,
  reviewDueAt,
  riyadhDay,
  TRADE_TERMS_VERSION,
} from '@qafila/shared/traders/application.rules';
import { sendingBlockers, unfinishedItems } from '@qafila/shared/traders/application-blockers';
import type { ApplicationReply } from '@qafila/shared/traders/application-views';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { APPLICATION_SUBMITTED } from '../applications.api';
import { ApplicationRepository } from '../db/application.repository';
import { ApplicationItemRepository } from '../db/application-item.repository';
import { OpeningRepository } from '../db/opening.repository';
import { type Application, type Item, standingOf, verdictCounts } from '../domain/application';
import { DescribeApplication } from './describe-application';

/** Sends the application: judged again as a whole, due one business day later. */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationRepository,
    private readonly items: ApplicationItemRepository,
    private readonly companies: OpeningRepository,
    private readonly describe: DescribeApplication,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  run(actor: Actor, version: number): Promise<ApplicationReply> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const application = await this.applications.lockLatest(tx, scope.companyId);
      const items = await this.items.of(tx, application);
      const unfinished = await this.refuse(tx, application, items);
      if (application.version !== version) throw new Problem('STALE_RECORD');
      const at = this.clock.now();
      await this.items.put(tx, application, items.map(forReview(at)));
      const dueAt = reviewDueAt(at);
      await this.applications.advance(tx, application, {
        to: unfinished,
        at,
        submitted: { dueAt },
        claim: null,
      });
      await this.audit.record(tx, {
        event: 'traders.application_submitted',
        companyId: scope.companyId,
        subject: { kind: 'application', id: application.id },
        before: { state: application.state },
        after: { state: unfinished, submission: application.submissions + 1, changed: changedIn(items) },
      });
      const payload = { applicationId: application.id };
      await this.outbox.record(tx, { type: APPLICATION_SUBMITTED, companyId: scope.companyId, payload });
      return this.describe.of(tx, scope.companyId);
    });
  }

  /** Answers the next state, or throws what stands against sending. */
  private async refuse(tx: Tx, application: Application, items: readonly Item[]) {
    const terms = await this.companies.acceptances(tx, application.companyId);
    const hasTerms =
      terms.tradeTerms?.version === TRADE_TERMS_VERSION.value &&
      terms.recipientsAgreement?.version === RECIPIENTS_AGREEMENT_VERSION.value;
    const place = { country: application.country, today: riyadhDay(this.clock.now()), hasTerms };
    const unfinished = unfinishedItems(items.map(standingOf), place).length;
    const needsTerms = items.some((item) => item.kind === 'trade_terms' && item.verdict !== 'accepted');
    const blockers = sendingBlockers({ unfinished, needsTerms, hasTerms });
    const facts = { blockers, ...verdictCounts(items) };
    const verdict = decide(applicationLifecycle, { state: application.state, step: 'submit' }, facts);
    if (verdict.ok) return verdict.to;
    if (verdict.code === 'WRONG_STATE') throw new Problem('APPLICATION_LOCKED');
    if (verdict.reasons[0] === 'TERMS_NOT_ACCEPTED') throw new Problem('TERMS_NOT_ACCEPTED');
    throw new Problem('APPLICATION_INCOMPLETE', { count: unfinished });
  }
}

const changedIn = (items: readonly Item[]): string[] =>
  items.filter((item) => item.isChanged || item.isFileChanged).map((item) => item.kind);

/** Changed items wait for a new verdict; the terms were accepted by the owner, nobody judges them. */
const forReview =
  (at: Date) =>
  (item: Item): Item => {
    if (item.kind === 'trade_terms') return { ...item, verdict: 'accepted', reason: null, decidedAt: at };
    if (item.verdict === 'accepted') return item;
    return { ...item, verdict: 'open', reason: null, decidedAt: null, marks: {} };
  };
