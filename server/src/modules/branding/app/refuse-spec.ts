import { Injectable } from '@nestjs/common';
import { briefLifecycle, productionSpecLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { DesignSpecView } from '@qafila/shared/branding/production-spec-views';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { isProblemCode } from '@qafila/shared/registry/problems';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { SPEC_REFUSED } from '../briefs.api';
import { BriefRepository } from '../db/brief.repository';
import { ProductionSpecRepository } from '../db/production-spec.repository';
import { type Brief, briefFacts } from '../domain/brief';
import type { ProductionSpec } from '../domain/production-spec';
import { DescribeDesignSpec } from './describe-design-spec';
import { PassTurn } from './pass-turn';

/** The technical check finds that a spec cannot be produced: its brief is open again, and the store owes a version. */
@Injectable()
export class RefuseSpec {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly specs: ProductionSpecRepository,
    private readonly briefs: BriefRepository,
    private readonly turn: PassTurn,
    private readonly describe: DescribeDesignSpec,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    reason: string,
  ): Promise<DesignSpecView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const { briefId } = await this.specs.read(tx, at.id);
      // The brief before its spec, as everywhere.
      const brief = briefId === null ? null : await this.briefs.hold(tx, briefId);
      const spec = await this.specs.holdRevision(tx, at);
      const to = nextOf(actor, spec);
      const now = this.clock.now();
      const by = { checkedBy: actor.personId, refusedFor: reason };
      const refused = await this.specs.advance(tx, spec, { to, at: now, ...by });
      if (brief !== null) await this.reopen(tx, brief, now);
      await this.audit.record(tx, {
        event: 'branding.spec_refused',
        companyId: spec.companyId,
        subject: { kind: 'production-spec', id: spec.id },
        before: { state: spec.state },
        after: { state: refused.state, briefId },
        words: reason,
      });
      const payload = { specId: spec.id, code: spec.code };
      await this.outbox.record(tx, { type: SPEC_REFUSED, companyId: spec.companyId, payload });
      return this.describe.of(tx, actor, refused);
    });
  }

  /** The round of the refused version is given back: the trader did his part. */
  private async reopen(tx: Tx, brief: Brief, at: Date): Promise<void> {
    const verdict = decide(briefLifecycle, { state: brief.state, step: 'reopen' }, briefFacts(brief));
    if (!verdict.ok) throw new Problem('WRONG_STATE');
    const times = await this.turn.to(tx, brief, { side: 'store', newLeg: true });
    const roundsUsed = Math.max(0, brief.roundsUsed - 1);
    await this.briefs.advance(tx, brief, { to: verdict.to, at, roundsUsed, ...times });
  }
}

function nextOf(actor: Actor, spec: ProductionSpec) {
  const blockers = spec.madeBy === actor.personId ? ['SPEC_OWN_CHECK'] : [];
  const verdict = decide(productionSpecLifecycle, { state: spec.state, step: 'refuse' }, { blockers });
  if (verdict.ok) return verdict.to;
  const [code = 'WRONG_STATE'] = verdict.reasons;
  throw new Problem(isProblemCode(code) ? code : 'WRONG_STATE');
}
