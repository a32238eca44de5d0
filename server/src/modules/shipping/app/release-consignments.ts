import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ConsignmentRepository } from '../db/consignment.repository';

/** Lets the held parcels of an order that has its money again go on where they were held. */
@Injectable()
export class ReleaseConsignments {
  constructor(
    private readonly consignments: ConsignmentRepository,
    private readonly audit: Audit,
  ) {}

  async run(tx: Tx, companyId: string, orderId: string): Promise<void> {
    const released = await this.consignments.releaseOfOrder(tx, { companyId, orderId });
    if (released.length === 0) return;
    await this.audit.record(tx, {
      event: 'shipping.consignments_released',
      companyId,
      subject: { kind: 'order', id: orderId },
      after: { parcels: released.length },
    });
  }
}
