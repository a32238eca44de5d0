import { minorOf } from '../kernel/decimals';
import { json, jsonBody, type Route, type SimAnswer, type SimRequest } from '../kernel/exchange';
import { textAt } from '../kernel/fields';
import type { SimParts } from '../kernel/sim-parts';
import { type Part, paymentObject, type TabbyPayment, total } from './tabby-payment';

/** Tabby's test phone of somebody who is refused before any page. */
const REFUSED_PHONE = '+966500000002';

class TabbyRefusal extends Error {
  constructor(
    readonly status: number,
    readonly errorType: string,
  ) {
    super(errorType);
  }
}
const badData = (): TabbyRefusal => new TabbyRefusal(400, 'bad_data');

/** Sessions, payments and what is done with them. */
export class TabbyApi {
  readonly payments: TabbyPayment[] = [];

  constructor(
    private readonly parts: SimParts,
    private readonly tell: (payment: TabbyPayment) => void,
  ) {}

  readonly routes: readonly Route[] = [
    { method: 'POST', path: '/api/v2/checkout', answer: this.guarded((request) => this.checkout(request)) },
    { method: 'GET', path: '/api/v2/payments', answer: this.guarded((request) => this.list(request)) },
    {
      method: 'GET',
      path: '/api/v2/payments/:id',
      answer: this.guarded((_request, id) => json(200, paymentObject(this.find(id)))),
    },
    {
      method: 'POST',
      path: '/api/v2/payments/:id/captures',
      answer: this.guarded((request, id) => this.capture(this.find(id), request)),
    },
    {
      method: 'POST',
      path: '/api/v2/payments/:id/refunds',
      answer: this.guarded((request, id) => this.refund(this.find(id), request)),
    },
    {
      method: 'POST',
      path: '/api/v2/payments/:id/close',
      answer: this.guarded((_request, id) => this.close(this.find(id))),
    },
  ];

  move(payment: TabbyPayment, status: string): void {
    payment.status = status;
    this.tell(payment);
  }

  private guarded(answer: (request: SimRequest, id: string) => SimAnswer): Route['answer'] {
    return (request, { id = '' }) => {
      try {
        return answer(request, id);
      } catch (error) {
        if (!(error instanceof TabbyRefusal)) throw error;
        return json(error.status, { status: 'error', errorType: error.errorType, error: error.errorType });
      }
    };
  }

  private checkout(request: SimRequest): SimAnswer {
    const body = jsonBody(request);
    const currency = textAt(body, 'payment', 'currency');
    const amount = minorOf(textAt(body, 'payment', 'amount'), currency);
    const buyer = ['name', 'email', 'phone'].map((name) => textAt(body, 'payment', 'buyer', name));
    if (amount === null || amount <= 0 || buyer.includes('')) throw badData();
    const isRefused = buyer.includes(REFUSED_PHONE);
    const payment: TabbyPayment = {
      id: this.parts.ids.uuid(),
      sessionId: this.parts.ids.uuid(),
      createdAt: this.parts.clock.now(),
      reference: textAt(body, 'payment', 'order', 'reference_id'),
      description: textAt(body, 'payment', 'description'),
      lang: textAt(body, 'lang'),
      urls: {
        success: textAt(body, 'merchant_urls', 'success'),
        cancel: textAt(body, 'merchant_urls', 'cancel'),
        failure: textAt(body, 'merchant_urls', 'failure'),
      },
      amount,
      currency,
      status: isRefused ? 'REJECTED' : 'CREATED',
      captures: [],
      refunds: [],
    };
    this.payments.push(payment);
    return json(200, this.session(payment, isRefused));
  }

  private session(payment: TabbyPayment, isRefused: boolean): unknown {
    const page = { web_url: `${this.parts.origin()}/tabby/${payment.id}` };
    return {
      id: payment.sessionId,
      status: isRefused ? 'rejected' : 'created',
      payment: paymentObject(payment),
      configuration: {
        available_products: isRefused ? {} : { installments: [page] },
        products: { installments: { rejection_reason: isRefused ? 'not_available' : null } },
      },
    };
  }

  private list(request: SimRequest): SimAnswer {
    const since = new Date(request.query.get('created_at__gte') ?? 0);
    const offset = Number(request.query.get('offset') ?? 0);
    const limit = Math.min(20, Number(request.query.get('limit') ?? 20));
    const found = this.payments.filter(({ createdAt }) => createdAt >= since).toReversed();
    return json(200, {
      payments: found.slice(offset, offset + limit).map((payment) => paymentObject(payment)),
      pagination: { limit, offset, total_count: found.length },
    });
  }

  private capture(payment: TabbyPayment, request: SimRequest): SimAnswer {
    if (payment.status !== 'AUTHORIZED') throw new TabbyRefusal(409, 'not_authorized');
    const part = this.part(payment, request);
    const left = payment.amount - total(payment.captures);
    if (part.amount > left) throw new TabbyRefusal(400, 'amount_exceeded');
    payment.captures.push(part);
    this.tell(payment);
    if (part.amount === left) this.move(payment, 'CLOSED');
    return json(200, paymentObject(payment));
  }

  private refund(payment: TabbyPayment, request: SimRequest): SimAnswer {
    if (payment.status !== 'CLOSED') throw new TabbyRefusal(409, 'not_closed');
    const part = this.part(payment, request);
    if (part.amount > total(payment.captures) - total(payment.refunds)) {
      throw new TabbyRefusal(400, 'amount_exceeded');
    }
    payment.refunds.push(part);
    this.tell(payment);
    return json(200, paymentObject(payment));
  }

  private close(payment: TabbyPayment): SimAnswer {
    if (payment.status !== 'AUTHORIZED') throw new TabbyRefusal(409, 'not_authorized');
    this.move(payment, 'CLOSED');
    return json(200, paymentObject(payment));
  }

  private part(payment: TabbyPayment, request: SimRequest): Part {
    const body = jsonBody(request);
    const amount = minorOf(textAt(body, 'amount'), payment.currency);
    if (amount === null || amount <= 0) throw badData();
    return { id: this.parts.ids.uuid(), amount, reference: textAt(body, 'reference_id') };
  }

  private find(id: string): TabbyPayment {
    const payment = this.payments.find((each) => each.id === id);
    if (!payment) throw new TabbyRefusal(404, 'not_found');
    return payment;
  }
}
