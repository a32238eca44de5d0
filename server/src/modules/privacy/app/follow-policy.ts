import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { myPolicy } from '@qafila/shared/privacy/privacy.contract';
import type { Actor } from '../../../platform/access/actor';
import { scopeOf, systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { PolicyRepository } from '../db/policy.repository';

/** Policy clause 9: the next visit shows what changed, and which version a person saw is recorded. */
@Injectable()
export class FollowPolicy {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly policies: PolicyRepository,
  ) {}

  async read(actor: Actor): Promise<ReplyOf<typeof myPolicy>> {
    const { current, seen, metOnArrival } = await this.unitOfWork.run(scopeOf(actor), (tx) =>
      this.policies.reading(tx, actor.personId),
    );
    const known = Math.max(seen?.version ?? 0, metOnArrival);
    return {
      current,
      seen: seen && { version: seen.version, at: seen.at.toISOString() },
      newsSince: known < current ? known : null,
    };
  }

  async see(actor: Actor, version: number): Promise<{ done: true }> {
    // Staff who act for a trader read the policy as themselves: that is nothing of the trader’s trail.
    const own = actor.acting ? systemScope('policy seen while acting') : scopeOf(actor);
    await this.unitOfWork.run(own, async (tx) => {
      const { personId } = actor;
      const isFirst = await this.policies.see(tx, { personId, version, at: this.clock.now() });
      if (!isFirst) return;
      await this.audit.record(tx, {
        event: 'privacy.policy_seen',
        companyId: actor.acting ? null : actor.companyId,
        subject: { kind: 'person', id: personId },
        after: { version },
      });
    });
    return { done: true };
  }
}
