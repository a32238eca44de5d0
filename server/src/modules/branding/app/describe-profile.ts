import { Injectable } from '@nestjs/common';
import type { BrandProfileFacts } from '@qafila/shared/branding/branding.lifecycle';
import type { ProfileDetail } from '@qafila/shared/branding/profiles.contract';
import { missingIn } from '@qafila/shared/branding/profiles.rules';
import { type Actor, may } from '../../../platform/access/actor';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Orders } from '../../ordering/ordering.api';
import { type ProfileKey, ProfileRepository } from '../db/profile.repository';
import { actionsOf, type Profile } from '../domain/profile';

/** A profile as its page shows it. Every call that changes one answers with it. */
@Injectable()
export class DescribeProfile {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly orders: Orders,
  ) {}

  async of(tx: Tx, actor: Actor, key: ProfileKey): Promise<ProfileDetail> {
    const profile = await this.profiles.find(tx, key);
    const mayEdit = may(actor, 'brand:edit');
    const facts = await this.factsOf(tx, profile);
    return {
      id: profile.id,
      code: profile.brandCode,
      state: profile.state,
      version: profile.version,
      content: profile.content,
      hasLogo: profile.logoFileId !== null,
      actions: mayEdit ? actionsOf(profile.state, facts) : [],
      mayEdit: mayEdit && profile.state !== 'archived',
      consents: await this.profiles.consents(tx, profile),
    };
  }

  /** What stands against the steps of a profile, its leak scan left out: that is asked when a step is taken. */
  async factsOf(tx: Tx, profile: Profile): Promise<BrandProfileFacts> {
    return {
      faults: missingIn(profile.content),
      openOrders: await this.orders.openUnder(tx, profile.companyId, profile.id),
      lockedSpecs: await this.profiles.lockedSpecs(tx, profile),
    };
  }
}
