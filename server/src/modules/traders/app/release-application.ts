import { Injectable } from '@nestjs/common';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { applicationLifecycle } from '@qafila/shared/traders/application.lifecycle';
import type { ReviewView } from '@qafila/shared/traders/application-views';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { ApplicationRepository } from '../db/application.repository';
import { DescribeReview } from './describe-review';
import { HoldApplication } from './hold-application';

/** Hands an application back to the queue. */
@Injectable()
export class ReleaseApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hold: HoldApplication,
    private readonly applications: ApplicationRepository,
    private readonly describe: DescribeReview,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, at: { readonly id: string; readonly version: number }): Promise<ReviewView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const held = await this.hold.take(tx, actor, at);
      const facts = { blockers: [], open: 0, asked: 0 };
      const verdict = decide(applicationLifecycle, { state: held.state, step: 'release' }, facts);
      if (!verdict.ok) throw new Problem('WRONG_STATE');
      const released = await this.applications.advance(tx, held, {
        to: verdict.to,
        at: this.clock.now(),
        claim: null,
      });
      await this.audit.record(tx, {
        event: 'traders.application_released',
        companyId: held.companyId,
        subject: { kind: 'application', id: held.id },
      });
      return this.describe.of(tx, actor, released);
    });
  }
}
