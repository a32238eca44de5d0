import { Injectable } from '@nestjs/common';
import { productionSpecLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { SpecView } from '@qafila/shared/branding/production-spec-views';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { SPEC_RETIRED } from '../briefs.api';
import { ProductionSpecRepository } from '../db/production-spec.repository';
import { DescribeSpec } from './describe-spec';

/** Takes a spec out of use: orders that were placed keep it, no further one is dressed by it. */
@Injectable()
export class RetireSpec {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly specs: ProductionSpecRepository,
    private readonly describe: DescribeSpec,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  run(actor: Actor, at: { readonly id: string; readonly version: number }): Promise<SpecView> {
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      const spec = await this.specs.holdRevision(tx, at);
      const step = { state: spec.state, step: 'retire' } as const;
      const verdict = decide(productionSpecLifecycle, step, { blockers: [] });
      if (!verdict.ok) throw new Problem('WRONG_STATE');
      const retired = await this.specs.advance(tx, spec, { to: verdict.to, at: this.clock.now() });
      await this.audit.record(tx, {
        event: 'branding.spec_retired',
        companyId: spec.companyId,
        subject: { kind: 'production-spec', id: spec.id },
        before: { state: spec.state },
        after: { state: retired.state },
      });
      const payload = { specId: spec.id, code: spec.code };
      await this.outbox.record(tx, { type: SPEC_RETIRED, companyId: spec.companyId, payload });
      return this.describe.of(tx, actor, retired);
    });
  }
}
