import { Injectable } from '@nestjs/common';
import type { DesignSpecView } from '@qafila/shared/branding/production-spec-views';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ProductionSpecRepository } from '../db/production-spec.repository';
import { DescribeDesignSpec } from './describe-design-spec';

/** One production spec for the design team; the look is kept. */
@Injectable()
export class ReadDesignSpec {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly specs: ProductionSpecRepository,
    private readonly describe: DescribeDesignSpec,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, id: string): Promise<DesignSpecView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const spec = await this.specs.read(tx, id);
      const subject = { kind: 'production-spec', id };
      await this.audit.look(tx, { event: 'branding.spec_opened', companyId: spec.companyId, subject });
      return this.describe.of(tx, actor, spec);
    });
  }
}
