import { Injectable } from '@nestjs/common';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { HookRepository } from '../db/hook.repository';
import type { RemoteGatewayId } from '../domain/attempts/attempt';
import type { Hint, Hook } from '../domain/gateways/gateway';
import { HookRefused } from '../domain/gateways/gateway-failure';
import { OpenGateways } from '../gateways/open-gateways';

/** Proves a call of a gateway and keeps it once. What it means is asked of the gateway afterwards. */
@Injectable()
export class TakeHook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hooks: HookRepository,
    private readonly gateways: OpenGateways,
    private readonly clock: Clock,
  ) {}

  async run(id: RemoteGatewayId, hook: Hook): Promise<{ done: true }> {
    const at = this.clock.now();
    const hint = this.proven(id, hook, at);
    await this.unitOfWork.run(systemScope('hook of a gateway'), (tx) =>
      this.hooks.add(tx, id, { ...hint, at }),
    );
    return { done: true };
  }

  /** Throws `HOOK_REFUSED`, also for a gateway we have no account at. */
  private proven(id: RemoteGatewayId, hook: Hook, at: Date): Hint {
    const gateway = this.gateways.find(id);
    if (!gateway) throw new Problem('HOOK_REFUSED');
    try {
      return gateway.verifyHook(hook, at);
    } catch (error) {
      if (error instanceof HookRefused) throw new Problem('HOOK_REFUSED');
      throw error;
    }
  }
}
