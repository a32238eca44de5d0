import { json, type Route, type SimAnswer, type SimRequest } from '../kernel/exchange';
import type { SimClock } from '../kernel/sim-clock';
import type { SimIds } from '../kernel/sim-ids';
import { mapAt, readForm, textAt } from './form';
import { disputeObject, eventObject, intentObject, refundObject, sessionObject } from './objects';
import type { StripePayments } from './payments';
import { missing, readSession } from './refusals';
import type { Intent, Session } from './store';

const EXPAND_INTENT = /^(data\.)?payment_intent(\.latest_charge)?$/;

/** The part of Stripe's interface that hosted payments need. */
export class StripeApi {
  constructor(
    private readonly payments: StripePayments,
    private readonly clock: SimClock,
    private readonly ids: SimIds,
    private readonly origin: () => string,
  ) {}

  readonly routes: readonly Route[] = [
    { method: 'POST', path: '/v1/checkout/sessions', answer: (request) => this.createSession(request) },
    { method: 'GET', path: '/v1/checkout/sessions', answer: (request) => this.listSessions(request) },
    {
      method: 'GET',
      path: '/v1/checkout/sessions/:id',
      answer: (request, { id = '' }) => this.shown(request, this.session(id)),
    },
    {
      method: 'POST',
      path: '/v1/checkout/sessions/:id/expire',
      answer: (request, { id = '' }) => {
        this.payments.expire(this.session(id));
        return this.shown(request, this.session(id));
      },
    },
    {
      method: 'POST',
      path: '/v1/payment_intents/:id/capture',
      answer: (request, { id = '' }) => {
        this.payments.capture(this.intent(id), amountOf(request, 'amount_to_capture'));
        return json(200, intentObject(this.intent(id)));
      },
    },
    {
      method: 'POST',
      path: '/v1/payment_intents/:id/cancel',
      answer: (_request, { id = '' }) => {
        this.payments.cancel(this.intent(id));
        return json(200, intentObject(this.intent(id)));
      },
    },
    {
      method: 'GET',
      path: '/v1/payment_intents/:id',
      answer: (_request, { id = '' }) => json(200, intentObject(this.intent(id))),
    },
    { method: 'GET', path: '/v1/disputes', answer: (request) => this.listDisputes(request) },
    { method: 'POST', path: '/v1/refunds', answer: (request) => this.createRefund(request) },
    { method: 'GET', path: '/v1/refunds', answer: (request) => this.listRefunds(request) },
    {
      method: 'GET',
      path: '/v1/refunds/:id',
      answer: (_request, { id = '' }) => {
        const refund = this.payments.store.refund(id);
        if (!refund) throw missing(id);
        return json(200, refundObject(refund));
      },
    },
    { method: 'GET', path: '/v1/events', answer: (request) => this.listEvents(request) },
  ];

  private createSession(request: SimRequest): SimAnswer {
    const form = readForm(request.body);
    const wish = readSession(form, this.clock.seconds());
    const session: Session = {
      ...wish,
      id: `cs_test_${this.ids.text(40)}`,
      created: this.clock.seconds(),
      clientReference: textAt(form, 'client_reference_id'),
      metadata: mapAt(form, 'metadata'),
      intentMetadata: mapAt(form, 'payment_intent_data', 'metadata'),
      successUrl: textAt(form, 'success_url'),
      cancelUrl: textAt(form, 'cancel_url'),
      locale: textAt(form, 'locale').replace(/^nb$/, 'no'),
      status: 'open',
      intent: null,
      pending: null,
    };
    this.payments.store.sessions.push(session);
    return this.shown(request, session);
  }

  private createRefund(request: SimRequest): SimAnswer {
    const form = readForm(request.body);
    const intent = this.intent(textAt(form, 'payment_intent'));
    const amount = amountOf(request, 'amount');
    const given = { amount, reason: textAt(form, 'reason'), metadata: mapAt(form, 'metadata') };
    return json(200, refundObject(this.payments.refund(intent, given)));
  }

  private listRefunds(request: SimRequest): SimAnswer {
    const intent = request.query.get('payment_intent');
    const found = this.payments.store.refunds
      .filter((each) => intent === null || each.intent.id === intent)
      .toReversed();
    return json(200, page(request, found, refundObject));
  }

  private listSessions(request: SimRequest): SimAnswer {
    const intent = request.query.get('payment_intent');
    const since = Number(request.query.get('created[gte]') ?? 0);
    const found = this.payments.store.sessions
      .filter((each) => each.created >= since && (intent === null || each.intent?.id === intent))
      .toReversed();
    return json(
      200,
      page(request, found, (each) => sessionObject(each, this.origin(), expandOf(request))),
    );
  }

  private listDisputes(request: SimRequest): SimAnswer {
    const intent = request.query.get('payment_intent');
    const found = this.payments.store.disputes
      .filter((each) => intent === null || each.intent.id === intent)
      .toReversed();
    return json(200, page(request, found, disputeObject));
  }

  private listEvents(request: SimRequest): SimAnswer {
    const since = Number(request.query.get('created[gte]') ?? 0);
    const found = this.payments.store.events.filter((each) => each.created >= since).toReversed();
    return json(200, page(request, found, eventObject));
  }

  private shown(request: SimRequest, session: Session): SimAnswer {
    return json(200, sessionObject(session, this.origin(), expandOf(request)));
  }

  private session(id: string): Session {
    const found = this.payments.store.session(id);
    if (!found) throw missing(id);
    return found;
  }

  private intent(id: string): Intent {
    const found = this.payments.store.intent(id);
    if (!found) throw missing(id);
    return found;
  }
}

function amountOf(request: SimRequest, name: string): number | undefined {
  const text = textAt(readForm(request.body), name);
  return text === '' ? undefined : Number(text);
}

function expandOf(request: SimRequest): string[] {
  const asked = [...request.query, ...new URLSearchParams(request.body)]
    .filter(([name]) => name.startsWith('expand['))
    .map(([, value]) => value)
    .filter((value) => EXPAND_INTENT.test(value));
  return asked.flatMap((value) =>
    value.endsWith('.latest_charge') ? ['latest_charge'] : ['payment_intent'],
  );
}

function page<T extends { readonly id: string }>(
  request: SimRequest,
  all: readonly T[],
  show: (each: T) => unknown,
): unknown {
  const limit = Number(request.query.get('limit') ?? 10);
  const after = request.query.get('starting_after');
  const from = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const shown = all.slice(from, from + limit);
  return {
    object: 'list',
    url: request.path,
    has_more: from + shown.length < all.length,
    data: shown.map(show),
  };
}
