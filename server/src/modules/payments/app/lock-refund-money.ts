import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Orders } from '../../ordering/ordering.api';
import { AttemptRepository } from '../db/attempt.repository';
import { InstructionRepository } from '../db/instruction.repository';
import { LedgerRepository } from '../db/ledger.repository';

/** What a refund takes from. */
export interface RefundKeys {
  readonly companyId: string;
  readonly orderId: string | null;
  readonly attemptId: string | null;
}

/** Holds the money of refunds still until the transaction ends: orders, instructions, attempts, credit, each in one order. */
@Injectable()
export class LockRefundMoney {
  constructor(
    private readonly orders: Orders,
    private readonly instructions: InstructionRepository,
    private readonly attempts: AttemptRepository,
    private readonly credit: LedgerRepository,
  ) {}

  async run(tx: Tx, all: readonly RefundKeys[]): Promise<void> {
    const orders = ofEach(all, 'orderId');
    for (const { companyId, id } of orders) await this.orders.lock(tx, { companyId, id });
    for (const { companyId, id } of orders) await this.instructions.lock(tx, companyId, id);
    for (const key of ofEach(all, 'attemptId')) await this.attempts.lock(tx, key);
    await this.credit.lockCredit(tx, [...new Set(all.map(({ companyId }) => companyId))]);
  }
}

function ofEach(all: readonly RefundKeys[], field: 'orderId' | 'attemptId') {
  const found = new Map<string, { readonly companyId: string; readonly id: string }>();
  for (const keys of all) {
    const id = keys[field];
    if (id !== null) found.set(id, { companyId: keys.companyId, id });
  }
  return [...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
