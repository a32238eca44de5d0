import Stripe from 'stripe';
import { type Hint, type Hook } from '../../domain/gateways/gateway';
import { HookRefused } from '../../domain/gateways/gateway-failure';
import { gatewayRef } from '../../domain/gateways/gateway-ref';

const TOLERANCE_SECONDS = 300;

/**
 * Proves a hook: the signature over the raw bytes by one of our secrets (two while one is being replaced), and its
 * time within five minutes of ours, both ways. The SDK judges the signature only: it would take a time to come.
 */
export function verifyStripeHook(hook: Hook, secrets: readonly string[], now: Date): Hint {
  const header = hook.headers['stripe-signature'] ?? '';
  const event = eventOf(hook.raw, header, secrets);
  const sentAt = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(header)?.[1]);
  const age = now.getTime() / 1000 - sentAt;
  if (!(age <= TOLERANCE_SECONDS)) throw new HookRefused('stripe', 'too_old');
  if (age < -TOLERANCE_SECONDS) throw new HookRefused('stripe', 'from_the_future');
  const ref = refOf(event.data.object);
  if (ref === null) throw new HookRefused('stripe', 'unreadable');
  return {
    dedupeKey: event.id,
    ref: gatewayRef(ref),
    event: event.type,
    occurredAt: new Date(event.created * 1000),
  };
}

/** The event, when one of the secrets signed it. The SDK's own check of time is off: 0. */
function eventOf(raw: Uint8Array, header: string, secrets: readonly string[]): Stripe.Event {
  for (const secret of secrets) {
    try {
      return Stripe.webhooks.constructEvent(Buffer.from(raw), header, secret, 0);
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) {
        throw new HookRefused('stripe', 'unreadable');
      }
    }
  }
  throw new HookRefused('stripe', 'signature');
}

/** What an event is about: its session, or the intent that belongs to one. */
export function refOf(object: unknown): string | null {
  if (typeof object !== 'object' || object === null) return null;
  const { object: kind, id, payment_intent: intent } = object as Readonly<Record<string, unknown>>;
  const ref = kind === 'checkout.session' || kind === 'payment_intent' ? id : intent;
  return typeof ref === 'string' && ref !== '' ? ref : null;
}
