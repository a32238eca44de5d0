import { Injectable } from '@nestjs/common';
import type { InputOf } from '@qafila/shared/access/endpoint';
import { packagingSpecLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { movePackaging, PackagingView } from '@qafila/shared/branding/packaging.contract';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { isProblemCode } from '@qafila/shared/registry/problems';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { PackagingRepository } from '../db/packaging.repository';
import { packagingFacts } from '../domain/packaging';
import { DescribePackaging } from './describe-packaging';
import { JudgePackaging } from './judge-packaging';

type Step = InputOf<typeof movePackaging>['body']['step'];
const EVENTS = {
  finish: 'branding.packaging_finished',
  archive: 'branding.packaging_archived',
  restore: 'branding.packaging_restored',
} as const;

/** Calls a packaging spec ready, archives it, or takes it out of the archive. */
@Injectable()
export class MovePackaging {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly packaging: PackagingRepository,
    private readonly judge: JudgePackaging,
    private readonly describe: DescribePackaging,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    step: Step,
  ): Promise<PackagingView> {
    const scope = traderScope(actor);
    const key = { companyId: scope.companyId, id: at.id };
    return this.unitOfWork.run(scope, async (tx) => {
      const spec = await this.packaging.lock(tx, key);
      const verdict = await this.judge.of(tx, key.companyId, spec.content);
      const decided = decide(packagingSpecLifecycle, { state: spec.state, step }, packagingFacts(verdict));
      if (!decided.ok) {
        const [code = decided.code] = decided.reasons;
        if (!isProblemCode(code)) throw new Error(`A reason is no problem code: ${code}`);
        throw new Problem(code, verdict.blockers.find((blocker) => blocker.code === code)?.params);
      }
      if (spec.version !== at.version) throw new Problem('STALE_RECORD');
      await this.packaging.advance(tx, key, { to: decided.to, at: this.clock.now() });
      await this.audit.record(tx, {
        event: EVENTS[step],
        companyId: key.companyId,
        subject: { kind: 'packaging-spec', id: at.id },
        before: { state: spec.state },
        after: { state: decided.to, version: spec.version },
      });
      return this.describe.run(tx, actor, key);
    });
  }
}
