import { Injectable } from '@nestjs/common';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Log } from '../../../platform/log/log';
import { HookRepository } from '../db/hook.repository';
import type { RemoteGatewayId } from '../domain/attempts/attempt';
import { GatewayFailure } from '../domain/gateways/gateway-failure';
import { OpenGateways } from '../gateways/open-gateways';

const GATEWAYS: readonly RemoteGatewayId[] = ['stripe', 'noon', 'tabby', 'tamara'];
/** A day, and an hour more for a list that came late. */
const BACK_MS = 25 * 3_600_000;

/** What changed since yesterday and no hook told: it joins the inbox, once a day for each payment. */
@Injectable()
export class ListChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hooks: HookRepository,
    private readonly gateways: OpenGateways,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(): Promise<void> {
    for (const id of GATEWAYS) {
      try {
        await this.list(id);
      } catch (error) {
        if (!(error instanceof GatewayFailure)) throw error;
        this.log.warn('changes not listed', { gateway: id, reason: error.message });
      }
    }
  }

  private async list(id: RemoteGatewayId): Promise<void> {
    const gateway = this.gateways.find(id);
    if (!gateway?.capabilities.lists) return;
    const at = this.clock.now();
    for await (const ref of gateway.listSince(new Date(at.getTime() - BACK_MS))) {
      const dedupeKey = `list:${at.toISOString().slice(0, 10)}:${ref}`;
      await this.unitOfWork.runApart(systemScope('changes at gateways'), (tx) =>
        this.hooks.add(tx, id, { dedupeKey, ref, event: 'listed', at }),
      );
    }
  }
}
