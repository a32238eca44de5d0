import { Injectable } from '@nestjs/common';
import { consignmentLifecycle } from '@qafila/shared/shipping/shipping.lifecycle';
import { Audit } from '../../../platform/audit/audit';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ConsignmentRepository } from '../db/consignment.repository';

/** Stops every parcel in the house of an order whose money was taken back, or all of it refunded. */
@Injectable()
export class HoldConsignments {
  constructor(
    private readonly consignments: ConsignmentRepository,
    private readonly audit: Audit,
  ) {}

  async run(tx: Tx, companyId: string, orderId: string): Promise<void> {
    const held = await this.consignments.moveOfOrder(
      tx,
      { companyId, orderId },
      consignmentLifecycle.steps.hold,
    );
    if (held.length === 0) return;
    await this.audit.record(tx, {
      event: 'shipping.consignments_held',
      companyId,
      subject: { kind: 'order', id: orderId },
      after: { parcels: held.length },
    });
  }
}
