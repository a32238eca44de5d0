import { Injectable } from '@nestjs/common';
import type { ProfileContent } from '@qafila/shared/branding/profile-content';
import type { ProfileDetail } from '@qafila/shared/branding/profiles.contract';
import { changesBetween, missingIn } from '@qafila/shared/branding/profiles.rules';
import { isProblemCode } from '@qafila/shared/registry/problems';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { ProfileRepository } from '../db/profile.repository';
import { DescribeProfile } from './describe-profile';
import { KeepLogos } from './keep-logos';
import { ScreenProfile } from './screen-profile';

/** Saves a profile as its next version. Orders already placed keep the version they were placed under. */
@Injectable()
export class SaveProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly profiles: ProfileRepository,
    private readonly logos: KeepLogos,
    private readonly screen: ScreenProfile,
    private readonly describe: DescribeProfile,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    content: ProfileContent,
  ): Promise<ProfileDetail> {
    const scope = traderScope(actor);
    const key = { companyId: scope.companyId, id: at.id };
    return this.unitOfWork.run(scope, async (tx) => {
      const before = await this.profiles.lock(tx, key);
      if (before.state === 'archived') throw new Problem('WRONG_STATE');
      if (before.version !== at.version) throw new Problem('STALE_RECORD');
      const changes = changesBetween(before.content, content);
      // A version says something new, or it is none.
      if (changes.length === 0) return this.describe.of(tx, actor, key);
      const [missing] = before.state === 'draft' ? [] : missingIn(content);
      if (missing && isProblemCode(missing)) throw new Problem(missing);
      const files = await this.logos.keepAll(tx, before, content.logos);
      await this.screen.assertClean(tx, { ...before, ...files, content });
      const { personId } = scope;
      await this.profiles.addVersion(tx, before, { content, files, personId, at: this.clock.now() });
      await this.audit.record(tx, {
        event: 'branding.profile_saved',
        companyId: key.companyId,
        subject: { kind: 'brand-profile', id: key.id },
        before: { version: before.version },
        after: { version: before.version + 1, changed: changes.map(({ path }) => path) },
      });
      return this.describe.of(tx, actor, key);
    });
  }
}
