import { minorOf } from '../kernel/decimals';
import { jsonBody, type Route, type SimAnswer, type SimRequest } from '../kernel/exchange';
import { textAt } from '../kernel/fields';
import type { SimParts } from '../kernel/sim-parts';
import { orderObject, type Part, rawJson, type TamaraOrder, total } from './tamara-order';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const UNPAID_SECONDS = 30 * MINUTE;
const UNAUTHORISED_SECONDS = 72 * HOUR;
const UNCAPTURED_SECONDS = 21 * 24 * HOUR;

class TamaraRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

const answer = (status: number, body: unknown): SimAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: rawJson(body),
});

/** Orders from new to refunded, with the timers of each status. */
export class TamaraApi {
  readonly orders: TamaraOrder[] = [];
  /** A shop may let Tamara authorise and capture by itself. */
  isAutomatic = false;

  constructor(
    private readonly parts: SimParts,
    private readonly tell: (order: TamaraOrder, event: string, part?: Part) => void,
  ) {}

  readonly routes: readonly Route[] = [
    { method: 'POST', path: '/checkout', answer: this.guarded((request) => this.checkout(request)) },
    {
      method: 'GET',
      path: '/orders/:id',
      answer: this.guarded((_request, id) => answer(200, orderObject(this.find(id)))),
    },
    {
      method: 'GET',
      path: '/merchants/orders/reference-id/:id',
      answer: this.guarded((_request, id) => answer(200, orderObject(this.findByReference(id)))),
    },
    {
      method: 'POST',
      path: '/orders/:id/authorise',
      answer: this.guarded((_request, id) => this.authorise(this.find(id))),
    },
    {
      method: 'POST',
      path: '/orders/:id/cancel',
      answer: this.guarded((_request, id) => this.cancel(this.find(id))),
    },
    {
      method: 'POST',
      path: '/payments/capture',
      answer: this.guarded((request) => this.capture(request)),
    },
    {
      method: 'POST',
      path: '/payments/simplified-refund/:id',
      answer: this.guarded((request, id) => this.refund(this.find(id), request)),
    },
  ];

  /** The person approves; a shop on automatic has its money at once. */
  approve(order: TamaraOrder): void {
    this.move(order, 'approved');
    if (!this.isAutomatic) return;
    this.move(order, 'authorised');
    this.captureAll(order);
  }

  move(order: TamaraOrder, status: string, part?: Part): void {
    order.status = status;
    order.since = this.parts.clock.seconds();
    this.tell(order, `order_${status.replace('fully_', '').replace('partially_', '')}`, part);
  }

  tick(): void {
    const now = this.parts.clock.seconds();
    for (const order of this.orders) {
      const age = now - order.since;
      if (order.status === 'new' && age >= UNPAID_SECONDS) this.move(order, 'expired');
      if (order.status === 'approved' && age >= UNAUTHORISED_SECONDS) this.move(order, 'expired');
      if (order.status === 'authorised' && age >= UNCAPTURED_SECONDS) this.captureAll(order);
    }
  }

  private guarded(run: (request: SimRequest, id: string) => SimAnswer): Route['answer'] {
    return (request, { id = '' }) => {
      try {
        return run(request, id);
      } catch (error) {
        if (!(error instanceof TamaraRefusal)) throw error;
        return answer(error.status, { message: error.code, errors: [{ error_code: error.code }] });
      }
    };
  }

  private checkout(request: SimRequest): SimAnswer {
    const body = jsonBody(request);
    const { amount, currency } = amountIn(body);
    const needed = [textAt(body, 'consumer', 'phone_number'), textAt(body, 'consumer', 'email')];
    if (needed.includes('') || textAt(body, 'country_code') !== 'SA')
      throw new TamaraRefusal(400, 'bad_request');
    const order: TamaraOrder = {
      id: this.parts.ids.uuid(),
      reference: textAt(body, 'order_reference_id'),
      number: textAt(body, 'order_number'),
      locale: textAt(body, 'locale').slice(0, 2),
      urls: {
        success: textAt(body, 'merchant_url', 'success'),
        failure: textAt(body, 'merchant_url', 'failure'),
        cancel: textAt(body, 'merchant_url', 'cancel'),
      },
      since: this.parts.clock.seconds(),
      amount,
      currency,
      status: 'new',
      captures: [],
      refunds: [],
    };
    this.orders.push(order);
    return answer(200, {
      order_id: order.id,
      checkout_id: this.parts.ids.uuid(),
      checkout_url: `${this.parts.origin()}/tamara/${order.id}`,
      status: order.status,
    });
  }

  private authorise(order: TamaraOrder): SimAnswer {
    if (order.status === 'authorised') throw new TamaraRefusal(409, 'order_already_authorised');
    if (order.status !== 'approved') throw new TamaraRefusal(409, 'order_not_approved');
    this.move(order, 'authorised');
    return answer(200, { order_id: order.id, status: order.status, auto_captured: false });
  }

  private cancel(order: TamaraOrder): SimAnswer {
    if (!['approved', 'authorised'].includes(order.status))
      throw new TamaraRefusal(409, 'order_not_cancellable');
    this.move(order, 'canceled');
    return answer(200, { order_id: order.id, status: order.status });
  }

  private capture(request: SimRequest): SimAnswer {
    const body = jsonBody(request);
    const order = this.find(textAt(body, 'order_id'));
    if (!['authorised', 'partially_captured'].includes(order.status)) {
      throw new TamaraRefusal(409, 'order_not_authorised');
    }
    const { amount } = amountIn(body);
    const left = order.amount - total(order.captures);
    if (amount > left) throw new TamaraRefusal(400, 'captured_amount_is_invalid');
    const part = { id: this.parts.ids.uuid(), amount, reference: '' };
    order.captures.push(part);
    this.move(order, amount === left ? 'fully_captured' : 'partially_captured', part);
    return answer(200, { capture_id: part.id, order_id: order.id, status: order.status });
  }

  private captureAll(order: TamaraOrder): void {
    const part = { id: this.parts.ids.uuid(), amount: order.amount - total(order.captures), reference: '' };
    order.captures.push(part);
    this.move(order, 'fully_captured', part);
  }

  private refund(order: TamaraOrder, request: SimRequest): SimAnswer {
    const body = jsonBody(request);
    const { amount } = amountIn(body);
    const left = total(order.captures) - total(order.refunds);
    if (amount > left) throw new TamaraRefusal(400, 'refunded_amount_is_invalid');
    const part = { id: this.parts.ids.uuid(), amount, reference: textAt(body, 'merchant_refund_id') };
    order.refunds.push(part);
    this.move(order, amount === left ? 'fully_refunded' : 'partially_refunded', part);
    return answer(200, { order_id: order.id, refund_id: part.id, status: order.status });
  }

  private find(id: string): TamaraOrder {
    const order = this.orders.find((each) => each.id === id);
    if (!order) throw new TamaraRefusal(404, 'order_not_found');
    return order;
  }

  /** The last one: a reference may have been used again. */
  private findByReference(reference: string): TamaraOrder {
    const order = this.orders.findLast((each) => each.reference === reference);
    if (!order) throw new TamaraRefusal(404, 'order_not_found');
    return order;
  }
}

function amountIn(body: unknown): { readonly amount: number; readonly currency: string } {
  const currency = textAt(body, 'total_amount', 'currency');
  const amount = minorOf(textAt(body, 'total_amount', 'amount'), currency);
  if (amount === null || amount <= 0) throw new TamaraRefusal(400, 'total_amount_invalid');
  return { amount, currency };
}
