import { Injectable } from '@nestjs/common';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { RefundRepository } from '../db/refund.repository';
import { refundSent } from '../domain/ledger-entry';
import type { Refund } from '../domain/refunds/refund';
import { Ledger } from './ledger';
import { MoveRefund, refundLeft } from './move-refund';

/**
 * Makes what an order was paid with of its company's credit credit again. Nobody outside takes part: an approved refund
 * leaves, is booked and has arrived in one transaction. Its locks are held by the caller.
 */
@Injectable()
export class ReturnToCredit {
  constructor(
    private readonly refunds: RefundRepository,
    private readonly ledger: Ledger,
    private readonly move: MoveRefund,
    private readonly outbox: Outbox,
  ) {}

  async run(tx: Tx, { id }: Pick<Refund, 'id'>): Promise<void> {
    await this.move.run(tx, await this.read(tx, id), { step: 'send' });
    const refund = await this.read(tx, id);
    await this.ledger.book(tx, [
      refundSent({ ...refund, refundId: id, matchId: null, attemptId: null, to: 'company_credit' }),
    ]);
    await this.outbox.record(tx, refundLeft(refund));
    await this.move.run(tx, refund, { step: 'settle', isBooked: true });
  }

  private async read(tx: Tx, id: string): Promise<Refund> {
    return oneRow(await this.refunds.readLocked(tx, [id]));
  }
}
