import type { Money } from '@qafila/shared/kernel/money';
import { methodsOf } from '@qafila/shared/payments/methods.rules';
import Stripe from 'stripe';
import type { Clock } from '../../../../platform/clock/clock';
import { OutsideFailure, type OutsideLine } from '../../../../platform/outside/outside-line';
import {
  type Capabilities,
  type Gateway,
  type Hint,
  type Hook,
  type RefundInput,
  type StartInput,
  type StartResult,
} from '../../domain/gateways/gateway';
import { GatewayRefused, OutcomeUnknown, PaymentNotFound } from '../../domain/gateways/gateway-failure';
import { type GatewayRef, gatewayRef } from '../../domain/gateways/gateway-ref';
import type { IdempotencyKey } from '../../domain/gateways/idempotency-key';
import type { Dispute, RefundSnapshot, Snapshot } from '../../domain/gateways/snapshot';
import { asOutcome } from '../outcome';
import { toStripe } from './stripe-amounts';
import { refOf, verifyStripeHook } from './stripe-hook';
import { disputeOf, EXPAND, intentOf, refundOf, snapshotOf, wasDisputed } from './stripe-snapshot';

/** A session lives 24 hours at most; older ones are looked for by nobody. */
const SESSION_SECONDS = 86_400;
const PAGE = 100;
const SUFFIX_LENGTH = 12;

/** Our account at Stripe. */
export interface StripeAccount {
  readonly origin: string;
  readonly key: string;
  /** The secret in use, and the one before it while hooks are signed with either. */
  readonly hookSecrets: readonly string[];
  /** Which methods the page shows; kept in Stripe's dashboard, one for each market. */
  readonly methodConfiguration: string | undefined;
}

/** Cards, wallets and everything else on Stripe's hosted page: one line, one total, ids only. */
export class StripeGateway implements Gateway {
  readonly id = 'stripe';
  readonly capabilities: Capabilities = {
    methods: methodsOf('stripe'),
    authorise: true,
    partialCapture: true,
    cancelOpen: true,
    void: true,
    repeatableStart: true,
    refund: true,
    partialRefund: true,
    asyncRefund: true,
    hostedPage: true,
    hooks: true,
    hookIds: true,
    lists: true,
  };
  private readonly stripe: Stripe;

  constructor(
    private readonly account: StripeAccount,
    line: OutsideLine,
    private readonly clock: Clock,
  ) {
    const { hostname, port, protocol } = new URL(account.origin);
    this.stripe = new Stripe(account.key, {
      host: hostname,
      port: port || (protocol === 'https:' ? '443' : '80'),
      protocol: protocol === 'https:' ? 'https' : 'http',
      // The line keeps the time limits and repeats with the same key, as for every gateway.
      httpClient: Stripe.createFetchHttpClient(line.fetch),
      maxNetworkRetries: 0,
      telemetry: false,
    });
  }

  start(given: StartInput, key: IdempotencyKey): Promise<StartResult> {
    return this.ask(async () => {
      const session = await this.stripe.checkout.sessions.create(this.sessionOf(given), {
        idempotencyKey: key,
      });
      if (!session.url) throw new OutcomeUnknown('stripe', 'a session without its page');
      return { kind: 'redirect', ref: gatewayRef(session.id), url: session.url };
    });
  }

  fetch(ref: GatewayRef): Promise<Snapshot> {
    return this.ask(async () => {
      const session = await this.session(ref);
      const dispute = wasDisputed(session) ? await this.lastDispute(session) : null;
      return snapshotOf(session, { dispute, fetchedAt: this.clock.now() });
    });
  }

  findByReference(ourRef: string): Promise<Snapshot | null> {
    return this.ask(async () => {
      const since = Math.floor(this.clock.now().getTime() / 1000) - SESSION_SECONDS;
      const recent = this.stripe.checkout.sessions.list({ created: { gte: since }, limit: PAGE });
      for await (const session of recent) {
        if (session.client_reference_id === ourRef) return this.fetch(gatewayRef(session.id));
      }
      return null;
    });
  }

  capture(ref: GatewayRef, amount: Money, key: IdempotencyKey): Promise<Snapshot> {
    return this.ask(async () => {
      const intent = await this.intent(ref);
      const given = { amount_to_capture: toStripe(amount).amount };
      await this.stripe.paymentIntents.capture(intent.id, given, { idempotencyKey: key });
      return this.fetch(ref);
    });
  }

  /** An open session is expired, not its intent cancelled: the page would stay payable. */
  cancel(ref: GatewayRef, key: IdempotencyKey): Promise<Snapshot> {
    return this.ask(async () => {
      const session = await this.session(ref);
      const intent = intentOf(session);
      if (session.status === 'open') await this.endOpen(session.id, key);
      else if (intent?.status === 'requires_capture') {
        await this.stripe.paymentIntents.cancel(intent.id, {}, { idempotencyKey: key });
      }
      return this.fetch(ref);
    });
  }

