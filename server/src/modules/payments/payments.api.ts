import { Injectable } from '@nestjs/common';
import type { Money } from '@qafila/shared/kernel/money';
import type { Tx } from '../../platform/database/unit-of-work';
import { AttemptDeskRepository, type WaitingAttempts } from './db/attempt-desk.repository';
import { DeskRepository, type WaitingCounts } from './db/desk.repository';
import { InstructionRepository } from './db/instruction.repository';
import { LedgerCheckRepository } from './db/ledger-check.repository';
import { OwnRefundRepository, type RefundFact } from './db/own-refund.repository';
import { RefundListRepository, type RefundsWaiting } from './db/refund-list.repository';
import { SellerRepository } from './db/seller.repository';
import { stillDue } from './domain/matching/payable';
import type { SellerSettings } from './domain/seller';

/** Books money. Money goes back by refunds only, which two people agree on. */
export { Ledger } from './app/ledger';
export { REFUND_LEFT, REFUND_MOVED, type RefundLeft, type RefundMoved } from './app/move-refund';
export type { WaitingCounts } from './db/desk.repository';
export type { RefundFact } from './db/own-refund.repository';
export type { RefundsWaiting } from './db/refund-list.repository';
export type { SellerIdentityRecord, SellerSettings } from './domain/seller';
/** The event of booked money is declared by ordering, which hears it: `MONEY_BOOKED` in `ordering.api`. */

/** The seller as documents, deny-lists and transfer papers need it. */
@Injectable()
export class SellerAccount {
  constructor(private readonly seller: SellerRepository) {}

  /** Identity, opened IBAN and BIC. Throws `NOT_FOUND` before the settings were filled in. */
  read(tx: Tx): Promise<SellerSettings> {
    return this.seller.read(tx);
  }
}

/** What a mail or a page says about paying an order. */
export interface TransferFact {
  readonly companyId: string;
  readonly orderId: string;
  readonly reference: string;
  readonly amount: Money;
  readonly received: Money;
  readonly due: Money;
  readonly deadline: Date;
  readonly state: 'awaiting' | 'receipt_uploaded' | 'settled' | 'expired';
}

/** The door of payments: transfer instructions of orders, and what waits at the desk. */
@Injectable()
export class Transfers {
  constructor(
    private readonly instructions: InstructionRepository,
    private readonly desk: DeskRepository,
    private readonly checks: LedgerCheckRepository,
    private readonly attempts: AttemptDeskRepository,
  ) {}

  /** Instructions of these orders, as far as the scope shows them; orders without one are left out. */
  async factsOf(tx: Tx, orderIds: readonly string[]): Promise<TransferFact[]> {
    if (orderIds.length === 0) return [];
    const found = await this.instructions.ofOrders(tx, orderIds);
    return found.map(({ companyId, orderId, reference, total, received, deadline, state }) => ({
      companyId,
      orderId,
      reference,
      amount: total,
      received,
      due: stillDue(total, received),
      deadline,
      state,
    }));
  }

  /** Counts for Today, with since when the oldest of each kind waits. Needs a staff or system scope. */
  waiting(tx: Tx): Promise<WaitingCounts> {
    return this.desk.waiting(tx);
  }

  /** Attempts at gateways and open disputes that wait for finance. Needs a staff or system scope. */
  attemptsWaiting(tx: Tx, at: Date): Promise<WaitingAttempts> {
    return this.attempts.waiting(tx, at);
  }

  /** How many sentences about the ledger the newest check found broken, and when. Needs a staff or system scope. */
  ledgerBroken(tx: Tx): Promise<{ readonly count: number; readonly oldest: Date | null }> {
    return this.checks.newest(tx);
  }
}

/** The door of refunds: what waits for finance, and what the company is told. */
@Injectable()
export class Refunds {
  constructor(
    private readonly list: RefundListRepository,
    private readonly own: OwnRefundRepository,
  ) {}

  /** Counts for Today, with since when the oldest of each kind waits. Needs a staff or system scope. */
  waiting(tx: Tx): Promise<RefundsWaiting> {
    return this.list.waiting(tx);
  }

  /** One refund of a company; none where the scope does not show it. */
  factOf(tx: Tx, refundId: string): Promise<RefundFact | undefined> {
    return this.own.fact(tx, refundId);
  }
}
