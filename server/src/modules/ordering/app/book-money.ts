import { Injectable } from '@nestjs/common';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { add, money } from '@qafila/shared/kernel/money';
import { orderLifecycle } from '@qafila/shared/ordering/ordering.lifecycle';
import { deadlineAfter, HOLD_BUSINESS_DAYS } from '@qafila/shared/payments/payments.rules';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Catalogue } from '../../catalogue/catalogue.api';
import { LineRepository } from '../db/line.repository';
import { OrderRepository } from '../db/order.repository';
import { destinationOf } from '../domain/destination';
import type { Order, OrderKey, TradingCompany } from '../domain/order';
import { factsOf, isShort } from '../domain/order-reply';
import { priceLine, recalculate } from '../domain/pricing';
import {
  type MoneyBooked,
  ORDER_CANCELLED,
  ORDER_CONFIRMED,
  ORDER_HELD,
  ORDER_STOPPED_OR_ON,
  PaymentOpening,
  type PaymentStanding,
} from '../ordering.api';
import { LoadPrices } from './load-prices';

/**
 * What the ledger booked moves the order's sums; an order that is covered is confirmed, and waits again when what
 * covered it was taken back, or all of it refunded. Where a parcel of it left already, it stays confirmed, stopped, until
 * all of its money is there again; a refund after everything left asks for nothing. A refund of a part is a lower price.
 * Money for an expired order opens it again if it is all there and stock and price still hold; otherwise it becomes the
 * company's credit and the order is over.
 */
