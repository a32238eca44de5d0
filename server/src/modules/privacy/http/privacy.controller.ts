import { Controller } from '@nestjs/common';
import {
  listPolicies,
  myPolicy,
  publishPolicy,
  readPolicy,
  readPolicyDraft,
  savePolicyDraft,
  seePolicy,
} from '@qafila/shared/privacy/privacy.contract';
import { type Call, Handles, type SignedInCall, TheCall } from '../../../platform/http/handles';
import { FollowPolicy } from '../app/follow-policy';
import { PolicyDraft } from '../app/policy-draft';
import { PublishPolicy } from '../app/publish-policy';
import { ReadPolicies } from '../app/read-policies';

@Controller()
export class PrivacyController {
  constructor(
    private readonly policies: ReadPolicies,
    private readonly follow: FollowPolicy,
    private readonly draft: PolicyDraft,
    private readonly publish: PublishPolicy,
  ) {}

  @Handles(listPolicies)
  listPolicies() {
    return this.policies.list();
  }

  @Handles(readPolicy)
  readPolicy(@TheCall() call: Call<typeof readPolicy>) {
    return this.policies.one({ version: call.params.version, locale: call.query.locale });
  }

  @Handles(myPolicy)
  myPolicy(@TheCall() call: SignedInCall<typeof myPolicy>) {
    return this.follow.read(call.actor);
  }

  @Handles(seePolicy)
  seePolicy(@TheCall() call: SignedInCall<typeof seePolicy>) {
    return this.follow.see(call.actor, call.body.version);
  }

  @Handles(readPolicyDraft)
  readPolicyDraft(@TheCall() call: SignedInCall<typeof readPolicyDraft>) {
    return this.draft.read(call.actor);
  }

  @Handles(savePolicyDraft)
  savePolicyDraft(@TheCall() call: SignedInCall<typeof savePolicyDraft>) {
    return this.draft.save(call.actor, { version: call.version, texts: call.body.texts });
  }

  @Handles(publishPolicy)
  publishPolicy(@TheCall() call: SignedInCall<typeof publishPolicy>) {
    return this.publish.run(call.actor, call.body);
  }
}
