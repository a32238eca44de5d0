import { Injectable } from '@nestjs/common';
import { consignmentLifecycle } from '@qafila/shared/shipping/shipping.lifecycle';
import { Audit } from '../../../platform/audit/audit';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ConsignmentRepository } from '../db/consignment.repository';

/** Ends every parcel in the house of an order that is over. */
@Injectable()
export class CancelConsignments {
  constructor(
    private readonly consignments: ConsignmentRepository,
    private readonly audit: Audit,
  ) {}

  async run(tx: Tx, companyId: string, orderId: string): Promise<void> {
    const stopped = await this.consignments.moveOfOrder(
      tx,
      { companyId, orderId },
      consignmentLifecycle.steps.cancel,
    );
    if (stopped.length === 0) return;
    await this.audit.record(tx, {
      event: 'shipping.consignments_cancelled',
      companyId,
      subject: { kind: 'order', id: orderId },
      after: { parcels: stopped.length },
    });
  }
}
