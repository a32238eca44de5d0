import { Injectable } from '@nestjs/common';
import { brandProfileLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { ProfileDetail, ProfileStep } from '@qafila/shared/branding/profiles.contract';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { isProblemCode } from '@qafila/shared/registry/problems';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { ProfileRepository } from '../db/profile.repository';
import { reasonOf } from '../domain/profile';
import { DescribeProfile } from './describe-profile';
import { ScreenProfile } from './screen-profile';

const EVENTS = {
  activate: 'branding.profile_activated',
  suspend: 'branding.profile_suspended',
  archive: 'branding.profile_archived',
} as const;

/** Takes a step of a profile's lifecycle. Only an active profile can be chosen for an order. */
@Injectable()
export class MoveProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly profiles: ProfileRepository,
    private readonly screen: ScreenProfile,
    private readonly describe: DescribeProfile,
  ) {}

  run(actor: Actor, id: string, step: ProfileStep): Promise<ProfileDetail> {
    const scope = traderScope(actor);
    const key = { companyId: scope.companyId, id };
    return this.unitOfWork.run(scope, async (tx) => {
      const profile = await this.profiles.lock(tx, key);
      const facts = await this.describe.factsOf(tx, profile);
      const verdict = decide(brandProfileLifecycle, { state: profile.state, step }, facts);
      if (!verdict.ok) {
        const { code, params } = reasonOf(verdict.reasons[0] ?? verdict.code, facts);
        if (!isProblemCode(code)) throw new Error(`A reason is no problem code: ${code}`);
        throw new Problem(code, params);
      }
      // Somebody else may have come to trade under a name that was free when this was saved.
      if (step === 'activate') await this.screen.assertClean(tx, profile);
      await this.profiles.move(tx, profile, verdict.to);
      await this.audit.record(tx, {
        event: EVENTS[step],
        companyId: key.companyId,
        subject: { kind: 'brand-profile', id },
        before: { state: profile.state },
        after: { state: verdict.to },
      });
      return this.describe.of(tx, actor, key);
    });
  }
}
