import { Injectable } from '@nestjs/common';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { applicationLifecycle } from '@qafila/shared/traders/application.lifecycle';
import type { RejectReason } from '@qafila/shared/traders/application-reasons';
import type { ReviewView } from '@qafila/shared/traders/application-views';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { APPLICATION_REJECTED } from '../applications.api';
import { ApplicationRepository } from '../db/application.repository';
import { DescribeReview } from './describe-review';
import { HoldApplication } from './hold-application';

/** Rejects an application with a reason of the list and a text the applicant can read. */
@Injectable()
export class RejectApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hold: HoldApplication,
    private readonly applications: ApplicationRepository,
    private readonly describe: DescribeReview,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    given: { readonly reason: RejectReason; readonly text: string },
  ): Promise<ReviewView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const held = await this.hold.take(tx, actor, at);
      const facts = { blockers: [], open: 0, asked: 0 };
      const verdict = decide(applicationLifecycle, { state: held.state, step: 'reject' }, facts);
      if (!verdict.ok) throw new Problem('WRONG_STATE');
      const rejected = await this.applications.advance(tx, held, {
        to: verdict.to,
        at: this.clock.now(),
        claim: null,
        decided: { by: actor.personId, reason: { code: given.reason, text: given.text } },
      });
      await this.audit.record(tx, {
        event: 'traders.application_rejected',
        companyId: held.companyId,
        subject: { kind: 'application', id: held.id },
        before: { state: held.state },
        after: { state: verdict.to, reason: given.reason },
      });
      await this.outbox.record(tx, {
        type: APPLICATION_REJECTED,
        companyId: held.companyId,
        payload: { applicationId: held.id },
      });
      return this.describe.of(tx, actor, rejected);
    });
  }
}
