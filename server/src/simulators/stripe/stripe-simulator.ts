import { createHmac } from 'node:crypto';
import { json, route, type SimAnswer, type SimRequest } from '../kernel/exchange';
import type { HookLine, WireHook } from '../kernel/hook-line';
import type { SimParts } from '../kernel/sim-parts';
import { type Simulator, UnknownWord } from '../kernel/simulator';
import { StripeApi } from './api';
import { IdempotencyStore } from './idempotency';
import { eventObject } from './objects';
import { noSession, StripePages } from './pages';
import { SLOW_TO_REFUND, StripePayments } from './payments';
import { StripeRefusal } from './refusals';
import { type Refund, type Session, type StripeEvent, StripeStore } from './store';

export interface StripeAccount {
  readonly key: string;
  readonly hookSecret: string;
  readonly hookUrl: string;
}
/** Stripe, as far as Checkout Sessions on the hosted page go. */
export class StripeSimulator implements Simulator {
  readonly name = 'stripe';
  readonly hooks: HookLine;
  private readonly store = new StripeStore();
  private readonly payments: StripePayments;
  private readonly api: StripeApi;
  private readonly pages: StripePages;
  private readonly idempotency: IdempotencyStore;

  constructor(
    private readonly account: StripeAccount,
    private readonly parts: SimParts,
  ) {
    const { clock, ids, origin } = parts;
    this.hooks = parts.hooks;
    this.payments = new StripePayments(this.store, clock, ids, { origin, tell: (event) => this.tell(event) });
    this.api = new StripeApi(this.payments, clock, ids, origin);
    this.pages = new StripePages(this.payments);
    this.idempotency = new IdempotencyStore(clock);
  }

  owns(path: string): boolean {
    return path.startsWith('/v1/') || path.startsWith('/stripe/');
  }

  answer(request: SimRequest): SimAnswer | null {
    if (request.path.startsWith('/stripe/')) {
      const session = this.store.session(request.path.slice('/stripe/'.length));
      return session ? this.pages.answer(request, session) : noSession();
    }
    try {
      if (request.headers.authorization !== `Bearer ${this.account.key}`) {
        throw new StripeRefusal(401, 'api_key_invalid', { message: 'Invalid API Key provided' });
      }
      const run = (): SimAnswer =>
        route(this.api.routes, request) ?? json(404, { error: { message: 'Unrecognized URL' } });
      return this.idempotency.once(request, run);
    } catch (error) {
      if (error instanceof StripeRefusal) return error.answer();
      throw error;
    }
  }

  tick(): void {
    const now = this.parts.clock.seconds();
    for (const session of this.store.sessions) {
      if (session.status === 'open' && session.expiresAt <= now) this.payments.expire(session);
    }
  }

  expect(outcome: string): void {
    throw new UnknownWord(`stripe: ${outcome}; its page has a button for each outcome`);
  }

  twist(ref: string, twist: string): void {
    const refund = this.store.refund(ref);
    const session = this.store.session(ref);
    const act = refund ? this.refundTwists(refund)[twist] : session && this.twists(session)[twist];
    if (!act) throw new UnknownWord(`stripe: ${twist} of ${ref}`);
    act();
  }

  state(): unknown {
    return {
      sessions: this.store.sessions.map(({ id, status, amount, currency, clientReference, intent }) => ({
        id,
        status,
        amount,
        currency,
        clientReference,
        intent: intent && { id: intent.id, status: intent.status, charge: intent.charge },
      })),
      refunds: this.store.refunds.map(({ id, status, amount }) => ({ id, status, amount })),
      events: this.store.events.map(({ id, type }) => ({ id, type })),
    };
  }

  private refundTwists(refund: Refund): Readonly<Record<string, () => void>> {
    return {
      settle: () => this.payments.endRefund(refund, true),
      fail: () => this.payments.endRefund(refund, false),
      less: () => {
        refund.amount -= 1;
      },
      more: () => {
        refund.amount += 1;
      },
    };
  }

  private twists(session: Session): Readonly<Record<string, () => void>> {
    return {
      settle: () => this.payments.settle(session, true),
      fail: () => this.payments.settle(session, false),
      dispute: () => session.intent && this.payments.dispute(session.intent),
      dispute_won: () => session.intent && this.payments.endDispute(session.intent, 'won'),
      dispute_lost: () => session.intent && this.payments.endDispute(session.intent, 'lost'),
      slow_refunds: () => {
        if (session.intent?.charge) session.intent.charge.method = SLOW_TO_REFUND;
      },
      less: () => {
        session.amount -= 1;
      },
      currency: () => {
        session.currency = session.currency === 'usd' ? 'eur' : 'usd';
      },
      unknown: () => {
        session.status = 'quarantined';
      },
    };
  }

  private tell(event: StripeEvent): void {
    this.hooks.push(event.type, () => this.written(event));
  }

  /** Signed with the time of sending, as every try of Stripe is. */
  private written(event: StripeEvent): WireHook {
    const body = JSON.stringify(eventObject(event));
    const at = this.parts.clock.seconds();
    const signature = createHmac('sha256', this.account.hookSecret).update(`${at}.${body}`).digest('hex');
    const headers = { 'content-type': 'application/json', 'stripe-signature': `t=${at},v1=${signature}` };
    return { url: this.account.hookUrl, headers, body };
  }
}
