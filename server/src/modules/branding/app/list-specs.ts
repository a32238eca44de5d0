import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { listSpecs } from '@qafila/shared/branding/production-specs.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { CURSOR_PART, decodeCursor, pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ProductionSpecRepository } from '../db/production-spec.repository';
import { ownBrandOf, specHeadOf } from '../domain/spec-reply';

/** Production specs of the company, the newest first. One statement. */
@Injectable()
export class ListSpecs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly specs: ProductionSpecRepository,
  ) {}

  run(actor: Actor, query: InputOf<typeof listSpecs>['query']): Promise<ReplyOf<typeof listSpecs>> {
    const scope = traderScope(actor);
    const after = decodeCursor(query.after, [CURSOR_PART.instant, CURSOR_PART.id]);
    return this.unitOfWork.run(scope, async (tx) => {
      const isRetired = query.retired === 'true';
      const given = { isRetired, after, limit: query.limit };
      const found = await this.specs.ofCompany(tx, scope.companyId, given);
      const page = pageOfRows(found, query.limit, (spec) => [spec.madeAt, spec.id]);
      const rows = page.rows.map((spec) => ({
        ...specHeadOf(spec),
        brand: ownBrandOf(spec),
        unitPrice: spec.unitPrice,
      }));
      return { rows, next: page.next };
    });
  }
}
