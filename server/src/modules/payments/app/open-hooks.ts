import { Injectable } from '@nestjs/common';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Log } from '../../../platform/log/log';
import { AttemptRepository } from '../db/attempt.repository';
import { HookRepository, type WaitingHook } from '../db/hook.repository';
import { RefundFollowRepository } from '../db/refund-follow.repository';
import { GatewayFailure, PaymentNotFound } from '../domain/gateways/gateway-failure';
import type { Snapshot } from '../domain/gateways/snapshot';
import { OpenGateways } from '../gateways/open-gateways';

const AT_ONCE = 50;

/** Finds the attempt that each kept hook is about and has it looked at. */
@Injectable()
export class OpenHooks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hooks: HookRepository,
    private readonly attempts: AttemptRepository,
    private readonly refunds: RefundFollowRepository,
    private readonly gateways: OpenGateways,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(): Promise<void> {
    for (const hook of await this.apart((tx) => this.hooks.waiting(tx, AT_ONCE))) {
      try {
        await this.open(hook);
      } catch (error) {
        // It stays in the inbox for the next round.
        if (!(error instanceof GatewayFailure)) throw error;
        this.log.warn('hook not looked into', { hookId: hook.id, reason: error.message });
      }
    }
  }

  private async open(hook: WaitingHook): Promise<void> {
    const known = await this.apart((tx) => this.wake(tx, hook, null));
    if (known) return;
    const told = await this.told(hook);
    await this.apart(async (tx) => {
      if (told && (await this.wake(tx, hook, told))) return;
      this.log.warn('hook about a payment that is not ours', { hookId: hook.id });
      await this.hooks.done(tx, { id: hook.id, attemptId: null, at: this.clock.now() });
    });
  }

  private async wake(tx: Tx, hook: WaitingHook, told: Snapshot | null): Promise<boolean> {
    const { id, gateway } = hook;
    const at = this.clock.now();
    const by = { gateway, ref: told?.ref ?? hook.ref, ourRef: told?.ourRef ?? null };
    const attemptId = await this.attempts.wake(tx, at, by);
    if (attemptId !== null) {
      await this.refunds.wake(tx, attemptId, at);
      await this.hooks.done(tx, { id, attemptId, at });
    }
    return attemptId !== null;
  }

  /** The payment under the name the hook gives it; null when the gateway knows none. */
  private async told({ gateway, ref }: WaitingHook): Promise<Snapshot | null> {
    try {
      return (await this.gateways.find(gateway)?.fetch(ref)) ?? null;
    } catch (error) {
      if (error instanceof PaymentNotFound) return null;
      throw error;
    }
  }

  private apart<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.unitOfWork.runApart(systemScope('hooks of gateways'), work);
  }
}
