import type { Money } from '@qafila/shared/kernel/money';
import type { AttemptFailure, AttemptFlag } from '@qafila/shared/payments/attempts.contract';
import type { GatewayId, MethodId } from '@qafila/shared/payments/methods';
import { type AttemptState, LIVE_ATTEMPT_STATES } from '@qafila/shared/payments/payments.lifecycle';
import type { RateSnapshot } from '@qafila/shared/payments/quotes.rules';
import type { GatewayRef } from '../gateways/gateway-ref';
import type { Dispute } from '../gateways/snapshot';

/** Gateways that are reached over a line; transfers have their desk. */
export type RemoteGatewayId = Exclude<GatewayId, 'bank_transfer'>;

/** One attempt to pay an order at a gateway. */
export interface Attempt {
  readonly companyId: string;
  readonly id: string;
  readonly orderId: string;
  readonly method: MethodId;
  readonly gateway: RemoteGatewayId;
  readonly state: AttemptState;
  /** What is paid of the order. */
  readonly amount: Money;
  /** The same in the currency of the payment. */
  readonly pay: Money;
  /** `null` where both are of one currency. */
  readonly rate: RateSnapshot | null;
  readonly ref: GatewayRef | null;
  readonly pageUrl: string | null;
  readonly expiresAt: Date;
  /** Another attempt takes its place, or somebody cancelled it: it is ended at the gateway. */
  readonly isEnding: boolean;
  /** What the ledger has of it, in minor units as the gateway tells them. */
  readonly bookedMinor: number;
  /** What the payer's bank took back, likewise. */
  readonly disputedMinor: number;
  /** Of who pays, sealed; gone as soon as the gateway has it. */
  readonly phoneSealed: string | null;
  readonly flag: AttemptFlag | null;
  /** What somebody of the store has looked at, as long as the gateway goes on telling it. */
  readonly settledFlag: AttemptFlag | null;
  /** The last one, won or lost ones too. */
  readonly dispute: Dispute | null;
  readonly failure: AttemptFailure | null;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly version: number;
}

const LIVE: readonly AttemptState[] = LIVE_ATTEMPT_STATES;
/** True while it may be paid by itself. */
export const isLive = ({ state }: Pick<Attempt, 'state'>): boolean => LIVE.includes(state);

/** True when its page should be closed. */
export const isOver = ({ isEnding, expiresAt }: Attempt, now: Date): boolean => isEnding || now >= expiresAt;
