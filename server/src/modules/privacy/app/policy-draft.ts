import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { PolicyTexts, readPolicyDraft, savePolicyDraft } from '@qafila/shared/privacy/privacy.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { PolicyRepository } from '../db/policy.repository';
import { ReadPolicies } from './read-policies';

/** The draft of the next version; one for the whole store. */
@Injectable()
export class PolicyDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly policies: PolicyRepository,
    private readonly policyTexts: ReadPolicies,
  ) {}

  /** The draft; the texts in force while there is none. */
  read(actor: Actor): Promise<ReplyOf<typeof readPolicyDraft>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const [current, draft] = [await this.policies.current(tx), await this.policies.draft(tx)];
      if (draft) return { ...draft, savedAt: draft.savedAt.toISOString() };
      return {
        basedOn: current,
        texts: await this.policyTexts.texts(tx, current),
        savedAt: null,
        version: 0,
      };
    });
  }

  /** Throws `STALE_RECORD` when the draft was saved elsewhere. */
  save(
    actor: Actor,
    given: { version: number; texts: PolicyTexts },
  ): Promise<ReplyOf<typeof savePolicyDraft>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const at = this.clock.now();
      const basedOn = await this.policies.current(tx);
      const saved = { ...given, basedOn, at, personId: actor.personId };
      const version = await this.policies.saveDraft(tx, saved);
      return { version, savedAt: at.toISOString() };
    });
  }
}
