import { Injectable } from '@nestjs/common';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { applicationLifecycle } from '@qafila/shared/traders/application.lifecycle';
import type { ReviewView } from '@qafila/shared/traders/application-views';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { fieldsInvalid, Problem } from '../../../platform/problems/problem';
import { APPLICATION_APPROVED } from '../applications.api';
import { ApplicationRepository } from '../db/application.repository';
import { ApplicationItemRepository } from '../db/application-item.repository';
import { ApplicationQueueRepository } from '../db/application-queue.repository';
import { type Application, type Item, verdictCounts } from '../domain/application';
import { DescribeReview } from './describe-review';
import { HoldApplication } from './hold-application';
import { OpenAccount, type Terms } from './open-account';

/** Approves: the account opens with its price list, currency and manager, and its documents are kept, at once. */
@Injectable()
export class ApproveApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hold: HoldApplication,
    private readonly applications: ApplicationRepository,
    private readonly items: ApplicationItemRepository,
    private readonly queue: ApplicationQueueRepository,
    private readonly account: OpenAccount,
    private readonly describe: DescribeReview,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    terms: Terms,
  ): Promise<ReviewView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const held = await this.hold.take(tx, actor, at);
      const items = await this.items.of(tx, held);
      const to = approvable(held, items);
      await this.refuseStranger(tx, held, terms);
      const approved = await this.applications.advance(tx, held, {
        to,
        at: this.clock.now(),
        claim: null,
        decided: { by: actor.personId },
      });
      await this.account.open(tx, { application: held, items, terms });
      await this.audit.record(tx, {
        event: 'traders.application_approved',
        companyId: held.companyId,
        subject: { kind: 'application', id: held.id },
        before: { state: held.state },
        after: { state: to, ...(held.kind === 'opening' ? terms : {}) },
      });
      await this.outbox.record(tx, {
        type: APPLICATION_APPROVED,
        companyId: held.companyId,
        payload: { applicationId: held.id },
      });
      return this.describe.of(tx, actor, approved);
    });
  }

  private async refuseStranger(tx: Tx, held: Application, terms: Terms): Promise<void> {
    const { managers } = await this.queue.people(tx, held.companyId);
    if (managers.some((each) => each.personId === terms.accountManagerId)) return;
    throw fieldsInvalid([{ path: 'accountManagerId', code: 'invalid', params: {} }]);
  }
}

/** The next state, or what stands against approving, with its count. */
function approvable(held: Application, items: readonly Item[]) {
  const counts = verdictCounts(items);
  const facts = { blockers: [], ...counts };
  const verdict = decide(applicationLifecycle, { state: held.state, step: 'approve' }, facts);
  if (verdict.ok) return verdict.to;
  if (verdict.code === 'WRONG_STATE') throw new Problem('WRONG_STATE');
  throw verdict.reasons[0] === 'APPLICATION_ITEMS_OPEN'
    ? new Problem('APPLICATION_ITEMS_OPEN', { count: counts.open })
    : new Problem('APPLICATION_ITEMS_ASKED', { count: counts.asked });
}
