import { Injectable } from '@nestjs/common';
import { productionSpecLifecycle } from '@qafila/shared/branding/branding.lifecycle';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Orders } from '../../ordering/ordering.api';
import { ProductionSpecRepository } from '../db/production-spec.repository';

/** Brings the specs of a paid order into production; those that are there already stay with their first order. */
@Injectable()
export class ReleaseSpecs {
  constructor(
    private readonly orders: Orders,
    private readonly specs: ProductionSpecRepository,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async run(tx: Tx, companyId: string, orderId: string): Promise<void> {
    const specIds = await this.orders.specsInProduction(tx, companyId, orderId);
    if (specIds.length === 0) return;
    const at = this.clock.now();
    const { from, to } = productionSpecLifecycle.steps.release;
    const released = await this.specs.release(tx, { companyId, specIds, orderId, at });
    if (released.length === 0) return;
    await this.audit.recordAll(
      tx,
      released.map((id) => ({
        event: 'branding.spec_released',
        companyId,
        subject: { kind: 'production-spec', id },
        before: { state: from[0] },
        after: { state: to, orderId },
      })),
    );
  }
}
