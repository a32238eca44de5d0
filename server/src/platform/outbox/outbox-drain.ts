import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { systemScope } from '../access/scope';
import { Clock } from '../clock/clock';
import { UnitOfWork } from '../database/unit-of-work';
import { Job } from '../jobs/job';
import { Log } from '../log/log';
import { type DeliveredEvent, LISTENS, type Listener } from './outbox';

interface EventRow {
  id: string;
  company_id: string | null;
  type: string;
  payload: Record<string, unknown>;
  occurred_at: Date;
}

/** Delivers recorded events, each once to each listener, however often a worker dies. */
@Injectable()
export class OutboxDrain implements OnModuleInit {
  private readonly listeners = new Map<string, { name: string; hear: Listener }[]>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
        const handler = (instance as Record<string, Listener>)[method];
        const type = handler && this.reflector.get<string | undefined>(LISTENS, handler);
        if (!handler || !type) continue;
        const name = `${instance.constructor.name}.${method}`;
        this.listeners.set(type, [
          ...(this.listeners.get(type) ?? []),
          { name, hear: handler.bind(instance) },
        ]);
      }
    }
  }

  /** Delivers until nothing waits. An event that fails is logged and stays for the next run. */
  @Job({ name: 'outbox.drain', cron: '* * * * *' })
  async run(): Promise<void> {
    const failed: string[] = [];
    for (;;) {
      const waiting = await this.unitOfWork.runApart(systemScope('outbox'), (tx) =>
        tx.query<{ id: string }>(
          'select id from outbox_event where done_at is null and id <> all($1::uuid[]) order by id limit 50',
          [failed],
        ),
      );
      if (waiting.length === 0) break;
      for (const { id } of waiting) {
        try {
          await this.deliver(id);
        } catch (error) {
          failed.push(id);
          this.log.error('outbox event failed', { eventId: id, error });
        }
      }
    }
    if (failed.length > 0) throw new Error(`${failed.length} outbox events wait for another try`);
  }

  private async deliver(id: string): Promise<void> {
    await this.unitOfWork.runApart(systemScope('outbox'), async (tx) => {
      const [row] = await tx.query<EventRow>(
        'select id, company_id, type, payload, occurred_at from outbox_event where id = $1 and done_at is null for update',
        [id],
      );
      if (!row) return;
      const event: DeliveredEvent = {
        id: row.id,
        type: row.type,
        companyId: row.company_id,
        payload: row.payload,
        occurredAt: row.occurred_at,
      };
      for (const listener of this.listeners.get(row.type) ?? []) {
        const fresh = await tx.query(
          'insert into outbox_delivery (event_id, listener, delivered_at) values ($1, $2, $3) on conflict do nothing returning event_id',
          [id, listener.name, this.clock.now()],
        );
        if (fresh.length > 0) await listener.hear(tx, event);
      }
      await tx.query('update outbox_event set done_at = $2 where id = $1', [id, this.clock.now()]);
    });
  }
}
