import type { SimClock } from '../kernel/sim-clock';
import type { SimIds } from '../kernel/sim-ids';
import { chargeObject, disputeObject, intentObject, refundObject, sessionObject } from './objects';
import { missing, refuse, StripeRefusal } from './refusals';
import type { Charge, Intent, Refund, Session, StripeEvent, StripeStore } from './store';

/** Its refunds are pending at first. */
export const SLOW_TO_REFUND = 'amazon_pay';

interface RefundWish {
  /** In the smallest unit; without it, all that is left. */
  readonly amount: number | undefined;
  readonly reason: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** How payments of one account move, and what is told of it. */
export class StripePayments {
  constructor(
    readonly store: StripeStore,
    private readonly clock: SimClock,
    private readonly ids: SimIds,
    private readonly told: { readonly origin: () => string; readonly tell: (event: StripeEvent) => void },
  ) {}

  /** The person pays with a method that is accepted. */
  pay(session: Session, method: string): void {
    const intent = this.intentOf(session);
    const isHeld = session.captureMethod === 'manual';
    intent.charge = this.chargeOf(session, { method, captured: isHeld ? 0 : session.amount });
    intent.status = isHeld ? 'requires_capture' : 'succeeded';
    intent.lastError = null;
    session.status = 'complete';
    session.pending = null;
    this.tell(
      isHeld ? 'payment_intent.amount_capturable_updated' : 'payment_intent.succeeded',
      intentObject(intent),
    );
    if (!isHeld) this.tell('charge.succeeded', chargeObject(intent.charge, intent));
    this.tellSession('checkout.session.completed', session);
  }

  /** The person's bank says no; the session stays open for another try. */
  decline(session: Session, code: string): void {
    const intent = this.intentOf(session);
    intent.status = 'requires_payment_method';
    intent.lastError = code;
    session.pending = null;
    this.tell('payment_intent.payment_failed', intentObject(intent));
  }

  /** A further page is needed: 3-D Secure, or another firm's. */
  ask(session: Session, method: string): void {
    const intent = this.intentOf(session);
    intent.status = 'requires_action';
    session.pending = method;
    this.tell('payment_intent.requires_action', intentObject(intent));
  }

  /** Accepted, and the answer comes later. */
  payLater(session: Session): void {
    const intent = this.intentOf(session);
    intent.status = 'processing';
    session.status = 'complete';
    session.pending = null;
    this.tell('payment_intent.processing', intentObject(intent));
    this.tellSession('checkout.session.completed', session);
  }

  /** The later answer. */
  settle(session: Session, isPaid: boolean): void {
    const intent = this.intentOf(session);
    if (isPaid) {
      intent.charge = this.chargeOf(session, { method: 'klarna', captured: session.amount });
      intent.status = 'succeeded';
    } else {
      intent.status = 'requires_payment_method';
      intent.lastError = 'payment_intent_payment_attempt_failed';
    }
    const name = isPaid ? 'async_payment_succeeded' : 'async_payment_failed';
    this.tellSession(`checkout.session.${name}`, session);
  }

  expire(session: Session): void {
    if (session.status !== 'open') {
      throw refuse('invalid_state', 'session', 'Only Checkout Sessions with a status of open can be expired');
    }
    session.status = 'expired';
    if (session.intent) session.intent.status = 'canceled';
    this.tellSession('checkout.session.expired', session);
  }

  capture(intent: Intent, amount: number | undefined): void {
    const { charge } = intent;
    if (intent.status !== 'requires_capture' || !charge) throw unexpectedState(intent);
    const taken = amount ?? charge.amount;
    if (taken > charge.amount) throw refuse('amount_too_large', 'amount_to_capture', 'More than is held');
    charge.captured = taken;
    intent.status = 'succeeded';
    this.tell('charge.captured', chargeObject(charge, intent));
    this.tell('payment_intent.succeeded', intentObject(intent));
  }

  cancel(intent: Intent): void {
    if (['succeeded', 'canceled'].includes(intent.status)) throw unexpectedState(intent);
    intent.status = 'canceled';
    this.tell('payment_intent.canceled', intentObject(intent));
  }

  refund(intent: Intent, given: RefundWish): Refund {
    const { charge } = intent;
    if (!charge || charge.captured === 0) throw missing(`${intent.id} (no charge)`);
    const left = charge.captured - charge.refunded;
    const amount = given.amount ?? left;
    if (left === 0) throw refuse('charge_already_refunded', 'payment_intent', 'Has already been refunded');
    if (!(amount > 0) || amount > left) {
      throw refuse('amount_too_large', 'amount', `Refund amount is greater than unrefunded amount`);
    }
    const refund: Refund = {
      id: `re_${this.ids.text(24)}`,
      created: this.clock.seconds(),
      intent,
      amount,
      reason: given.reason,
      metadata: given.metadata,
      status: charge.method === SLOW_TO_REFUND ? 'pending' : 'succeeded',
    };
    charge.refunded += amount;
    this.store.refunds.push(refund);
    this.tell('refund.created', refundObject(refund));
    this.tell('charge.refunded', chargeObject(charge, intent));
    return refund;
  }

  /** The end of a refund that was pending, or that the payer's bank sends back. */
  endRefund(refund: Refund, isPaid: boolean): void {
    refund.status = isPaid ? 'succeeded' : 'failed';
    if (!isPaid && refund.intent.charge) refund.intent.charge.refunded -= refund.amount;
    this.tell(isPaid ? 'refund.updated' : 'refund.failed', refundObject(refund));
  }

  dispute(intent: Intent): void {
    if (!intent.charge) throw missing(intent.id);
    intent.charge.disputed = true;
    const id = `du_${this.ids.text(24)}`;
    const dispute = { id, created: this.clock.seconds(), intent, status: 'needs_response' };
    this.store.disputes.push(dispute);
    this.tell('charge.dispute.created', disputeObject(dispute));
  }

  /** The bank's verdict. */
  endDispute(intent: Intent, status: 'won' | 'lost'): void {
    const dispute = this.store.disputes.findLast((each) => each.intent === intent);
    if (!dispute) throw missing(intent.id);
    dispute.status = status;
    this.tell('charge.dispute.closed', disputeObject(dispute));
  }

  private intentOf(session: Session): Intent {
    session.intent ??= {
      id: `pi_${this.ids.text(24)}`,
      created: this.clock.seconds(),
      session,
      status: 'requires_payment_method',
      lastError: null,
      charge: null,
    };
    return session.intent;
  }

  private chargeOf(session: Session, given: { readonly method: string; readonly captured: number }): Charge {
    return {
      id: `ch_${this.ids.text(24)}`,
      created: this.clock.seconds(),
      method: given.method,
      amount: session.amount,
      captured: given.captured,
      refunded: 0,
      disputed: false,
    };
  }

  private tellSession(type: string, session: Session): void {
    this.tell(type, sessionObject(session, this.told.origin()));
  }

  private tell(type: string, object: unknown): void {
    const event = { id: `evt_${this.ids.text(24)}`, type, created: this.clock.seconds(), object };
    this.store.events.push(event);
    this.told.tell(event);
  }
}

const unexpectedState = (intent: Intent): StripeRefusal =>
  refuse(
    'payment_intent_unexpected_state',
    'intent',
    `This PaymentIntent has a status of ${intent.status} and cannot be changed so`,
  );
