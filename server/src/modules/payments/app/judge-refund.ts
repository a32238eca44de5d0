import { Injectable } from '@nestjs/common';
import type { Money } from '@qafila/shared/kernel/money';
import type { RefundMethod } from '@qafila/shared/payments/refunds.contract';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { AttemptRepository } from '../db/attempt.repository';
import { RefundMoneyRepository, type RefundSource } from '../db/refund-money.repository';
import type { Refund } from '../domain/refunds/refund';
import {
  type Counted,
  payOf,
  type RefundRefusal,
  refusalOf,
  type WayFacts,
} from '../domain/refunds/refund-rules';
import { OpenGateways } from '../gateways/open-gateways';

export interface AskedRefund extends RefundSource {
  readonly method: RefundMethod;
  /** Of the match, of the payment attempt, or of the company whose credit it was. */
  readonly wayId: string;
  readonly amount: Money;
}
interface Way {
  /** The order its money came with. */
  readonly orderId: string | null;
  /** The last four characters of the account; none where it goes to none. */
  readonly accountTail: string | null;
  readonly facts: WayFacts;
}
export interface JudgedRefund {
  readonly orderId: string | null;
  readonly accountTail: string | null;
  readonly pay: Money;
}

/** Whether money may go back this way, as of now. Its locks are held by the caller. */
@Injectable()
export class JudgeRefund {
  constructor(
    private readonly money: RefundMoneyRepository,
    private readonly attempts: AttemptRepository,
    private readonly gateways: OpenGateways,
    private readonly clock: Clock,
  ) {}

  /** Throws the refusal; `counted` is the refund itself where it is held already. */
  async run(tx: Tx, asked: AskedRefund, counted: Counted | null = null): Promise<JudgedRefund> {
    const way = await this.way(tx, asked);
    const left = await this.money.left(tx, asked, asked.amount.currency);
    const facts = { left, way: way.facts, now: this.clock.now() };
    const refusal = refusalOf(facts, asked.amount, counted);
    if (refusal) throw refused(refusal);
    const { accountTail } = way;
    return { orderId: asked.orderId ?? way.orderId, accountTail, pay: payOf(way.facts, asked.amount) };
  }

  private async way(tx: Tx, asked: AskedRefund): Promise<Way> {
    if (asked.method === 'credit') return this.credit(tx, asked);
    if (asked.method === 'bank') {
      const account = await this.money.account(tx, asked, asked.wayId);
      if (!account) throw new Problem('REFUND_NOT_THERE');
      return {
        orderId: account.orderId,
        accountTail: account.tail,
        facts: { method: 'bank', left: account.left },
      };
    }
    const attempt = await this.attempts.lock(tx, { companyId: asked.companyId, id: asked.wayId });
    if (asked.orderId !== null && attempt.orderId !== asked.orderId) throw new Problem('REFUND_NOT_THERE');
    const held = await this.money.heldOfAttempt(tx, attempt);
    const capabilities = this.gateways.find(attempt.gateway)?.capabilities ?? null;
    return {
      orderId: attempt.orderId,
      accountTail: null,
      facts: { method: 'gateway', attempt, held, capabilities },
    };
  }

  /** Only an order was ever paid with credit, and only with that of its own company. */
  private async credit(tx: Tx, asked: AskedRefund): Promise<Way> {
    const isOwn = asked.source === 'order' && asked.wayId === asked.companyId;
    const credit = isOwn ? await this.money.creditOn(tx, asked) : null;
    if (!credit) throw new Problem('REFUND_NOT_THERE');
    const facts: WayFacts = { method: 'credit', left: credit.left };
    return { orderId: asked.orderId, accountTail: null, facts };
  }
}

/** A refund as it was asked for: credit is the company's, whichever order it came with. */
export const askedAgain = (refund: Refund): AskedRefund => ({
  ...refund,
  orderId: refund.source === 'order' ? refund.orderId : null,
  wayId: refund.matchId ?? refund.attemptId ?? refund.companyId,
});

function refused(refusal: RefundRefusal): Problem {
  switch (refusal.code) {
    case 'REFUND_TOO_MUCH':
    case 'REFUND_WHOLE_ONLY':
      return new Problem(refusal.code, { left: refusal.left });
    case 'REFUND_TOO_LATE':
      return new Problem(refusal.code, { days: refusal.days });
    default:
      return new Problem(refusal.code);
  }
}
