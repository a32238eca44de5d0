import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { OrderRepository } from '../db/order.repository';

/** One more parcel of an order is with the carrier; the trader's home counts them. */
@Injectable()
export class CountParcel {
  constructor(
    private readonly clock: Clock,
    private readonly orders: OrderRepository,
  ) {}

  run(tx: Tx, orderId: string): Promise<void> {
    return this.orders.countParcelOut(tx, orderId, this.clock.now());
  }
}
