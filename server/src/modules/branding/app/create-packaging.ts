import { Injectable } from '@nestjs/common';
import type { PackagingContent, PackagingView } from '@qafila/shared/branding/packaging.contract';
import { MAX_PACKAGING_SPECS } from '@qafila/shared/branding/packaging.rules';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { PackagingRepository } from '../db/packaging.repository';
import { DescribePackaging } from './describe-packaging';
import { JudgePackaging } from './judge-packaging';

/** Begins a packaging spec as a draft, priced in the company's currency. */
@Injectable()
export class CreatePackaging {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly packaging: PackagingRepository,
    private readonly judge: JudgePackaging,
    private readonly describe: DescribePackaging,
  ) {}

  run(actor: Actor, content: PackagingContent): Promise<PackagingView> {
    const scope = traderScope(actor);
    const { companyId, personId } = scope;
    return this.unitOfWork.run(scope, async (tx) => {
      const most = MAX_PACKAGING_SPECS.value;
      if ((await this.packaging.countLive(tx, companyId)) >= most)
        throw new Problem('TOO_MANY_PACKAGING_SPECS', { most });
      await this.judge.assertMakeable(tx, companyId, content);
      const { currency, terms } = await this.judge.of(tx, companyId, content);
      const at = this.clock.now();
      const id = await this.packaging.insert(tx, companyId, { content, currency, terms, personId, at });
      await this.audit.record(tx, {
        event: 'branding.packaging_created',
        companyId,
        subject: { kind: 'packaging-spec', id },
        after: { version: 1, style: content.style, source: content.source },
      });
      return this.describe.run(tx, actor, { companyId, id });
    });
  }
}
