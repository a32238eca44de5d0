import { Injectable } from '@nestjs/common';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { oneRow, type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Log } from '../../../platform/log/log';
import { AttemptRepository } from '../db/attempt.repository';
import { RefundFollowRepository } from '../db/refund-follow.repository';
import type { Attempt } from '../domain/attempts/attempt';
import type { Gateway } from '../domain/gateways/gateway';
import { GatewayFailure, GatewayRefused, NotSupported } from '../domain/gateways/gateway-failure';
import { idempotencyKey } from '../domain/gateways/idempotency-key';
import type { RefundSnapshot } from '../domain/gateways/snapshot';
import type { Refund } from '../domain/refunds/refund';
import { afterStumble, RefundStuck, TRY_AGAIN_MS } from '../domain/refunds/refund-trouble';
import { OpenGateways } from '../gateways/open-gateways';
import { ApplyRefund } from './apply-refund';
import { ReleaseRefund } from './release-refund';

/** Longer than any talk with a gateway takes: a worker that died leaves its refunds to the next one. */
const HOLD_MS = 3 * 60_000;
const AT_ONCE = 20;
/** For the gateway's own records. */
const REASON = 'Refund by the seller';

/**
 * Sends approved refunds to their gateways, and looks at those that were sent until they have arrived. One that cannot
 * be followed is tried less and less often, and shown to finance.
 */
@Injectable()
export class FollowRefunds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly due: RefundFollowRepository,
    private readonly attempts: AttemptRepository,
    private readonly gateways: OpenGateways,
    private readonly release: ReleaseRefund,
    private readonly apply: ApplyRefund,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const until = new Date(now.getTime() + HOLD_MS);
      const refunds = await this.apart((tx) => this.due.claim(tx, { now, until, atMost: AT_ONCE }));
      if (refunds.length === 0) return;
      // One after the other: two for one payment at once are the caller's to prevent.
      for (const refund of refunds) await this.follow(refund, until);
    }
  }

  private async follow(refund: Refund, heldUntil: Date): Promise<void> {
    try {
      const released = await this.apart((tx) => this.release.run(tx, refund));
      if (released === 'wait') return await this.postpone(refund, heldUntil, TRY_AGAIN_MS);
      if (released === 'over') return await this.postpone(refund, heldUntil, null);
      const told = await this.ask(released);
      await this.apart((tx) => this.apply.run(tx, released, { told, heldUntil }));
    } catch (error) {
      const isOutside = error instanceof GatewayFailure;
      this.log[isOutside ? 'warn' : 'error']('refund not followed', {
        refundId: refund.id,
        error: String(error),
      });
      const look = { heldUntil, ...afterStumble(refund, error, this.clock.now()) };
      await this.apart((tx) => this.due.stumble(tx, refund, look));
    }
  }

  /** What the gateway says of it; null when it refuses and nothing was done. Asked again, it does nothing twice. */
  private async ask(refund: Refund): Promise<RefundSnapshot | null> {
    const { attempt, gateway } = await this.wayOf(refund);
    if (attempt.ref === null) return null;
    if (refund.gatewayRefundId !== null) return gateway.fetchRefund(attempt.ref, refund.gatewayRefundId);
    const key = idempotencyKey(attempt.id, 'refund', refund.actCount ?? 1);
    try {
      return await gateway.refund({ ref: attempt.ref, amount: refund.pay, reason: REASON }, key);
    } catch (error) {
      if (error instanceof GatewayRefused || error instanceof NotSupported) return null;
      throw error;
    }
  }

  private async wayOf(refund: Refund): Promise<{ readonly attempt: Attempt; readonly gateway: Gateway }> {
    const attempt = await this.apart(async (tx) =>
      oneRow(await this.attempts.read(tx, { companyId: refund.companyId, id: refund.attemptId ?? '' })),
    );
    const gateway = this.gateways.find(attempt.gateway);
    if (!gateway) throw new RefundStuck('no_account');
    return { attempt, gateway };
  }

  private postpone(refund: Refund, heldUntil: Date, milliseconds: number | null): Promise<void> {
    const next = milliseconds === null ? null : new Date(this.clock.now().getTime() + milliseconds);
    return this.apart((tx) => this.due.postpone(tx, refund, { heldUntil, next }));
  }

  private apart<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.unitOfWork.runApart(systemScope('refunds at gateways'), work);
  }
}
