import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import { compare, isZero, type Money } from '@qafila/shared/kernel/money';
import type { useCredit } from '@qafila/shared/payments/credit.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { Orders } from '../../ordering/ordering.api';
import { AttemptRepository } from '../db/attempt.repository';
import { InstructionRepository } from '../db/instruction.repository';
import { LedgerRepository } from '../db/ledger.repository';
import { OrderMoneyRepository, type PayableByGateway } from '../db/order-money.repository';
import { creditApplied } from '../domain/ledger-entry';
import { DescribePayment } from './describe-payment';
import { Ledger } from './ledger';

interface OrderRef {
  readonly companyId: string;
  readonly orderId: string;
}

/**
 * Pays an order with the company's credit: as much as is due and as there is. Order, instruction and credit are locked
 * in the order of every other booking, so that two orders never share the same credit.
 */
@Injectable()
export class UseCredit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: Orders,
    private readonly instructions: InstructionRepository,
    private readonly attempts: AttemptRepository,
    private readonly money: OrderMoneyRepository,
    private readonly entries: LedgerRepository,
    private readonly ledger: Ledger,
    private readonly describe: DescribePayment,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    given: { readonly orderId: string; readonly amount: Money },
  ): Promise<ReplyOf<typeof useCredit>> {
    const { companyId } = traderScope(actor);
    const key = { companyId, orderId: given.orderId };
    return this.unitOfWork.run(traderScope(actor), async (tx) => {
      const { order, credit } = await this.locked(tx, key);
      const amount = usable(order, credit, given.amount);
      await this.attempts.endAll(tx, this.clock.now(), key);
      await this.ledger.book(tx, [
        { ...key, matchId: null, kind: 'credit_applied', postings: creditApplied(amount) },
      ]);
      return this.describe.run(tx, actor, key);
    });
  }

  private async locked(
    tx: Tx,
    { companyId, orderId }: OrderRef,
  ): Promise<{ readonly order: PayableByGateway; readonly credit: Money }> {
    await this.orders.lock(tx, { companyId, id: orderId });
    await this.instructions.lock(tx, companyId, orderId);
    await this.entries.lockCredit(tx, [companyId]);
    const order = await this.money.of(tx, companyId, orderId);
    const credit = await this.entries.freeCreditOf(tx, companyId, order.total.currency);
    return { order, credit };
  }
}

/** What is used. Throws `WRONG_STATE`, `NOTHING_DUE`, `NO_CREDIT` or `CREDIT_CHANGED`. */
function usable({ waitsForMoney, due }: PayableByGateway, credit: Money, shown: Money): Money {
  if (!waitsForMoney) throw new Problem('WRONG_STATE');
  if (isZero(due)) throw new Problem('NOTHING_DUE');
  if (credit.minor <= 0) throw new Problem('NO_CREDIT');
  const now = compare(credit, due) < 0 ? credit : due;
  if (shown.currency !== now.currency || shown.minor !== now.minor)
    throw new Problem('CREDIT_CHANGED', { before: shown, now });
  return now;
}
