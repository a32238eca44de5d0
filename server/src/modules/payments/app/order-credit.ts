import { Injectable } from '@nestjs/common';
import { isAtLeast, isZero, type Money, subtract } from '@qafila/shared/kernel/money';
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

  /** Nothing for a draft. The order is locked; its money is held still too, as whoever books it locks no order. */
  async standing(tx: Tx, key: OrderRef): Promise<PaymentStanding> {
    await this.instructions.lock(tx, key.companyId, key.orderId);
    return this.glance(tx, key);
  }

  /** What stands just now, and may be another thing in the next moment. */
  async glance(tx: Tx, { companyId, orderId }: OrderRef): Promise<PaymentStanding> {
    const [held] = await this.orders.holding(tx, companyId, orderId);
    if (!held) return { isCovered: false, hasOutsideMoney: false, isEmpty: true };
    const paid = subtract(held.order, held.writtenOff);
    return {
      isCovered: isAtLeast(held.order, held.total),
      hasOutsideMoney: subtract(paid, held.credit).minor > 0,
      isEmpty: paid.minor <= 0,
    };
  }

  /**
   * Credit that was used on an order that ends is the company's again, and nothing stays written off. The order is
   * locked.
   */
  async giveBack(tx: Tx, key: OrderRef): Promise<void> {
    const { credit, writtenOff: nobodyPaid } = await this.locked(tx, key);
    const postings = creditApplied(opposite(credit));
    await this.ledger.book(tx, [
      ...(isZero(credit) ? [] : [{ ...about(key), kind: 'credit_returned' as const, postings }]),
      ...unwritten(key, nobodyPaid),
    ]);
  }

  /** Everything that was paid for an order that stays over is the company's credit. The order is locked. */
  async creditLate(tx: Tx, key: OrderRef): Promise<void> {
    const { order, writtenOff: nobodyPaid } = await this.locked(tx, key);
    const paid = subtract(order, nobodyPaid);
    const postings = creditedFromOrder(paid);
    await this.ledger.book(tx, [
      ...(isZero(paid) ? [] : [{ ...about(key), kind: 'late_credited' as const, postings }]),
      ...unwritten(key, nobodyPaid),
    ]);
  }

  private async locked(tx: Tx, { companyId, orderId }: OrderRef): Promise<OrderHolding> {
    await this.instructions.lock(tx, companyId, orderId);
    await this.entries.lockCredit(tx, [companyId]);
    return oneRow(await this.orders.holding(tx, companyId, orderId));
  }
}

const about = ({ companyId, orderId }: OrderRef) => ({ companyId, orderId, matchId: null });

const unwritten = (key: OrderRef, nobodyPaid: Money): NewEntry[] =>
  isZero(nobodyPaid)
    ? []
    : [{ ...about(key), kind: 'write_off_reversed', postings: writtenOff(opposite(nobodyPaid)) }];
