import type Stripe from 'stripe';
import type { Charge, Dispute, Intent, Refund, Session, StripeEvent } from './store';

/** A part of one of Stripe's objects: the package's own types say whether its fields exist and hold such values. */
type Told<T> = T extends object ? { readonly [K in keyof T]?: Told<T[K]> } : T;

const WALLETS = ['apple_pay', 'google_pay', 'link'];
const BRANDS = ['visa', 'mastercard', 'amex'];

/** A checkout session as the interface shows it. */
export function sessionObject(
  session: Session,
  origin: string,
  expand: readonly string[] = [],
): Told<Stripe.Checkout.Session> {
  const { intent } = session;
  const isOpen = session.status === 'open';
  return {
    id: session.id,
    object: 'checkout.session',
    amount_total: session.amount,
    currency: session.currency,
    client_reference_id: session.clientReference,
    metadata: session.metadata,
    mode: 'payment',
    ui_mode: 'hosted_page',
    livemode: false,
    created: session.created,
    expires_at: session.expiresAt,
    status: session.status,
    payment_status: intent && isPaid(intent) ? 'paid' : 'unpaid',
    payment_intent: intent && (expand.length > 0 ? intentObject(intent, expand) : intent.id),
    success_url: session.successUrl,
    cancel_url: session.cancelUrl,
    url: isOpen ? `${origin}/stripe/${session.id}` : null,
  };
}

const isPaid = (intent: Intent): boolean => intent.status === 'succeeded';

export function intentObject(intent: Intent, expand: readonly string[] = []): Told<Stripe.PaymentIntent> {
  const { charge, session } = intent;
  return {
    id: intent.id,
    object: 'payment_intent',
    amount: session.amount,
    amount_capturable: intent.status === 'requires_capture' ? session.amount : 0,
    amount_received: charge?.captured ?? 0,
    capture_method: session.captureMethod,
    created: intent.created,
    currency: session.currency,
    livemode: false,
    metadata: session.intentMetadata,
    status: intent.status,
    last_payment_error: intent.lastError === null ? null : { type: 'card_error', code: intent.lastError },
    latest_charge: charge && (expand.includes('latest_charge') ? chargeObject(charge, intent) : charge.id),
  };
}

export function chargeObject(charge: Charge, intent: Intent): Told<Stripe.Charge> {
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    amount_captured: charge.captured,
    amount_refunded: charge.refunded,
    captured: charge.captured > 0,
    created: charge.created,
    currency: intent.session.currency,
    disputed: charge.disputed,
    livemode: false,
    metadata: intent.session.intentMetadata,
    paid: true,
    payment_intent: intent.id,
    payment_method_details: detailsOf(charge.method),
    refunded: charge.refunded >= charge.captured && charge.captured > 0,
    status: 'succeeded',
  };
}

function detailsOf(method: string): Told<Stripe.Charge.PaymentMethodDetails> {
  if (BRANDS.includes(method)) return { type: 'card', card: { brand: method, wallet: null } };
  if (WALLETS.includes(method)) return { type: 'card', card: { brand: 'visa', wallet: { type: method } } };
  return { type: method, [method]: {} };
}

export function refundObject(refund: Refund): Told<Stripe.Refund> {
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    charge: refund.intent.charge?.id ?? null,
    created: refund.created,
    currency: refund.intent.session.currency,
    metadata: refund.metadata,
    payment_intent: refund.intent.id,
    reason: refund.reason || null,
    status: refund.status,
  };
}

export function disputeObject({ id, created, intent, status }: Dispute): Told<Stripe.Dispute> {
  return {
    id,
    object: 'dispute',
    amount: intent.charge?.captured ?? 0,
    charge: intent.charge?.id ?? '',
    created,
    currency: intent.session.currency,
    livemode: false,
    metadata: {},
    payment_intent: intent.id,
    reason: 'product_not_received',
    status,
    evidence_details: { due_by: created + 7 * 86_400, has_evidence: false },
  };
}

export const eventObject = (event: StripeEvent): object => ({
  id: event.id,
  object: 'event',
  api_version: '2026-10-28.endive',
  created: event.created,
  data: { object: event.object },
  livemode: false,
  pending_webhooks: 1,
  type: event.type,
});