@Injectable()
export class BookMoney {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly catalogue: Catalogue,
    private readonly orders: OrderRepository,
    private readonly lines: LineRepository,
    private readonly prices: LoadPrices,
    private readonly payment: PaymentOpening,
  ) {}

  async run(tx: Tx, key: OrderKey, booked: MoneyBooked): Promise<void> {
    const { order, company } = await this.orders.lock(tx, key);
    const at = this.clock.now();
    await this.orders.bookMoney(tx, order, { ...booked, at });
    const amount = (minor: number) => money(minor, order.currency);
    const covered: Order = {
      ...order,
      version: order.version + 1,
      received: add(order.received, amount(booked.receivedMinor)),
      refunded: add(order.refunded, amount(booked.refundedMinor)),
      over: add(order.over, amount(booked.overMinor ?? 0)),
      creditUsed: add(order.creditUsed, amount(booked.creditMinor ?? 0)),
    };
    const { companyId, id } = order;
    const standing = await this.payment.standing(tx, { companyId, orderId: id });
    const isUnpaid = !standing.isCovered && (standing.isEmpty || isShort(covered));
    const isTaken = booked.receivedMinor < 0 || booked.refundedMinor > 0;
    if (covered.state === 'expired') await this.late(tx, covered, { company, booked, standing });
    else if (isTaken && isUnpaid) await this.hold(tx, covered);
    else if (standing.isCovered)
      await (covered.stoppedAt ? this.goOn(tx, covered) : this.confirm(tx, covered));
  }

  /** Money that was taken back, or was credit that came back with the end of the hold, decides nothing. */
  private async late(
    tx: Tx,
    order: Order,
    given: {
      readonly company: TradingCompany;
      readonly booked: MoneyBooked;
      readonly standing: PaymentStanding;
    },
  ): Promise<void> {
    const { standing } = given;
    if (given.booked.receivedMinor <= 0 || !standing.hasOutsideMoney) return;
    const open = standing.isCovered ? await this.reopen(tx, order, given.company) : undefined;
    if (open) await this.confirm(tx, open);
    else await this.close(tx, order);
  }

  private async close(tx: Tx, order: Order): Promise<void> {
    const verdict = decide(orderLifecycle, { state: order.state, step: 'close' }, factsOf(order));
    if (!verdict.ok) return;
    const { companyId, id } = order;
    const at = this.clock.now();
    await this.orders.advance(tx, order, { step: 'close', to: verdict.to, at, personId: null });
    await this.payment.creditLate(tx, { companyId, orderId: id });
    await this.audit.record(tx, {
      event: 'ordering.order_closed',
      companyId,
      subject: { kind: 'order', id },
      before: { state: order.state },
      after: { state: verdict.to, received: order.received, total: order.totals.total },
    });
    await this.outbox.record(tx, { type: ORDER_CANCELLED, companyId, payload: { orderId: id } });
  }

  private async confirm(tx: Tx, order: Order): Promise<void> {
    const verdict = decide(orderLifecycle, { state: order.state, step: 'confirm' }, factsOf(order));
    if (!verdict.ok) return;
    const { companyId, id } = order;
    const at = this.clock.now();
    await this.orders.advance(tx, order, { step: 'confirm', to: verdict.to, at, personId: null });
    await this.catalogue.confirm(tx, { companyId, orderId: id });
    await this.audit.record(tx, {
      event: 'ordering.order_confirmed',
      companyId,
      subject: { kind: 'order', id },
      before: { state: order.state },
      after: { state: verdict.to, received: order.received, total: order.totals.total },
    });
    await this.outbox.record(tx, { type: ORDER_CONFIRMED, companyId, payload: { orderId: id } });
  }

  private async hold(tx: Tx, order: Order): Promise<void> {
    const { companyId, id } = order;
    if (order.stoppedAt !== null) return;
    const hold = { companyId, orderId: id };
    // What is with a carrier cannot wait; and whoever refunds what left whole asks for nothing again.
    const shipped = await this.catalogue.shipped(tx, hold);
    if (shipped === 'all' && !isShort(order)) return;
    const step = shipped === 'nothing' ? 'hold_again' : 'stop';
    const verdict = decide(orderLifecycle, { state: order.state, step }, factsOf(order));
    if (!verdict.ok) return;
    const at = this.clock.now();
    const holdUntil = deadlineAfter(at, HOLD_BUSINESS_DAYS.value);
    await this.orders.advance(tx, order, { step, to: verdict.to, at, personId: null, holdUntil });
    await this.payment.prolong(tx, { ...hold, deadline: holdUntil });
    if (step === 'hold_again') await this.catalogue.holdAgain(tx, hold);
    await this.audit.record(tx, {
      event: step === 'stop' ? 'ordering.order_stopped' : 'ordering.order_held',
      companyId,
      subject: { kind: 'order', id },
      before: { state: order.state },
      after: { state: verdict.to, received: order.received, total: order.totals.total },
    });
    const type = step === 'stop' ? ORDER_STOPPED_OR_ON : ORDER_HELD;
    await this.outbox.record(tx, { type, companyId, payload: { orderId: id } });
  }

  private async goOn(tx: Tx, order: Order): Promise<void> {
    const verdict = decide(orderLifecycle, { state: order.state, step: 'go_on' }, factsOf(order));
    if (!verdict.ok) return;
    const { companyId, id } = order;
    const at = this.clock.now();
    await this.orders.advance(tx, order, { step: 'go_on', to: verdict.to, at, personId: null });
    await this.audit.record(tx, {
      event: 'ordering.order_goes_on',
      companyId,
      subject: { kind: 'order', id },
      after: { state: verdict.to, received: order.received, total: order.totals.total },
    });
    await this.outbox.record(tx, { type: ORDER_STOPPED_OR_ON, companyId, payload: { orderId: id } });
  }

  /** The order submitted again, its stock held; `undefined` when a price moved or goods are gone. */
  private async reopen(tx: Tx, order: Order, company: TradingCompany): Promise<Order | undefined> {
    const { companyId, id } = order;
    const lines = await this.lines.of(tx, order);
    const book = await this.prices.run(tx, { order, company }, lines);
    const priced = lines.flatMap((line) => priceLine(line, book) ?? []);
    const totals = recalculate(priced, destinationOf(order, company));
    if (priced.length < lines.length || totals.total.minor !== order.totals.total.minor) return undefined;
    const short = await this.catalogue.reserve(tx, { companyId, orderId: id }, priced);
    const verdict = decide(orderLifecycle, { state: order.state, step: 'reopen' }, factsOf(order));
    if (short.length > 0 || !verdict.ok) return undefined;
    const at = this.clock.now();
    const reopened = await this.orders.advance(tx, order, {
      step: 'reopen',
      to: verdict.to,
      at,
      personId: null,
    });
    await this.audit.record(tx, {
      event: 'ordering.order_reopened',
      companyId,
      subject: { kind: 'order', id },
      before: { state: order.state },
      after: { state: reopened.state },
    });
    return reopened;
  }
}
