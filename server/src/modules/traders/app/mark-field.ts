import { Injectable } from '@nestjs/common';
import type { Mark, ReviewView } from '@qafila/shared/traders/application-views';
import type { FieldName, ItemKind } from '@qafila/shared/traders/checklist';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { ApplicationItemRepository } from '../db/application-item.repository';
import { DescribeReview } from './describe-review';
import { HoldApplication } from './hold-application';

/** “Matches” or “does not match” at one field beside its document. */
@Injectable()
export class MarkField {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hold: HoldApplication,
    private readonly items: ApplicationItemRepository,
    private readonly describe: DescribeReview,
    private readonly audit: Audit,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number; readonly kind: ItemKind },
    given: { readonly field: FieldName; readonly mark: Mark | null },
  ): Promise<ReviewView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const application = await this.hold.take(tx, actor, at);
      const item = (await this.items.of(tx, application)).find((each) => each.kind === at.kind);
      if (!item) throw new Problem('NOT_FOUND');
      const { [given.field]: before, ...others } = item.marks;
      const marks = given.mark === null ? others : { ...others, [given.field]: given.mark };
      await this.items.put(tx, application, [{ ...item, marks }]);
      await this.audit.record(tx, {
        event: 'traders.application_field_marked',
        companyId: application.companyId,
        subject: { kind: 'application', id: application.id },
        before: { item: item.kind, field: given.field, mark: before ?? null },
        after: { item: item.kind, field: given.field, mark: given.mark },
      });
      return this.describe.of(tx, actor, application);
    });
  }
}
