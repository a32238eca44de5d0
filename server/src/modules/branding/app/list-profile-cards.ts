import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { listProfileCards } from '@qafila/shared/branding/profiles.contract';
import { type Actor, may } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ProfileRepository } from '../db/profile.repository';

/** All profiles of the company, whatever their state. */
@Injectable()
export class ListProfileCards {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileRepository,
  ) {}

  run(actor: Actor): Promise<ReplyOf<typeof listProfileCards>> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => ({
      rows: await this.profiles.cards(tx, scope.companyId),
      mayEdit: may(actor, 'brand:edit'),
    }));
  }
}
