import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import { type DeliveredEvent, Listens } from '../../../platform/outbox/outbox';
import {
  ORDER_CANCELLED,
  ORDER_CONFIRMED,
  ORDER_EXPIRED,
  ORDER_HELD,
  ORDER_STOPPED_OR_ON,
} from '../../ordering/ordering.api';
import { FollowOrder } from '../app/follow-order';

/** An order was paid, lost its money, has it again, or is over: its parcels follow. */
@Injectable()
export class OrderListener {
  constructor(private readonly follow: FollowOrder) {}

  @Listens(ORDER_CONFIRMED)
  onConfirmed(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.onMoved(tx, event);
  }

  @Listens(ORDER_HELD)
  onHeld(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.onMoved(tx, event);
  }

  @Listens(ORDER_STOPPED_OR_ON)
  onStoppedOrOn(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.onMoved(tx, event);
  }

  @Listens(ORDER_CANCELLED)
  onCancelled(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.onMoved(tx, event);
  }

  @Listens(ORDER_EXPIRED)
  onExpired(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.onMoved(tx, event);
  }

  private onMoved(tx: Tx, { companyId, payload }: DeliveredEvent): Promise<void> {
    const { orderId } = payload;
    if (companyId === null || typeof orderId !== 'string')
      throw new Error('An order event without its order');
    return this.follow.run(tx, companyId, orderId);
  }
}
