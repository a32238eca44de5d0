import { METHOD_IDS, type MethodId } from '@qafila/shared/payments/methods';
import type Stripe from 'stripe';
import { gatewayRef } from '../../domain/gateways/gateway-ref';
import {
  type Dispute,
  type RefundSnapshot,
  type RefundState,
  type Snapshot,
  type SnapshotState,
  stateOfCaptured,
} from '../../domain/gateways/snapshot';
import { fromStripe } from './stripe-amounts';

type Session = Stripe.Checkout.Session;
type Intent = Stripe.PaymentIntent;

/** What a session must be asked with for a snapshot to be made of it. */
export const EXPAND = ['payment_intent.latest_charge'];

/** The intent of an expanded session; null before the payer pressed anything. */
export function intentOf(session: Session): Intent | null {
  return typeof session.payment_intent === 'object' ? session.payment_intent : null;
}

/** True when the payer's bank asked for money back at some time; Stripe never takes that mark away. */
export const wasDisputed = (session: Session): boolean => chargeOf(intentOf(session))?.disputed === true;

const chargeOf = (intent: Intent | null): Stripe.Charge | null =>
  intent !== null && typeof intent.latest_charge === 'object' ? intent.latest_charge : null;

const DISPUTE_ENDS: Readonly<Record<string, Dispute['state']>> = {
  lost: 'lost',
  won: 'won',
  warning_closed: 'won',
  prevented: 'won',
};

/** A dispute in our words; one we do not know the word of is open. */
export function disputeOf(dispute: Stripe.Dispute): Dispute {
  const dueBy = dispute.evidence_details.due_by;
  return {
    id: dispute.id,
    state: DISPUTE_ENDS[dispute.status] ?? 'open',
    amount: fromStripe(dispute.amount, dispute.currency),
    reason: dispute.reason,
    answerBy: dueBy === null ? null : new Date(dueBy * 1000),
  };
}

/** What is known beside the session. */
export interface Beside {
  readonly dispute: Dispute | null;
  readonly fetchedAt: Date;
}

/** A session, its intent and its charge as one payment. */
export function snapshotOf(session: Session, { dispute, fetchedAt }: Beside): Snapshot {
  const intent = intentOf(session);
  const charge = chargeOf(intent);
  const { currency } = session;
  const amount = fromStripe(session.amount_total, currency);
  const captured = fromStripe(charge?.amount_captured ?? 0, currency);
  return {
    ref: gatewayRef(session.id),
    ourRef: session.client_reference_id ?? '',
    state: isContested(dispute) ? 'disputed' : stateOf(session, intent, stateOfCaptured(captured, amount)),
    amount,
    authorised: fromStripe(charge?.amount ?? 0, currency),
    captured,
    refunded: fromStripe(charge?.amount_refunded ?? 0, currency),
    method: methodOf(charge?.payment_method_details ?? null),
    dispute,
    rawState: [session.status, session.payment_status, intent?.status].filter(Boolean).join('/'),
    fetchedAt,
  };
}

const isContested = (dispute: Dispute | null): boolean => dispute !== null && dispute.state !== 'won';

/** States of a session whose page is still open. A declined try leaves it open: the payer may try another card. */
const OPEN: Readonly<Record<string, SnapshotState>> = {
  requires_action: 'action_required',
  processing: 'processing',
};
/** States of a session whose page is done with. */
const DONE: Readonly<Record<string, SnapshotState>> = {
  requires_capture: 'authorised',
  requires_action: 'action_required',
  processing: 'processing',
  requires_payment_method: 'failed',
  canceled: 'cancelled',
};

function stateOf(session: Session, intent: Intent | null, whenPaid: SnapshotState): SnapshotState {
  const word = intent?.status ?? '';
  if (session.status === 'expired') return 'expired';
  if (session.status === 'open') return OPEN[word] ?? 'open';
  if (session.status !== 'complete') return 'unknown';
  return session.payment_status === 'paid' ? whenPaid : (DONE[word] ?? 'unknown');
}

/** A card is told by its wallet, else by its brand. */
function methodOf(details: Stripe.Charge.PaymentMethodDetails | null): MethodId | null {
  const name = details?.type === 'card' ? (details.card?.wallet?.type ?? details.card?.brand) : details?.type;
  return METHOD_IDS.find((method) => method === name) ?? null;
}

const REFUND_STATES: Readonly<Record<string, RefundState>> = {
  pending: 'sent',
  requires_action: 'sent',
  succeeded: 'settled',
  failed: 'failed',
  canceled: 'failed',
};

/** A refund as Stripe tells it; a word we do not know counts as sent, which settles nothing. */
export function refundOf(refund: Stripe.Refund, ref: Snapshot['ref']): RefundSnapshot {
  return {
    id: refund.id,
    ref,
    state: REFUND_STATES[refund.status ?? ''] ?? 'sent',
    amount: fromStripe(refund.amount, refund.currency),
    rawState: refund.status ?? '',
  };
}
