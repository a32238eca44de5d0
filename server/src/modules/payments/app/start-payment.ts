import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import { isZero, type Money } from '@qafila/shared/kernel/money';
import type { startPayment } from '@qafila/shared/payments/attempts.contract';
import { sayNotOffered } from '@qafila/shared/payments/method-reasons';
import { METHODS } from '@qafila/shared/payments/methods';
import { asksPhone } from '@qafila/shared/payments/methods.rules';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { RequestContext } from '../../../platform/http/request-context';
import { newId } from '../../../platform/ids/new-id';
import { fieldsInvalid, Problem } from '../../../platform/problems/problem';
import { Orders } from '../../ordering/ordering.api';
import { payerPhonePlace } from '../db/attempt.mapper';
import { AttemptRepository } from '../db/attempt.repository';
import { OrderMoneyRepository, type PayableByGateway } from '../db/order-money.repository';
import { type Attempt, isLive, isOver } from '../domain/attempts/attempt';
import { attemptEnd } from '../domain/gateways/attempt-end';
import { DescribePayment } from './describe-payment';
import { type Offer, OfferMethods } from './offer-methods';

type Given = InputOf<typeof startPayment>['body'];
/** An offer that was taken. */
interface Taken extends Offer {
  readonly method: Given['method'];
  readonly amount: Money;
}

/**
 * Begins to pay what is due: a row and a job, for nothing outside is called in a transaction. One attempt of an order
 * lives at a time: the same way again is the same attempt, another way ends it first.
 */
@Injectable()
export class StartPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: Orders,
    private readonly money: OrderMoneyRepository,
    private readonly attempts: AttemptRepository,
    private readonly offers: OfferMethods,
    private readonly describe: DescribePayment,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly context: RequestContext,
  ) {}

  run(actor: Actor, orderId: string, given: Given): Promise<ReplyOf<typeof startPayment>> {
    const scope = traderScope(actor);
    const key = { companyId: scope.companyId, orderId };
    return this.unitOfWork.run(scope, async (tx) => {
      await this.orders.lock(tx, { companyId: key.companyId, id: orderId });
      const order = await this.money.of(tx, key.companyId, orderId);
      assertDue(order, given.due);
      const offer = await this.taken(tx, order, given.method);
      const phone = phoneFor(given);
      const before = await this.attempts.ofOrder(tx, key.companyId, orderId);
      if (!before.some((each) => this.isSame(each, offer))) {
        await this.attempts.endAll(tx, this.clock.now(), key);
        await this.begin(tx, { order, offer, phone, personId: scope.personId });
      }
      return this.describe.run(tx, actor, key);
    });
  }

  /** Throws `METHOD_NOT_OFFERED` with the sentence that the list says. */
  private async taken(tx: Tx, order: PayableByGateway, method: Given['method']): Promise<Taken> {
    const offer = (await this.offers.run(tx, order)).find((each) => each.method === method);
    if (!offer?.amount || offer.refusal) {
      const refusal = offer?.refusal ?? { method, reason: 'gateway_off' as const, params: {} };
      const why = sayNotOffered(refusal, this.context.current()?.locale ?? 'en');
      throw new Problem('METHOD_NOT_OFFERED', { why });
    }
    return { ...offer, method, amount: offer.amount };
  }

  private isSame(attempt: Attempt, { method }: Taken): boolean {
    return isLive(attempt) && !isOver(attempt, this.clock.now()) && attempt.method === method;
  }

  private async begin(
    tx: Tx,
    by: {
      readonly order: PayableByGateway;
      readonly offer: Taken;
      readonly phone: string | null;
      readonly personId: string;
    },
  ): Promise<void> {
    const { order, offer, phone, personId } = by;
    const { gateway } = METHODS[offer.method];
    if (gateway === 'bank_transfer') throw new Problem('WRONG_STATE');
    const at = this.clock.now();
    const id = newId();
    const sealer = await this.cipher.sealerFor(order.companyId);
    const rate = offer.amount.currency === order.due.currency ? null : offer.rate;
    await this.attempts.add(tx, {
      companyId: order.companyId,
      id,
      orderId: order.orderId,
      method: offer.method,
      gateway,
      amount: order.due,
      pay: offer.amount,
      rate,
      expiresAt: attemptEnd(at, { hold: order.holdUntil, ...(rate && { quote: rate.expiresAt }) }),
      phoneSealed: phone === null ? null : sealer.seal(payerPhonePlace(id), phone),
      personId,
      at,
    });
    await this.audit.record(tx, {
      event: 'payments.payment_started',
      companyId: order.companyId,
      subject: { kind: 'order', id: order.orderId },
      after: { attemptId: id, method: offer.method, amount: order.due, pay: offer.amount },
    });
  }
}

/** The payer's phone where the method asks it; throws where it is missing. What no method asked for is not kept. */
function phoneFor({ method, phone }: Given): string | null {
  if (!asksPhone(method)) return null;
  if (phone === undefined) throw fieldsInvalid([{ path: 'phone', code: 'required', params: {} }]);
  return phone;
}

/** Throws `WRONG_STATE`, `NOTHING_DUE` or `DUE_CHANGED`. */
function assertDue({ waitsForMoney, due }: PayableByGateway, shown: Money): void {
  if (!waitsForMoney) throw new Problem('WRONG_STATE');
  if (isZero(due)) throw new Problem('NOTHING_DUE');
  if (shown.currency !== due.currency || shown.minor !== due.minor)
    throw new Problem('DUE_CHANGED', { before: shown, now: due });
}
