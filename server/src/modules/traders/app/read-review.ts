import { Injectable } from '@nestjs/common';
import type { ReviewView } from '@qafila/shared/traders/application-views';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ApplicationRepository } from '../db/application.repository';
import { DescribeReview } from './describe-review';

/** Opens an application for review; the look is written down where the trader can read it. */
@Injectable()
export class ReadReview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationRepository,
    private readonly describe: DescribeReview,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, id: string): Promise<ReviewView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const application = await this.applications.byId(tx, id);
      await this.audit.record(tx, {
        event: 'traders.application_read',
        companyId: application.companyId,
        subject: { kind: 'application', id },
      });
      return this.describe.of(tx, actor, application);
    });
  }
}
