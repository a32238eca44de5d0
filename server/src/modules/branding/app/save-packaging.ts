import { Injectable } from '@nestjs/common';
import { packagingSpecLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import type { PackagingContent, PackagingView } from '@qafila/shared/branding/packaging.contract';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { PackagingRepository } from '../db/packaging.repository';
import { type Packaging, type PackagingVerdict, packagingFacts } from '../domain/packaging';
import { DescribePackaging } from './describe-packaging';
import { JudgePackaging } from './judge-packaging';

/** Saves a packaging spec as its next version. What was locked from an earlier one keeps that one. */
@Injectable()
export class SavePackaging {
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
    content: PackagingContent,
  ): Promise<PackagingView> {
    const scope = traderScope(actor);
    const { companyId, personId } = scope;
    const key = { companyId, id: at.id };
    return this.unitOfWork.run(scope, async (tx) => {
      const before = await this.packaging.lock(tx, key);
      if (before.state === 'archived') throw new Problem('WRONG_STATE');
      if (before.version !== at.version) throw new Problem('STALE_RECORD');
      // A version says something new, or it is none.
      if (await this.packaging.isSame(tx, before, content)) return this.describe.run(tx, actor, key);
      await this.judge.assertMakeable(tx, companyId, content);
      const verdict = await this.judge.of(tx, companyId, content);
      const { currency, terms } = verdict;
      await this.packaging.save(tx, before, { content, currency, terms, personId, at: this.clock.now() });
      const state = await this.reopen(tx, before, verdict);
      await this.audit.record(tx, {
        event: 'branding.packaging_saved',
        companyId,
        subject: { kind: 'packaging-spec', id: at.id },
        before: { version: before.version, state: before.state },
        after: { version: before.version + 1, state },
      });
      return this.describe.run(tx, actor, key);
    });
  }

  /** A ready spec that would not be called ready again is a draft. */
  private async reopen(tx: Tx, before: Packaging, verdict: PackagingVerdict): Promise<Packaging['state']> {
    if (before.state !== 'ready' || verdict.blockers.length === 0) return before.state;
    const step = { state: before.state, step: 'reopen' } as const;
    const decided = decide(packagingSpecLifecycle, step, packagingFacts(verdict));
    if (!decided.ok) throw new Problem('WRONG_STATE');
    await this.packaging.advance(tx, before, { to: decided.to, at: this.clock.now() });
    return decided.to;
  }
}
