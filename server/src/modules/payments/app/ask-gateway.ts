import { Injectable } from '@nestjs/common';
import type { AttemptFailure } from '@qafila/shared/payments/attempts.contract';
import { Clock } from '../../../platform/clock/clock';
import { type Attempt, isOver } from '../domain/attempts/attempt';
import type { Gateway, StartInput } from '../domain/gateways/gateway';
import { GatewayRefused } from '../domain/gateways/gateway-failure';
import type { GatewayRef } from '../domain/gateways/gateway-ref';
import { type GatewayAct, type IdempotencyKey, idempotencyKey } from '../domain/gateways/idempotency-key';
import { disagreement, type Snapshot } from '../domain/gateways/snapshot';

/** What the gateway answered for an attempt. */
export type Outcome =
  | { readonly kind: 'placed'; readonly ref: GatewayRef; readonly pageUrl: string }
  | { readonly kind: 'told'; readonly snapshot: Snapshot }
  /** There is no payment at the gateway. */
  | { readonly kind: 'ended'; readonly failure: AttemptFailure };

/** An attempt of which each act is asked for once, however often the worker tries. */
const keyOf = ({ id }: Attempt, act: GatewayAct): IdempotencyKey => idempotencyKey(id, act, 1);

/** The talk with the gateway about one attempt, outside of every transaction: starts, looks, takes held money, ends. */
@Injectable()
export class AskGateway {
  constructor(private readonly clock: Clock) {}

  /** Throws a `GatewayFailure` where the outcome is not known; the same call later changes nothing twice. */
  async run(
    gateway: Gateway,
    attempt: Attempt,
    input: () => Promise<StartInput | AttemptFailure>,
  ): Promise<Outcome> {
    if (attempt.ref !== null) {
      const snapshot = await this.move(gateway, attempt, await gateway.fetch(attempt.ref));
      return { kind: 'told', snapshot };
    }
    if (isOver(attempt, this.clock.now())) return this.look(gateway, attempt);
    const given = await input();
    return typeof given === 'string'
      ? { kind: 'ended', failure: given }
      : this.start(gateway, attempt, given);
  }

  private async start(gateway: Gateway, attempt: Attempt, given: StartInput): Promise<Outcome> {
    try {
      const result = await gateway.start(given, keyOf(attempt, 'start'));
      if (result.kind === 'redirect') return { kind: 'placed', ref: result.ref, pageUrl: result.url };
      return { kind: 'ended', failure: result.kind === 'rejected' ? 'rejected' : 'refused' };
    } catch (error) {
      if (error instanceof GatewayRefused) return { kind: 'ended', failure: 'refused' };
      throw error;
    }
  }

  /** The answer to an earlier start may have been lost: nothing is over before the gateway was asked. */
  private async look(gateway: Gateway, attempt: Attempt): Promise<Outcome> {
    const found = await gateway.findByReference(attempt.id);
    if (found === null) return { kind: 'ended', failure: 'lost' };
    return { kind: 'told', snapshot: await this.move(gateway, attempt, found) };
  }

  private async move(gateway: Gateway, attempt: Attempt, told: Snapshot): Promise<Snapshot> {
    const { capabilities } = gateway;
    const isHeld = told.state === 'authorised';
    if (isOver(attempt, this.clock.now())) {
      const isUnpaid = ['open', 'action_required'].includes(told.state);
      const mayEnd =
        (isUnpaid && capabilities.cancelOpen) || (isHeld && attempt.isEnding && capabilities.void);
      if (mayEnd) return gateway.cancel(told.ref, keyOf(attempt, 'cancel'));
    }
    const isAsked = disagreement({ ourRef: attempt.id, amount: attempt.pay }, told) === null;
    if (isHeld && isAsked) return gateway.capture(told.ref, told.amount, keyOf(attempt, 'capture'));
    return told;
  }
}
