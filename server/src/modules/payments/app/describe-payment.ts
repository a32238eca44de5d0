import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import { isZero } from '@qafila/shared/kernel/money';
import type {
  attemptView,
  OrderPaymentView,
  orderPayment,
  rateView,
} from '@qafila/shared/payments/attempts.contract';
import type { RateSnapshot } from '@qafila/shared/payments/quotes.rules';
import type { z } from 'zod';
import { type Actor, may } from '../../../platform/access/actor';
import type { Tx } from '../../../platform/database/unit-of-work';
import { AttemptRepository } from '../db/attempt.repository';
import { InstructionRepository } from '../db/instruction.repository';
import { LedgerRepository } from '../db/ledger.repository';
import { OrderMoneyRepository, type PayableByGateway } from '../db/order-money.repository';
import { type Attempt, isLive } from '../domain/attempts/attempt';
import { OfferMethods } from './offer-methods';

/** How an order can be paid and how attempts to pay it stand, as one person sees it. */
@Injectable()
export class DescribePayment {
  constructor(
    private readonly orders: OrderMoneyRepository,
    private readonly attempts: AttemptRepository,
    private readonly instructions: InstructionRepository,
    private readonly entries: LedgerRepository,
    private readonly offers: OfferMethods,
  ) {}

  async run(
    tx: Tx,
    actor: Actor,
    key: { readonly companyId: string; readonly orderId: string },
  ): Promise<ReplyOf<typeof orderPayment>> {
    const order = await this.orders.of(tx, key.companyId, key.orderId);
    const attempts = await this.attempts.ofOrder(tx, key.companyId, key.orderId);
    const noPayFor = obstacleOf(order, actor);
    const isOpen = noPayFor === null || noPayFor === 'not_allowed';
    const offers = isOpen ? await this.offers.run(tx, order) : [];
    const live = attempts.find((each) => isLive(each) && !each.isEnding);
    return {
      orderId: order.orderId,
      code: order.code,
      name: order.name,
      total: order.total,
      received: order.received,
      due: order.due,
      holdUntil: order.holdUntil?.toISOString() ?? null,
      credit: await this.entries.freeCreditOf(tx, key.companyId, order.total.currency),
      noPayFor,
      methods: offers.map((offer) => ({
        ...offer,
        rate: viewOfRate(offer.rate),
        refusal: offer.refusal && { ...offer.refusal, params: { ...offer.refusal.params } },
      })),
      hasTransfer: (await this.instructions.ofOrder(tx, key.companyId, key.orderId)).length > 0,
      live: live ? viewOf(live) : null,
      history: attempts.filter((each) => each !== live).map(viewOf),
    };
  }
}

function obstacleOf(order: PayableByGateway, actor: Actor): OrderPaymentView['noPayFor'] {
  if (!order.waitsForMoney) return 'not_waiting';
  if (isZero(order.due)) return 'nothing_due';
  return may(actor, 'payment:pay') ? null : 'not_allowed';
}

const viewOf = (attempt: Attempt): z.input<typeof attemptView> => ({
  id: attempt.id,
  method: attempt.method,
  state: attempt.state,
  amount: attempt.amount,
  pay: attempt.pay,
  rate: viewOfRate(attempt.rate),
  pageUrl: isLive(attempt) && !attempt.isEnding ? attempt.pageUrl : null,
  isEnding: attempt.isEnding && isLive(attempt),
  isUnderReview: attempt.flag === 'review',
  failure: attempt.failure,
  startedAt: attempt.startedAt.toISOString(),
  expiresAt: attempt.expiresAt.toISOString(),
});

/** A rate as it is told. */
export const viewOfRate = (rate: RateSnapshot | null): z.input<typeof rateView> | null =>
  rate && { ...rate, asOf: rate.asOf.toISOString(), expiresAt: rate.expiresAt.toISOString() };
