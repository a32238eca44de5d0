import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '../../../platform/database/unit-of-work';
import { type DeliveredEvent, Listens } from '../../../platform/outbox/outbox';
import { BookMoney } from '../app/book-money';
import { MONEY_BOOKED } from '../ordering.api';

const payload = z.object({
  orderId: z.uuid(),
  receivedMinor: z.int(),
  refundedMinor: z.int(),
  overMinor: z.int().default(0),
  creditMinor: z.int().default(0),
});

/** Payments booked something; ordering follows the ledger. */
@Injectable()
export class MoneyListener {
  constructor(private readonly book: BookMoney) {}

  @Listens(MONEY_BOOKED)
  async onMoneyBooked(tx: Tx, event: DeliveredEvent): Promise<void> {
    const booked = payload.parse(event.payload);
    await this.book.run(tx, { companyId: event.companyId ?? '', id: booked.orderId }, booked);
  }
}
