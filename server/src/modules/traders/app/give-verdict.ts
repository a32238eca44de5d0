import { Injectable } from '@nestjs/common';
import type { ReviewView, Verdict } from '@qafila/shared/traders/application-views';
import type { ItemKind } from '@qafila/shared/traders/checklist';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { ApplicationItemRepository } from '../db/application-item.repository';
import { DescribeReview } from './describe-review';
import { HoldApplication } from './hold-application';

interface GivenVerdict {
  readonly verdict: Verdict;
  readonly reason?: string | undefined;
  readonly text?: string | undefined;
}

/** One verdict on one item. The terms have none: their owner accepted them himself. */
@Injectable()
export class GiveVerdict {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hold: HoldApplication,
    private readonly items: ApplicationItemRepository,
    private readonly describe: DescribeReview,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number; readonly kind: ItemKind },
    given: GivenVerdict,
  ): Promise<ReviewView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const application = await this.hold.take(tx, actor, at);
      const item = (await this.items.of(tx, application)).find((each) => each.kind === at.kind);
      if (!item || item.kind === 'trade_terms') throw new Problem('NOT_FOUND');
      const { verdict, reason, text } = given;
      const isAsked = verdict === 'change_asked';
      await this.items.put(tx, application, [
        {
          ...item,
          verdict,
          reason: isAsked && reason && text ? { code: reason, text } : null,
          decidedAt: verdict === 'open' ? null : this.clock.now(),
        },
      ]);
      await this.audit.record(tx, {
        event: 'traders.application_item_decided',
        companyId: application.companyId,
        subject: { kind: 'application', id: application.id },
        before: { item: item.kind, verdict: item.verdict },
        after: { item: item.kind, verdict, ...(isAsked ? { reason } : {}) },
      });
      return this.describe.of(tx, actor, application);
    });
  }
}
