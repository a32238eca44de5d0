/** What Stripe holds, as far as a hosted payment goes. Amounts are in the interface's smallest unit. */
export interface Session {
  readonly id: string;
  readonly created: number;
  readonly expiresAt: number;
  readonly clientReference: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly intentMetadata: Readonly<Record<string, string>>;
  readonly captureMethod: 'automatic' | 'manual';
  readonly successUrl: string;
  readonly cancelUrl: string;
  readonly locale: string;
  readonly lineName: string;
  amount: number;
  currency: string;
  status: string;
  intent: Intent | null;
  /** The button pressed last, while a further page asks for something. */
  pending: string | null;
}
export interface Intent {
  readonly id: string;
  readonly created: number;
  readonly session: Session;
  status: string;
  lastError: string | null;
  charge: Charge | null;
}
export interface Charge {
  readonly id: string;
  readonly created: number;
  method: string;
  amount: number;
  captured: number;
  refunded: number;
  disputed: boolean;
}
export interface Refund {
  readonly id: string;
  readonly created: number;
  readonly intent: Intent;
  amount: number;
  readonly reason: string;
  readonly metadata: Readonly<Record<string, string>>;
  status: string;
}
export interface Dispute {
  readonly id: string;
  readonly created: number;
  readonly intent: Intent;
  status: string;
}
export interface StripeEvent {
  readonly id: string;
  readonly type: string;
  readonly created: number;
  readonly object: unknown;
}

/** Everything of one account, in the order it was made. */
export class StripeStore {
  readonly sessions: Session[] = [];
  readonly refunds: Refund[] = [];
  readonly disputes: Dispute[] = [];
  readonly events: StripeEvent[] = [];

  session(id: string): Session | undefined {
    return this.sessions.find((each) => each.id === id);
  }

  intent(id: string): Intent | undefined {
    return this.sessions.flatMap((each) => each.intent ?? []).find((each) => each.id === id);
  }

  refund(id: string): Refund | undefined {
    return this.refunds.find((each) => each.id === id);
  }
}
