import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files, type StoredFile } from '../../../platform/files/files';
import { Problem } from '../../../platform/problems/problem';
import { BrandRepository } from '../db/brand.repository';

/** The logo of one of the company's own brands. */
@Injectable()
export class ShowLogo {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly brands: BrandRepository,
    private readonly files: Files,
  ) {}

  run(actor: Actor, profileId: string): Promise<StoredFile> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const [profile] = await this.brands.profiles(tx, scope.companyId, [profileId]);
      if (!profile || profile.logoFileId === null) throw new Problem('NOT_FOUND');
      return this.files.read(tx, profile.logoFileId);
    });
  }
}
