import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import { compare, isNegative, isZero, type Money, zero } from '@qafila/shared/kernel/money';
import type { findRefundable, refundWay } from '@qafila/shared/payments/refunds.contract';
import type { z } from 'zod';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { AttemptRepository } from '../db/attempt.repository';
import { type RefundableRow, RefundListRepository } from '../db/refund-list.repository';
import { RefundMoneyRepository } from '../db/refund-money.repository';
import type { Attempt } from '../domain/attempts/attempt';
import { closedBy, leftOf, type WayFacts } from '../domain/refunds/refund-rules';
import { OpenGateways } from '../gateways/open-gateways';
import { shownAccount } from './show-refunds';

type Way = z.input<typeof refundWay>;

/** What may go back, and by which ways it came: the only places it can go to. */
@Injectable()
export class FindRefundable {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly list: RefundListRepository,
    private readonly money: RefundMoneyRepository,
    private readonly attempts: AttemptRepository,
    private readonly gateways: OpenGateways,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    { q, attempt }: InputOf<typeof findRefundable>['query'],
  ): Promise<ReplyOf<typeof findRefundable>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const found = await this.list.refundable(tx, { text: q.toLowerCase(), attemptId: attempt ?? null });
      const rows: ReplyOf<typeof findRefundable>['rows'] = [];
      for (const row of found) rows.push({ ...shown(row), ways: await this.ways(tx, row) });
      return { rows };
    });
  }

  private async ways(tx: Tx, row: RefundableRow): Promise<Way[]> {
    return [
      ...(await this.accounts(tx, row)),
      ...(await this.payments(tx, row)),
      ...(await this.credit(tx, row)),
    ];
  }

  /** What an order was paid with of its company's credit goes back there and nowhere else. */
  private async credit(tx: Tx, row: RefundableRow): Promise<Way[]> {
    const credit = row.source === 'order' ? await this.money.creditOn(tx, row) : null;
    const way = credit && this.wayOf(row, { method: 'credit', left: credit.left });
    return way ? [{ ...way, id: row.companyId, paidAt: credit.paidAt.toISOString() }] : [];
  }

  private async accounts(tx: Tx, row: RefundableRow): Promise<Way[]> {
    const sealer = await this.cipher.sealerFor(null);
    const ways: Way[] = [];
    for (const { matchId, account, paidAt } of await this.list.payers(tx, row)) {
      const paying = await this.money.account(tx, row, matchId);
      if (!paying) continue;
      const way = this.wayOf(row, { method: 'bank', left: paying.left });
      if (way)
        ways.push({
          ...way,
          id: matchId,
          account: shownAccount(account, sealer),
          paidAt: paidAt.toISOString(),
        });
    }
    return ways;
  }

  private async payments(tx: Tx, row: RefundableRow): Promise<Way[]> {
    const ways: Way[] = [];
    for (const attempt of await this.attempts.paid(tx, row.companyId, row.orderId)) {
      const way = this.wayOf(row, await this.factsOf(tx, attempt));
      if (way)
        ways.push({
          ...way,
          id: attempt.id,
          paidWith: attempt.method,
          paidAt: attempt.startedAt.toISOString(),
        });
    }
    return ways;
  }

  private async factsOf(tx: Tx, attempt: Attempt): Promise<WayFacts> {
    const held = await this.money.heldOfAttempt(tx, attempt);
    const capabilities = this.gateways.find(attempt.gateway)?.capabilities ?? null;
    return { method: 'gateway', attempt, held, capabilities };
  }

  /** None where nothing of that currency came this way, or its gateway is no more. */
  private wayOf(row: RefundableRow, facts: WayFacts): Omit<Way, 'id' | 'paidAt'> | null {
    const closed = closedBy({ way: facts, now: this.clock.now() });
    const left = leftOf(facts, row.left.currency);
    if (left === null || closed?.code === 'REFUND_NOT_THERE') return null;
    const most = least(left, row.left);
    const code = closed?.code ?? (isZero(most) ? 'REFUND_TOO_MUCH' : null);
    return {
      method: facts.method,
      account: null,
      paidWith: null,
      left: most,
      refusal: code === 'REFUND_WHOLE_ONLY' ? null : code,
      isWholeOnly: facts.method === 'gateway' && !facts.capabilities?.partialRefund,
    };
  }
}

const shown = ({ source, companyId, company, orderId, orderCode, left }: RefundableRow) => ({
  source,
  companyId,
  company,
  order: orderId === null || orderCode === null ? null : { id: orderId, code: orderCode },
  left,
});

/** The lesser of both, nothing where one of them is overdrawn. */
function least(a: Money, b: Money): Money {
  const [less] = [a, b].toSorted(compare);
  return less && !isNegative(less) ? less : zero(a.currency);
}
