import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import { LOCALES } from '@qafila/shared/kernel/locale';
import { firstUnevenBlock } from '@qafila/shared/privacy/policy-text';
import type { PolicyTexts, publishPolicy } from '@qafila/shared/privacy/privacy.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { PolicyRepository } from '../db/policy.repository';
import { editionReply, ReadPolicies } from './read-policies';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Puts the next version of the policy in force. */
@Injectable()
export class PublishPolicy {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly policies: PolicyRepository,
    private readonly read: ReadPolicies,
  ) {}

  /**
   * Policy clause 9: in force from this moment.
   * Throws `POLICY_UNEVEN`, `POLICY_UNCHANGED`, or `POLICY_MOVED_ON` when somebody published in between.
   */
  run(
    actor: Actor,
    { basedOn, texts }: { basedOn: number; texts: PolicyTexts },
  ): Promise<ReplyOf<typeof publishPolicy>> {
    const uneven = firstUnevenBlock(texts);
    if (uneven !== null) throw new Problem('POLICY_UNEVEN', { line: uneven });
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const before = await this.read.texts(tx, basedOn);
      if (LOCALES.every((locale) => before[locale] === texts[locale])) throw new Problem('POLICY_UNCHANGED');
      const at = this.clock.now();
      const isPublished = await this.policies.publish(tx, { basedOn, texts, at, personId: actor.personId });
      if (!isPublished) throw new Problem('POLICY_MOVED_ON');
      await this.policies.dropDraft(tx);
      const version = basedOn + 1;
      await this.audit.record(tx, {
        event: 'privacy.policy_published',
        companyId: null,
        subject: { kind: 'policy', id: String(version) },
        before: { version: basedOn },
        after: { version, hashes: Object.fromEntries(LOCALES.map((each) => [each, hashOf(texts[each])])) },
      });
      return editionReply({ version, publishedAt: at });
    });
  }
}
