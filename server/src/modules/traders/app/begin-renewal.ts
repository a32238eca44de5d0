import { Injectable } from '@nestjs/common';
import type { ApplicationReply } from '@qafila/shared/traders/application-views';
import { datedItemsOf, type ItemKind } from '@qafila/shared/traders/checklist';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { ApplicationRepository } from '../db/application.repository';
import { ApplicationItemRepository } from '../db/application-item.repository';
import { OpeningRepository } from '../db/opening.repository';
import type { Item } from '../domain/application';
import { DescribeApplication } from './describe-application';
import { blankItem } from './open-application';

/** Begins the renewal of one document: an application with that item alone, filled with what was accepted last. */
@Injectable()
export class BeginRenewal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationRepository,
    private readonly items: ApplicationItemRepository,
    private readonly companies: OpeningRepository,
    private readonly describe: DescribeApplication,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, kind: ItemKind): Promise<ApplicationReply> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const company = await this.companies.read(tx, scope.companyId, true);
      const isDated = datedItemsOf(company.country).some((item) => item.kind === kind);
      if (!isDated || company.state === 'pending') throw new Problem('NOT_FOUND');
      const latest = await this.applications.latest(tx, scope.companyId);
      if (latest && !['approved', 'rejected'].includes(latest.state)) throw new Problem('APPLICATION_OPEN');
      const key = { companyId: scope.companyId, id: newId() };
      const at = this.clock.now();
      await this.applications.add(tx, { ...key, kind: 'renewal', country: company.country, attempt: 1, at });
      await this.items.put(tx, key, [await this.lastAccepted(tx, scope.companyId, kind)]);
      await this.audit.record(tx, {
        event: 'traders.application_opened',
        companyId: scope.companyId,
        subject: { kind: 'application', id: key.id },
        after: { renewal: kind },
      });
      return this.describe.of(tx, scope.companyId);
    });
  }

  /** The item as approved last, to be changed; it needs a new document and a new day. */
  private async lastAccepted(tx: Tx, companyId: string, kind: ItemKind): Promise<Item> {
    const source = await this.applications.approvedWith(tx, companyId, kind);
    const items = source ? await this.items.of(tx, source) : [];
    const found = items.find((item) => item.kind === kind);
    return { ...blankItem(kind), values: found?.values ?? {} };
  }
}
