import { Injectable } from '@nestjs/common';
import type { ProfileDetail } from '@qafila/shared/branding/profiles.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { DescribeProfile } from './describe-profile';

/** One brand profile with its steps and permissions. */
@Injectable()
export class ReadProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly describe: DescribeProfile,
  ) {}

  run(actor: Actor, id: string): Promise<ProfileDetail> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, (tx) =>
      this.describe.of(tx, actor, { companyId: scope.companyId, id }),
    );
  }
}
