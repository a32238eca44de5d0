import { Injectable } from '@nestjs/common';
import type { InputOf } from '@qafila/shared/access/endpoint';
import type { ProfilePreview, previewProfile } from '@qafila/shared/branding/profiles.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { BrandPreviews } from '../../shipping/preview.api';
import { ProfileRepository } from '../db/profile.repository';
import { KeepLogos } from './keep-logos';
import { refusalsOf, ScreenProfile } from './screen-profile';

/** The real slip, label or tracking page of a form that is not saved. */
@Injectable()
export class PreviewProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileRepository,
    private readonly logos: KeepLogos,
    private readonly screen: ScreenProfile,
    private readonly previews: BrandPreviews,
  ) {}

  async run(actor: Actor, given: InputOf<typeof previewProfile>['body']): Promise<ProfilePreview> {
    const scope = traderScope(actor);
    const { document, locale, content } = given;
    const brand = await this.unitOfWork.run(scope, async (tx) => {
      const profile = await this.profiles.find(tx, { companyId: scope.companyId, id: given.profileId });
      const pictures = await this.logos.look(tx, profile, content.logos);
      return { ...(await this.screen.previewed(tx, { ...profile, content })), ...pictures };
    });
    // After that transaction: drawing takes longer than any lock should be held.
    const drawn = await this.previews.draw(brand, { document, locale });
    return {
      refusals: refusalsOf(drawn.verdict).map((code) => ({ code, params: {} })),
      pages: drawn.pages.map((page) => page.toString('base64')),
      tracking: drawn.tracking,
    };
  }
}
