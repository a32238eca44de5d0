import { Module } from '@nestjs/common';
import { FollowPolicy } from './app/follow-policy';
import { PolicyDraft } from './app/policy-draft';
import { PublishPolicy } from './app/publish-policy';
import { ReadPolicies } from './app/read-policies';
import { PolicyRepository } from './db/policy.repository';
import { PrivacyController } from './http/privacy.controller';
import { PoliciesInForce } from './privacy.api';

/** The published policy: its versions, its next draft, and who saw which. */
@Module({
  controllers: [PrivacyController],
  providers: [PolicyRepository, ReadPolicies, FollowPolicy, PolicyDraft, PublishPolicy, PoliciesInForce],
  exports: [PoliciesInForce],
})
export class PrivacyModule {}
