import { Injectable } from '@nestjs/common';
import type { InputOf } from '@qafila/shared/access/endpoint';
import { firstContent } from '@qafila/shared/branding/profile-content';
import type { createProfile } from '@qafila/shared/branding/profiles.contract';
import { PROFILES_PER_COMPANY } from '@qafila/shared/branding/profiles.rules';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { ProfileRepository } from '../db/profile.repository';
import { ScreenProfile } from './screen-profile';

/** Begins a brand profile as a draft with its names. */
@Injectable()
export class CreateProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly profiles: ProfileRepository,
    private readonly screen: ScreenProfile,
  ) {}

  run(actor: Actor, given: InputOf<typeof createProfile>['body']): Promise<{ id: string }> {
    const scope = traderScope(actor);
    const { companyId, personId } = scope;
    const content = firstContent({ latin: given.nameLatin, arabic: given.nameArabic });
    const files = { logoFileId: null, monoFileId: null };
    return this.unitOfWork.run(scope, async (tx) => {
      const maximum = PROFILES_PER_COMPANY.value;
      if ((await this.profiles.countLive(tx, companyId)) >= maximum)
        throw new Problem('TOO_MANY_PROFILES', { maximum });
      await this.screen.assertClean(tx, { companyId, brandCode: '', content, ...files });
      const id = await this.profiles.insert(tx, companyId, {
        content,
        files,
        personId,
        at: this.clock.now(),
      });
      await this.audit.record(tx, {
        event: 'branding.profile_created',
        companyId,
        subject: { kind: 'brand-profile', id },
        after: { version: 1 },
      });
      return { id };
    });
  }
}
