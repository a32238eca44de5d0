import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '../../../platform/database/unit-of-work';
import { type DeliveredEvent, Listens } from '../../../platform/outbox/outbox';
import { CountParcel } from '../app/count-parcel';
import { CONSIGNMENT_HANDED_OVER } from '../ordering.api';

const payload = z.object({ orderId: z.uuid() });

/** Shipping handed a parcel over. */
@Injectable()
export class ParcelsListener {
  constructor(private readonly count: CountParcel) {}

  @Listens(CONSIGNMENT_HANDED_OVER)
  async onHandedOver(tx: Tx, event: DeliveredEvent): Promise<void> {
    await this.count.run(tx, payload.parse(event.payload).orderId);
  }
}
