import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import { type DeliveredEvent, Listens } from '../../../platform/outbox/outbox';
import {
  ORDER_CANCELLED,
  ORDER_CONFIRMED,
  ORDER_GOES_ON,
  ORDER_HELD,
  ORDER_STOPPED,
} from '../../ordering/ordering.api';
import { CancelConsignments } from '../app/cancel-consignments';
import { HoldConsignments } from '../app/hold-consignments';
import { PlanConsignments } from '../app/plan-consignments';

function orderOf({ companyId, payload }: DeliveredEvent): [companyId: string, orderId: string] {
  const { orderId } = payload;
  if (companyId === null || typeof orderId !== 'string') throw new Error('An order event without its order');
  return [companyId, orderId];
}

/** What shipping does when an order is paid, loses its money, has it again, or is cancelled. */
@Injectable()
export class OrderListener {
  constructor(
    private readonly plan: PlanConsignments,
    private readonly hold: HoldConsignments,
    private readonly cancel: CancelConsignments,
  ) {}

  @Listens(ORDER_CONFIRMED)
  onConfirmed(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.plan.run(tx, ...orderOf(event));
  }

  @Listens(ORDER_HELD)
  onHeld(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.hold.run(tx, ...orderOf(event));
  }

  @Listens(ORDER_STOPPED)
  onStopped(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.hold.run(tx, ...orderOf(event));
  }

  @Listens(ORDER_GOES_ON)
  onGoesOn(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.plan.run(tx, ...orderOf(event));
  }

  @Listens(ORDER_CANCELLED)
  onCancelled(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.cancel.run(tx, ...orderOf(event));
  }
}
