import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Orders } from '../../ordering/ordering.api';
import { CancelConsignments } from './cancel-consignments';
import { HoldConsignments } from './hold-consignments';
import { PlanConsignments } from './plan-consignments';
import { ReleaseConsignments } from './release-consignments';

/**
 * Brings the parcels of an order to where the order stands now, whatever was told: events of one order may come late,
 * twice, or the later one first.
 */
@Injectable()
export class FollowOrder {
  constructor(
    private readonly orders: Orders,
    private readonly plan: PlanConsignments,
    private readonly release: ReleaseConsignments,
    private readonly hold: HoldConsignments,
    private readonly cancel: CancelConsignments,
  ) {}

  async run(tx: Tx, companyId: string, orderId: string): Promise<void> {
    const stand = await this.orders.standOf(tx, { companyId, id: orderId });
    if (stand === 'waits') await this.hold.run(tx, companyId, orderId);
    if (stand === 'over') await this.cancel.run(tx, companyId, orderId);
    if (stand !== 'ships') return;
    await this.release.run(tx, companyId, orderId);
    await this.plan.run(tx, companyId, orderId);
  }
}
