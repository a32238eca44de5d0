import { Injectable, SetMetadata } from '@nestjs/common';
import { Clock } from '../clock/clock';
import type { Tx } from '../database/unit-of-work';
import { newId } from '../ids/new-id';

/** What one module tells the others: past tense, ids and facts, no names. */
export interface OutboxEvent {
  readonly type: string;
  readonly companyId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}
/** An event as a listener gets it. */
export interface DeliveredEvent extends OutboxEvent {
  readonly id: string;
  readonly occurredAt: Date;
}
/** A method that hears events; runs in its own transaction, once for each event. */
export type Listener = (tx: Tx, event: DeliveredEvent) => Promise<void>;

export const LISTENS = Symbol('listens');
/** Marks a provider's method as listener of an event type. Runs in the worker. */
export const Listens = (type: string): MethodDecorator => SetMetadata(LISTENS, type);

/** Records events in the transaction of the change; the worker delivers them afterwards. */
@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  record(tx: Tx, event: OutboxEvent): Promise<void> {
    return this.recordAll(tx, [event]);
  }

  /** Several events with one statement; they are delivered in this order. */
  async recordAll(tx: Tx, events: readonly OutboxEvent[]): Promise<void> {
    const rows = events.map((event) => ({
      id: newId(),
      company_id: event.companyId,
      type: event.type,
      payload: event.payload,
    }));
    await tx.query(
      `with recorded as (
         insert into outbox_event (id, company_id, type, payload, occurred_at)
         select e.id, e.company_id, e.type, e.payload, $2
         from jsonb_to_recordset($1::jsonb) as e (id uuid, company_id uuid, type text, payload jsonb)
       )
       select graphile_worker.add_job('outbox.drain', '{}'::json, job_key := 'outbox.drain')`,
      [JSON.stringify(rows), this.clock.now()],
    );
  }
}
