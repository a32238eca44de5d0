import { Injectable } from '@nestjs/common';
import type { PackagingView } from '@qafila/shared/branding/packaging.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { DescribePackaging } from './describe-packaging';

/** One packaging spec of the company. */
@Injectable()
export class ReadPackaging {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly describe: DescribePackaging,
  ) {}

  run(actor: Actor, id: string): Promise<PackagingView> {
    const scope = traderScope(actor);
    const key = { companyId: scope.companyId, id };
    return this.unitOfWork.run(scope, (tx) => this.describe.run(tx, actor, key));
  }
}