  /** Stripe forgets a key after a day, so the refund carries it, and is looked for before it is made. */
  refund({ ref, amount }: RefundInput, key: IdempotencyKey): Promise<RefundSnapshot> {
    return this.ask(async () => {
      const { id } = await this.intent(ref);
      for await (const made of this.stripe.refunds.list({ payment_intent: id, limit: PAGE })) {
        if (made.metadata?.key === key) return refundOf(made, ref);
      }
      const given = { payment_intent: id, amount: toStripe(amount).amount, metadata: { key } };
      return refundOf(await this.stripe.refunds.create(given, { idempotencyKey: key }), ref);
    });
  }

  fetchRefund(ref: GatewayRef, refundId: string): Promise<RefundSnapshot> {
    return this.ask(async () => refundOf(await this.stripe.refunds.retrieve(refundId), ref));
  }

  verifyHook(hook: Hook, now: Date): Hint {
    return verifyStripeHook(hook, this.account.hookSecrets, now);
  }

  async *listSince(since: Date): AsyncIterable<GatewayRef> {
    const seen = new Set<string>();
    const events = this.stripe.events.list({
      created: { gte: Math.floor(since.getTime() / 1000) },
      limit: PAGE,
    });
    try {
      for await (const event of events) {
        const ref = refOf(event.data.object);
        if (ref === null || seen.has(ref)) continue;
        seen.add(ref);
        yield gatewayRef(ref);
      }
    } catch (error) {
      throw failureOf(error);
    }
  }

  private sessionOf(given: StartInput): Stripe.Checkout.SessionCreateParams {
    const { amount, currency } = toStripe(given.amount);
    const metadata = { attempt: given.ourRef };
    return {
      mode: 'payment',
      ui_mode: 'hosted_page',
      client_reference_id: given.ourRef,
      line_items: [
        {
          quantity: 1,
          price_data: { currency, unit_amount: amount, product_data: { name: `Order ${given.orderCode}` } },
        },
      ],
      metadata,
      payment_intent_data: {
        metadata,
        capture_method: given.take === 'later' ? 'manual' : 'automatic',
        statement_descriptor_suffix: suffixOf(given.orderCode),
      },
      ...(this.account.methodConfiguration && {
        payment_method_configuration: this.account.methodConfiguration,
      }),
      success_url: given.returnUrl,
      cancel_url: given.cancelUrl,
      expires_at: Math.floor(given.expiresAt.getTime() / 1000),
      locale: LOCALES[given.locale],
    };
  }

  /** Somebody may have paid a moment ago: then there is nothing to end, and the snapshot says so. */
  private async endOpen(id: string, key: IdempotencyKey): Promise<void> {
    try {
      await this.stripe.checkout.sessions.expire(id, {}, { idempotencyKey: key });
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    }
  }

  /** A session by its id, or by the id of its intent: events tell either. */
  private async session(ref: GatewayRef): Promise<Stripe.Checkout.Session> {
    if (!ref.startsWith('pi_')) return this.stripe.checkout.sessions.retrieve(ref, { expand: EXPAND });
    const expand = EXPAND.map((path) => `data.${path}`);
    const { data } = await this.stripe.checkout.sessions.list({ payment_intent: ref, limit: 1, expand });
    if (!data[0]) throw new PaymentNotFound('stripe', ref);
    return data[0];
  }

  private async lastDispute(session: Stripe.Checkout.Session): Promise<Dispute | null> {
    const intent = intentOf(session);
    if (!intent) return null;
    const { data } = await this.stripe.disputes.list({ payment_intent: intent.id, limit: 1 });
    return data[0] ? disputeOf(data[0]) : null;
  }

  private async intent(ref: GatewayRef): Promise<Stripe.PaymentIntent> {
    const intent = intentOf(await this.session(ref));
    if (!intent) throw new GatewayRefused('stripe', 'not_paid_yet');
    return intent;
  }

  private async ask<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      throw failureOf(error);
    }
  }
}

/** The page speaks no Arabic; it then follows the browser. */
const LOCALES = { en: 'en', ar: 'auto', no: 'nb', fr: 'fr' } as const;

/** On the payer's statement behind the store's own word: the order's code, and a letter, which Stripe asks for. */
const suffixOf = (orderCode: string): string =>
  `ORD ${orderCode.replace(/[^0-9A-Z]/gi, '')}`.slice(0, SUFFIX_LENGTH);

function failureOf(error: unknown): Error {
  const { errors } = Stripe;
  if (error instanceof errors.StripeConnectionError || error instanceof errors.StripeAPIError) {
    return asOutcome(
      'stripe',
      error.detail instanceof OutsideFailure ? error.detail : new OutcomeUnknown('stripe', error.message),
    );
  }
  if (!(error instanceof errors.StripeError)) return asOutcome('stripe', error);
  if (error.code === 'resource_missing') return new PaymentNotFound('stripe', error.message);
  // Anything else, as a key that is not known or a wall before it, says nothing of what an earlier try may have done.
  const isRefused =
    error instanceof errors.StripeInvalidRequestError || error instanceof errors.StripeCardError;
  return isRefused
    ? new GatewayRefused('stripe', error.code ?? error.type)
    : new OutcomeUnknown('stripe', error.type);
}
