import { Injectable } from '@nestjs/common';
import type { SpecView } from '@qafila/shared/branding/production-spec-views';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ProductionSpecRepository } from '../db/production-spec.repository';
import { DescribeSpec } from './describe-spec';

/** One production spec of the company. */
@Injectable()
export class ReadSpec {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly specs: ProductionSpecRepository,
    private readonly describe: DescribeSpec,
  ) {}

  run(actor: Actor, id: string): Promise<SpecView> {
    return this.unitOfWork.run(traderScope(actor), async (tx) =>
      this.describe.of(tx, actor, await this.specs.read(tx, id)),
    );
  }
}
