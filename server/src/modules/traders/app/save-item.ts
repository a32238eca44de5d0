import { Injectable } from '@nestjs/common';
import { riyadhDay } from '@qafila/shared/traders/application.rules';
import { type FieldValues, judgeItem } from '@qafila/shared/traders/application-fields';
import type { ApplicationReply } from '@qafila/shared/traders/application-views';
import { type ItemKind, itemSpecOf } from '@qafila/shared/traders/checklist';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { ApplicationRepository } from '../db/application.repository';
import { ApplicationItemRepository } from '../db/application-item.repository';
import { DescribeApplication } from './describe-application';
import { editableItem, withValues } from './editing';

/** Saves what is typed, right or not: half an item is kept, and stands against sending only. */
@Injectable()
export class SaveItem {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationRepository,
    private readonly items: ApplicationItemRepository,
    private readonly describe: DescribeApplication,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  run(
    actor: Actor,
    at: { readonly kind: ItemKind; readonly version: number },
    typed: FieldValues,
  ): Promise<ApplicationReply> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const application = await this.applications.lockLatest(tx, scope.companyId);
      const items = await this.items.of(tx, application);
      const item = editableItem(application, items, at.kind);
      if (application.version !== at.version) throw new Problem('STALE_RECORD');
      const spec = itemSpecOf(application.country, at.kind);
      if (!spec) throw new Problem('NOT_FOUND');
      const place = { country: application.country, today: riyadhDay(this.clock.now()) };
      const judged = judgeItem(spec, { values: typed, hasFile: item.file !== null }, place);
      await this.items.put(tx, application, [withValues(application, item, judged.values)]);
      await this.applications.touch(tx, application, this.clock.now());
      await this.audit.record(tx, {
        event: 'traders.application_item_saved',
        companyId: scope.companyId,
        subject: { kind: 'application', id: application.id },
        after: { item: at.kind, faults: judged.faults.map((fault) => fault.field) },
      });
      return this.describe.of(tx, scope.companyId);
    });
  }
}
