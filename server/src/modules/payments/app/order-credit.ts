import { Injectable } from '@nestjs/common';
import { isAtLeast, isZero, subtract } from '@qafila/shared/kernel/money';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import type { PaymentStanding } from '../../ordering/ordering.api';
import { InstructionRepository } from '../db/instruction.repository';
import { LedgerRepository } from '../db/ledger.repository';
import { type OrderHolding, OrderMoneyRepository } from '../db/order-money.repository';
import {
  creditApplied,
  creditedFromOrder,
  type NewEntry,
  opposite,
  writtenOff,
} from '../domain/ledger-entry';
import { Ledger } from './ledger';

interface OrderRef {
  readonly companyId: string;
  readonly orderId: string;
}

/** What becomes of an order's money when the order is over: credit comes back, late money becomes credit. */
@Injectable()
export class OrderCredit {
  constructor(
    private readonly orders: OrderMoneyRepository,
    private readonly instructions: InstructionRepository,
    private readonly entries: LedgerRepository,
    private readonly ledger: Ledger,
  ) {}

  /** All zero for a draft. */
  async standing(tx: Tx, { companyId, orderId }: OrderRef): Promise<PaymentStanding> {
    const [held] = await this.orders.holding(tx, companyId, orderId);
    if (!held) return { isCovered: false, hasOutsideMoney: false };
    const outside = subtract(held.order, held.credit);
    return { isCovered: isAtLeast(held.order, held.total), hasOutsideMoney: outside.minor > 0 };
  }

  /** Credit that was used on an order that ends is the company's again. The order is locked. */
  async giveBack(tx: Tx, key: OrderRef): Promise<void> {
    const { credit } = await this.locked(tx, key);
    if (isZero(credit)) return;
    const { companyId, orderId } = key;
    await this.ledger.book(tx, [
      {
        companyId,
        orderId,
        matchId: null,
        kind: 'credit_returned',
        postings: creditApplied(opposite(credit)),
      },
    ]);
  }

  /** Everything that was paid for an order that stays over is the company's credit. The order is locked. */
  async creditLate(tx: Tx, key: OrderRef): Promise<void> {
    const { order, writtenOff: nobodyPaid } = await this.locked(tx, key);
    const paid = subtract(order, nobodyPaid);
    const about = { companyId: key.companyId, orderId: key.orderId, matchId: null };
    const entries: NewEntry[] = [];
    if (!isZero(paid)) entries.push({ ...about, kind: 'late_credited', postings: creditedFromOrder(paid) });
    if (!isZero(nobodyPaid))
      entries.push({ ...about, kind: 'write_off_reversed', postings: writtenOff(opposite(nobodyPaid)) });
    await this.ledger.book(tx, entries);
  }

  private async locked(tx: Tx, { companyId, orderId }: OrderRef): Promise<OrderHolding> {
    await this.instructions.lock(tx, companyId, orderId);
    await this.entries.lockCredit(tx, [companyId]);
    return oneRow(await this.orders.holding(tx, companyId, orderId));
  }
}
