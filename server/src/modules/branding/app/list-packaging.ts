import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { listPackaging } from '@qafila/shared/branding/packaging.contract';
import { type Actor, may } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { PackagingRepository } from '../db/packaging.repository';

/** The packaging specs of a company, or its archive. */
@Injectable()
export class ListPackaging {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly packaging: PackagingRepository,
  ) {}

  run(actor: Actor, isArchived: boolean): Promise<ReplyOf<typeof listPackaging>> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const specs = await this.packaging.list(tx, scope.companyId, isArchived);
      return {
        currency: await this.packaging.currencyOf(tx, scope.companyId),
        mayEdit: may(actor, 'brand:edit'),
        rows: specs.map(({ id, state, version, changedAt, content, terms }) => ({
          id,
          name: content.name,
          source: content.source,
          style: content.style,
          state,
          version,
          changedAt: changedAt.toISOString(),
          ...terms,
          dims: content.dims,
        })),
      };
    });
  }
}
