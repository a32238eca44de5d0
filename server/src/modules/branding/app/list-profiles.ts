import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { listBrandProfiles } from '@qafila/shared/branding/branding.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { BrandRepository } from '../db/brand.repository';

/** The brands a company can ship under, each with the specs that are locked. */
@Injectable()
export class ListProfiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly brands: BrandRepository,
  ) {}

  run(actor: Actor): Promise<ReplyOf<typeof listBrandProfiles>> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const profiles = await this.brands.activeProfiles(tx, scope.companyId);
      const specs = await this.brands.lockedSpecs(tx, scope.companyId);
      return {
        rows: profiles.map((profile) => ({
          id: profile.id,
          nameLatin: profile.nameLatin,
          nameArabic: profile.nameArabic,
          ink: profile.ink,
          accent: profile.accent,
          hasLogo: profile.logoFileId !== null,
          replyEmail: profile.replyEmail,
          version: profile.version,
          specs: specs
            .filter((spec) => spec.brandProfileId === profile.id)
            .map(({ id, code, name, version, productIds, minimumPieces, leadDays }) => ({
              ...{ id, code, name, version, productIds, minimumPieces, leadDays },
            })),
        })),
      };
    });
  }
}
