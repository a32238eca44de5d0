import type { Locale } from '@qafila/shared/kernel/locale';
import type { Money } from '@qafila/shared/kernel/money';
import type { GatewayId, MethodId } from '@qafila/shared/payments/methods';
import type { GatewayRef } from './gateway-ref';
import type { IdempotencyKey } from './idempotency-key';
import type { RefundSnapshot, Snapshot } from './snapshot';

/** What a gateway can do. Whatever it cannot is refused by its adapter with `NotSupported`. */
export interface Capabilities {
  readonly methods: readonly MethodId[];
  /** Money may be held first and taken later. */
  readonly authorise: boolean;
  readonly partialCapture: boolean;
  /** A payment nobody made yet may be ended. */
  readonly cancelOpen: boolean;
  /** Held money may be let go. */
  readonly void: boolean;
  /** A second `start` with a key answers with the first; otherwise only the page of the last one is known to anybody. */
  readonly repeatableStart: boolean;
  readonly refund: boolean;
  readonly partialRefund: boolean;
  /** A refund may fail after it was accepted. */
  readonly asyncRefund: boolean;
  /** Days after the payment in which a refund is taken; none where the gateway names none. */
  readonly refundWindowDays?: number;
  /** The trader pays on a page of the gateway. */
  readonly hostedPage: boolean;
  readonly hooks: boolean;
  /** Hooks carry an id of their own; otherwise a hash of what they say stands for it. */
  readonly hookIds: boolean;
  /** `listSince` tells what changed. */
  readonly lists: boolean;
}

/** Who pays: only gateways of consumer credit are told. */
export interface Contact {
  readonly name: string;
  readonly email: string;
  /** E.164. */
  readonly phone: string;
  readonly city: string;
  readonly street: string;
  readonly postalCode: string;
  /** ISO 3166-1. */
  readonly country: string;
}

/** One attempt to pay, as the gateway is asked for it. Amounts are frozen by the attempt. */
export interface StartInput {
  /** Our id of the attempt: the reference the gateway keeps. */
  readonly ourRef: string;
  /** What the payer recognises: the order's code. Nothing else of the order leaves the house. */
  readonly orderCode: string;
  readonly amount: Money;
  readonly method: MethodId;
  /** Take the money at once where the gateway does that, or hold it until `capture`. Credit is always held first. */
  readonly take: 'now' | 'later';
  readonly locale: Locale;
  /** Where the browser comes back to. It says nothing of the payment: only `fetch` does. */
  readonly returnUrl: string;
  readonly cancelUrl: string;
  /** Where the gateway sends its hooks, for those that are told with each payment. */
  readonly hookUrl: string;
  readonly expiresAt: Date;
  readonly contact: Contact;
}
export type StartResult =
  | { readonly kind: 'redirect'; readonly ref: GatewayRef; readonly url: string }
  | {
      readonly kind: 'instructions';
      readonly ref: GatewayRef;
      readonly iban: string;
      readonly reference: string;
      readonly deadline: Date;
    }
  /** The gateway will not serve this payer; `code` is its word for it and is shown to nobody. */
  | { readonly kind: 'rejected'; readonly code: string };

export interface RefundInput {
  readonly ref: GatewayRef;
  readonly amount: Money;
  /** For the gateway's own records, in English. */
  readonly reason: string;
}

/** A call from outside, exactly as it came. */
export interface Hook {
  readonly raw: Uint8Array;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
}
/** What a proven hook makes us look at. It never carries an amount: the truth is `fetch`. */
export interface Hint {
  /** The same for every delivery of one hook, and for no other. */
  readonly dedupeKey: string;
  readonly ref: GatewayRef;
  /** The gateway's word for what happened, for the log. */
  readonly event: string;
  readonly occurredAt?: Date;
}

/**
 * Somebody outside who takes money for us. An adapter talks and translates; it keeps nothing, decides nothing and
 * books nothing. Failures are those of `gateway-failure.ts`. A call that changes something takes a key, and a
 * second call with the key changes nothing more; two at once for one payment are the caller's to prevent, by the lock
 * of the attempt.
 */
export interface Gateway {
  readonly id: GatewayId;
  readonly capabilities: Capabilities;
  start(given: StartInput, key: IdempotencyKey): Promise<StartResult>;
  /** The truth about a payment. A hint's `ref` may be another name for it; `Snapshot.ref` is the one to keep. */
  fetch(ref: GatewayRef): Promise<Snapshot>;
  /** The payment of an attempt whose `start` got no answer; null when the gateway has none. */
  findByReference(ourRef: string): Promise<Snapshot | null>;
  /** Takes held money, whole or in part. */
  capture(ref: GatewayRef, amount: Money, key: IdempotencyKey): Promise<Snapshot>;
  /** Lets held money go, or ends a payment nobody made yet. One that is paid meanwhile is told as it is. */
  cancel(ref: GatewayRef, key: IdempotencyKey): Promise<Snapshot>;
  refund(given: RefundInput, key: IdempotencyKey): Promise<RefundSnapshot>;
  fetchRefund(ref: GatewayRef, refundId: string): Promise<RefundSnapshot>;
  /** Proves a hook. Throws `HookRefused`; changes nothing. */
  verifyHook(hook: Hook, now: Date): Hint;
  /** Payments that changed since, each once; for what no hook told us. */
  listSince(since: Date): AsyncIterable<GatewayRef>;
}
