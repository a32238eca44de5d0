import { Injectable } from '@nestjs/common';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { RefundRepository } from '../db/refund.repository';
import type { PlannedMatch } from '../domain/review';
import { MoveRefund } from './move-refund';

/** What booked lines make of refunds: their debit settles them, and money that came back makes them fail. */
@Injectable()
export class SettleRefunds {
  constructor(
    private readonly refunds: RefundRepository,
    private readonly move: MoveRefund,
  ) {}

  /** Throws `REFUND_BOOK_DEBIT_FIRST` where money came back that never left. */
  async run(tx: Tx, booked: readonly PlannedMatch[]): Promise<void> {
    for (const kind of ['refund', 'refund_back'] as const) {
      for (const match of booked.filter((each) => each.kind === kind)) {
        const refund = oneRow(await this.refunds.readLocked(tx, [match.refund?.id ?? '']));
        if (kind === 'refund') await this.move.run(tx, refund, { step: 'settle', isBooked: true });
        else if (refund.state !== 'settled')
          throw new Problem('REFUND_BOOK_DEBIT_FIRST', { code: refund.code });
        else await this.move.run(tx, refund, { step: 'fail', failure: 'returned' });
      }
    }
  }
}
