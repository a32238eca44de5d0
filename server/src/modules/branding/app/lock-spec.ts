import { Injectable } from '@nestjs/common';
import { productionSpecLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import { missingOf, TECHNICAL_CHECKS, type TechnicalCheck } from '@qafila/shared/branding/decisions.rules';
import type { DesignSpecView } from '@qafila/shared/branding/production-spec-views';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { isProblemCode } from '@qafila/shared/registry/problems';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { SPEC_LOCKED } from '../briefs.api';
import { ProductionSpecRepository } from '../db/production-spec.repository';
import { isAsSigned } from '../domain/production-spec';
import { DescribeDesignSpec } from './describe-design-spec';

/** The technical check by a second person. What it locks is what was signed, or nothing is locked. */
@Injectable()
export class LockSpec {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly specs: ProductionSpecRepository,
    private readonly describe: DescribeDesignSpec,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    checks: readonly TechnicalCheck[],
  ): Promise<DesignSpecView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const spec = await this.specs.holdRevision(tx, at);
      const evidence = await this.specs.evidence(tx, spec);
      const blockers = [
        ...(spec.madeBy === actor.personId ? ['SPEC_OWN_CHECK'] : []),
        ...(isAsSigned(evidence) ? [] : ['SPEC_CHANGED']),
      ];
      const verdict = decide(productionSpecLifecycle, { state: spec.state, step: 'lock' }, { blockers });
      if (!verdict.ok) {
        const [code = 'WRONG_STATE'] = verdict.reasons;
        throw new Problem(isProblemCode(code) ? code : 'WRONG_STATE');
      }
      const count = missingOf(TECHNICAL_CHECKS, checks);
      if (count > 0) throw new Problem('CHECKLIST_OPEN', { count });
      const step = { to: verdict.to, at: this.clock.now(), checkedBy: actor.personId };
      const locked = await this.specs.advance(tx, spec, step);
      await this.audit.record(tx, {
        event: 'branding.spec_locked',
        companyId: spec.companyId,
        subject: { kind: 'production-spec', id: spec.id },
        before: { state: spec.state },
        after: { state: locked.state, contentHash: spec.contentHash, checks: [...TECHNICAL_CHECKS] },
      });
      const payload = { specId: spec.id, code: spec.code };
      await this.outbox.record(tx, { type: SPEC_LOCKED, companyId: spec.companyId, payload });
      return this.describe.of(tx, actor, locked);
    });
  }
}
