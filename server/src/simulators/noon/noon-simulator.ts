import { createHmac } from 'node:crypto';
import { minorOf, shown, textOf } from '../kernel/decimals';
import {
  formBody,
  html,
  jsonBody,
  match,
  type SimAnswer,
  type SimRequest,
  seeOther,
} from '../kernel/exchange';
import { textAt } from '../kernel/fields';
import type { HookLine, WireHook } from '../kernel/hook-line';
import { type Choice, localeOf, simPage } from '../kernel/page';
import type { SimParts } from '../kernel/sim-parts';
import { type Simulator, UnknownWord } from '../kernel/simulator';
import { CODES, type NoonOrder, NoonRefusal } from './orders';
import { isOpen, NoonPayments } from './payments';

const BASE = '/payment/v1/order';
const PAGE = '/noon/';

export interface NoonAccount {
  readonly business: string;
  readonly application: string;
  readonly key: string;
  readonly hookSecret: string;
  readonly hookUrl: string;
}

/** noon payments in Saudi Arabia, for mada. Failures come with status 200 and a `resultCode`. */
export class NoonSimulator implements Simulator {
  readonly name = 'noon';
  readonly hooks: HookLine;
  private readonly payments: NoonPayments;

  constructor(
    private readonly account: NoonAccount,
    private readonly parts: SimParts,
  ) {
    this.hooks = parts.hooks;
    this.payments = new NoonPayments(parts.clock, parts.ids, (order, event) => this.tell(order, event));
  }

  owns(path: string): boolean {
    return path === BASE || path.startsWith(`${BASE}/`) || path.startsWith(PAGE);
  }

  answer(request: SimRequest): SimAnswer | null {
    if (request.path.startsWith(PAGE)) return this.page(request);
    if (request.headers.authorization !== this.expectedKey())
      return raw(401, { resultCode: 401, message: 'Unauthorized' });
    try {
      const order = this.called(request);
      return raw(200, {
        resultCode: CODES.ok,
        message: 'Processed successfully',
        result: this.resultOf(order),
      });
    } catch (error) {
      if (!(error instanceof NoonRefusal)) throw error;
      const result = error.order && this.resultOf(error.order);
      return raw(200, { resultCode: error.code, message: error.told, ...(result && { result }) });
    }
  }

  tick(): void {
    this.payments.expireOld();
  }

  expect(outcome: string): void {
    if (outcome !== 'review' && outcome !== 'refund_pending') throw new UnknownWord(`noon: ${outcome}`);
    this.payments.expect(outcome);
  }

  twist(ref: string, twist: string): void {
    const order = this.payments.orders.find(({ id }) => id === ref);
    const act = order && this.twists(order)[twist];
    if (!act) throw new UnknownWord(`noon: ${twist} of ${ref}`);
    act();
  }

  state(): unknown {
    return { orders: this.payments.orders };
  }

  private twists(order: NoonOrder): Readonly<Record<string, () => void>> {
    return {
      less: () => {
        order.amount -= 1;
      },
      currency: () => {
        order.currency = 'AED';
      },
      unknown: () => {
        order.status = 'QUARANTINED';
      },
      accept: () => this.payments.sell(order),
      reject: () => this.payments.fail(order, 'REJECTED', 19080),
      settle: () => this.payments.endRefund(order, true),
      fail: () => this.payments.endRefund(order, false),
    };
  }

  /** `Key_Test` and the base64 of `business.application:key`. */
  private expectedKey(): string {
    const { business, application, key } = this.account;
    return `Key_Test ${Buffer.from(`${business}.${application}:${key}`).toString('base64')}`;
  }

