import { Injectable } from '@nestjs/common';
import { mayApplyAgainAt, riyadhDay } from '@qafila/shared/traders/application.rules';
import { type FieldPlace, judgeItem } from '@qafila/shared/traders/application-fields';
import type { ApplicationReply } from '@qafila/shared/traders/application-views';
import { itemSpecOf } from '@qafila/shared/traders/checklist';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { ApplicationRepository } from '../db/application.repository';
import { ApplicationItemRepository } from '../db/application-item.repository';
import type { Item } from '../domain/application';
import { DescribeApplication } from './describe-application';

/**
 * A new application after a rejection: accepted items stay accepted as long as they are true today, the others keep
 * what was typed.
 */
@Injectable()
export class ApplyAgain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationRepository,
    private readonly items: ApplicationItemRepository,
    private readonly describe: DescribeApplication,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor): Promise<ApplicationReply> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const before = await this.applications.lockLatest(tx, scope.companyId);
      if (before.state !== 'rejected' || before.kind !== 'opening') throw new Problem('APPLICATION_OPEN');
      const at = this.clock.now();
      const { count, latest } = await this.applications.refusals(tx, scope.companyId);
      const from = latest && mayApplyAgainAt(count, latest);
      if (from && from > at) throw new Problem('APPLICATION_WAITS', { date: riyadhDay(from) });
      const key = { companyId: scope.companyId, id: newId() };
      const attempt = before.attempt + 1;
      await this.applications.add(tx, { ...key, kind: 'opening', country: before.country, attempt, at });
      const place = { country: before.country, today: riyadhDay(at) };
      const items = (await this.items.of(tx, before)).map((item) => keptItem(item, place));
      await this.items.put(tx, key, items);
      await this.audit.record(tx, {
        event: 'traders.application_opened',
        companyId: scope.companyId,
        subject: { kind: 'application', id: key.id },
        after: {
          attempt,
          kept: items.filter((item) => item.verdict === 'accepted').map((item) => item.kind),
        },
      });
      return this.describe.of(tx, scope.companyId);
    });
  }
}

/** True for what may have passed since it was accepted: the terms have a version, a document has its day. */
function isOpenAgain(item: Item, place: FieldPlace): boolean {
  const spec = itemSpecOf(place.country, item.kind);
  if (!spec || item.kind === 'trade_terms') return true;
  return judgeItem(spec, { values: item.values, hasFile: item.file !== null }, place).faults.length > 0;
}

/** An item as it begins the next application: nothing of it is changed yet. */
const keptItem = (item: Item, place: FieldPlace): Item => ({
  ...item,
  ...(isOpenAgain(item, place) ? { verdict: 'open' as const, decidedAt: null } : {}),
  last: null,
  isChanged: false,
  isFileChanged: false,
  marks: {},
});
