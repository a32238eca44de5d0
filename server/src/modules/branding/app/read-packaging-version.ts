import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { getPackagingVersion } from '@qafila/shared/branding/packaging.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { PackagingRepository } from '../db/packaging.repository';

/** What one version of a packaging spec said. */
@Injectable()
export class ReadPackagingVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly packaging: PackagingRepository,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
  ): Promise<ReplyOf<typeof getPackagingVersion>> {
    const scope = traderScope(actor);
    const key = { companyId: scope.companyId, id: at.id };
    return this.unitOfWork.run(scope, async (tx) => {
      const found = await this.packaging.version(tx, key, at.version);
      return { ...found, at: found.at.toISOString() };
    });
  }
}