  private called(request: SimRequest): NoonOrder {
    if (request.method === 'GET') {
      const part =
        match(`${BASE}/getbyreference/:reference`, request.path) ?? match(`${BASE}/:id`, request.path);
      return this.find(({ id, reference }) => (part?.id ? id === part.id : reference === part?.reference));
    }
    // The whole number, as it was written: parsing would round it.
    const id = /"order"\s*:\s*\{\s*"id"\s*:\s*(\d+)/.exec(request.body)?.[1];
    const body = jsonBody(request);
    const operation = textAt(body, 'apiOperation');
    if (operation === 'INITIATE') return this.payments.initiate(body);
    const order = this.find((each) => each.id === id);
    if (operation === 'CANCEL') this.payments.cancel(order);
    else if (operation === 'REFUND') {
      const amount = minorOf(textAt(body, 'transaction', 'amount'), textAt(body, 'transaction', 'currency'));
      this.payments.refund(order, { amount, reference: textAt(body, 'transaction', 'transactionReference') });
    } else throw new NoonRefusal(CODES.notAllowed, `${operation} is not allowed for MADA`);
    return order;
  }

  private find(isWanted: (order: NoonOrder) => boolean): NoonOrder {
    const order = this.payments.orders.find(isWanted);
    if (!order) throw new NoonRefusal(CODES.notFound, 'Order not found');
    return order;
  }

  private resultOf(order: NoonOrder): object {
    const { currency } = order;
    return {
      order: {
        id: order.id,
        status: order.status,
        reference: order.reference,
        amount: textOf(order.amount, currency),
        currency,
        name: order.name,
        totalCapturedAmount: textOf(order.captured, currency),
        totalRefundedAmount: textOf(order.refunded, currency),
        errorCode: order.errorCode,
      },
      paymentDetails: order.captured > 0 ? { mode: 'CARD', brand: 'MADA' } : undefined,
      transactions: order.transactions.map((each) => ({
        id: each.id,
        type: each.type,
        amount: textOf(each.amount, currency),
        currency,
        transactionReference: each.reference,
        status: each.status,
      })),
      checkoutData: isOpen(order) ? { postUrl: `${this.parts.origin()}${PAGE}${order.id}` } : undefined,
    };
  }

  private page(request: SimRequest): SimAnswer {
    const order = this.payments.orders.find(({ id }) => id === request.path.slice(PAGE.length));
    if (!order) return html('<!doctype html><title>404</title><p>404', 404);
    if (request.method === 'POST' && isOpen(order)) {
      this.press(order, formBody(request).get('do') ?? '');
      if (!isOpen(order)) return seeOther(backOf(order));
    }
    return this.show(request, order);
  }

  private press(order: NoonOrder, pressed: string): void {
    if (pressed === 'cancel') this.payments.cancel(order);
    else if (!order.isAtBank && pressed === 'mada') this.payments.choose(order);
    else if (order.isAtBank && pressed === 'approve') this.payments.confirm(order);
    else if (order.isAtBank && pressed === 'decline') this.payments.fail(order, 'FAILED', 19068);
    else if (!order.isAtBank && pressed === 'no_funds') this.payments.fail(order, 'FAILED', 19051);
  }

  private show(request: SimRequest, order: NoonOrder): SimAnswer {
    const about = {
      gateway: 'noon payments',
      order: order.name,
      amount: shown(order.amount, order.currency),
    };
    const locale = localeOf(request, order.locale);
    if (!isOpen(order)) return simPage({ ...about, title: 'pay', text: 'over', choices: [] }, locale);
    if (!order.isAtBank) return simPage({ ...about, title: 'pay', choices: CARDS }, locale);
    return simPage({ ...about, title: 'secureTitle', text: 'secureText', choices: AT_BANK }, locale);
  }

  private tell(order: NoonOrder, event: string): void {
    const eventId = this.parts.ids.uuid();
    const timeStamp = this.parts.clock.now().toISOString();
    const status = order.status;
    this.hooks.push(event, () => this.written(order, { status, event, eventId, timeStamp }));
  }

  /** Five fields are signed; amount, currency and reference are not even sent. */
  private written(
    order: NoonOrder,
    told: {
      readonly status: string;
      readonly event: string;
      readonly eventId: string;
      readonly timeStamp: string;
    },
  ): WireHook {
    const signed = [order.id, told.status, told.eventId, told.event, told.timeStamp].join(',');
    const signature = createHmac('sha512', this.account.hookSecret).update(signed).digest('base64');
    const body = `{"orderId":${order.id},"orderStatus":"${told.status}","eventType":"${told.event}","eventId":"${told.eventId}","timeStamp":"${told.timeStamp}","signature":"${signature}"}`;
    return { url: this.account.hookUrl, headers: { 'content-type': 'application/json' }, body };
  }
}

const CARDS: readonly Choice[] = [
  { value: 'mada', brand: 'mada', says: 'secure' },
  { value: 'no_funds', brand: 'mada', says: 'noFunds' },
  { value: 'cancel', says: 'cancel', kind: 'quiet' },
];
const AT_BANK: readonly Choice[] = [
  { value: 'approve', says: 'approve', kind: 'main' },
  { value: 'decline', says: 'decline' },
  { value: 'cancel', says: 'cancel', kind: 'quiet' },
];

/** The way back carries ids only. */
const backOf = (order: NoonOrder): string =>
  `${order.returnUrl}?${new URLSearchParams({ orderId: order.id, merchantReference: order.reference })}`;

/** JSON with order and transaction ids as numbers, digit by digit. */
function raw(status: number, body: unknown): SimAnswer {
  const text = JSON.stringify(body).replace(/"id":"(\d+)"/g, '"id":$1');
  return { status, headers: { 'content-type': 'application/json' }, body: text };
}
