import { Injectable } from '@nestjs/common';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { applicationLifecycle } from '@qafila/shared/traders/application.lifecycle';
import type { ReviewView } from '@qafila/shared/traders/application-views';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { CHANGES_REQUESTED } from '../applications.api';
import { ApplicationRepository } from '../db/application.repository';
import { ApplicationItemRepository } from '../db/application-item.repository';
import { type Item, verdictCounts } from '../domain/application';
import { DescribeReview } from './describe-review';
import { HoldApplication } from './hold-application';

/** Sends an application back: the items with a change asked open again, the others keep their verdict. */
@Injectable()
export class RequestChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hold: HoldApplication,
    private readonly applications: ApplicationRepository,
    private readonly items: ApplicationItemRepository,
    private readonly describe: DescribeReview,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  run(actor: Actor, at: { readonly id: string; readonly version: number }): Promise<ReviewView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const held = await this.hold.take(tx, actor, at);
      const items = await this.items.of(tx, held);
      const facts = { blockers: [], ...verdictCounts(items) };
      const verdict = decide(applicationLifecycle, { state: held.state, step: 'request_changes' }, facts);
      if (!verdict.ok)
        throw new Problem(verdict.code === 'BLOCKED' ? 'APPLICATION_NOTHING_ASKED' : 'WRONG_STATE');
      // What was compared in this round is compared no more: the next one begins with what stands now.
      await this.items.put(tx, held, items.map(fromNow));
      const sent = await this.applications.advance(tx, held, {
        to: verdict.to,
        at: this.clock.now(),
        claim: null,
      });
      await this.audit.record(tx, {
        event: 'traders.application_sent_back',
        companyId: held.companyId,
        subject: { kind: 'application', id: held.id },
        before: { state: held.state },
        after: {
          state: verdict.to,
          asked: items.filter((item) => item.verdict === 'change_asked').map((item) => item.kind),
        },
      });
      await this.outbox.record(tx, {
        type: CHANGES_REQUESTED,
        companyId: held.companyId,
        payload: { applicationId: held.id },
      });
      return this.describe.of(tx, actor, sent);
    });
  }
}

const fromNow = (item: Item): Item => ({ ...item, last: null, isChanged: false, isFileChanged: false });
