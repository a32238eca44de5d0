import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import type { RemoteGatewayId } from '../domain/attempts/attempt';
import type { Hint } from '../domain/gateways/gateway';
import { type GatewayRef, gatewayRef } from '../domain/gateways/gateway-ref';

/** A proven call of a gateway that nobody has looked into. */
export interface WaitingHook {
  readonly id: string;
  readonly gateway: RemoteGatewayId;
  readonly ref: GatewayRef;
}

/** The inbox of gateways. Needs a system or staff scope. */
@Injectable()
export class HookRepository {
  /** Keeps a hint, once for all its deliveries. */
  async add(tx: Tx, gateway: RemoteGatewayId, hint: Hint & { readonly at: Date }): Promise<void> {
    const kept = await tx.query(
      `insert into gateway_hooks (id, gateway, dedupe_key, ref, event, occurred_at, received_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
      [newId(), gateway, hint.dedupeKey, hint.ref, hint.event, hint.occurredAt ?? null, hint.at],
    );
    if (kept.length > 0)
      await tx.query(
        `select graphile_worker.add_job('payments.follow_attempts', '{}'::json, job_key := 'payments.follow_attempts')`,
      );
  }

  async waiting(tx: Tx, atMost: number): Promise<WaitingHook[]> {
    const rows = await tx.query<{ id: string; gateway: RemoteGatewayId; ref: string }>(
      'select id, gateway, ref from gateway_hooks where handled_at is null order by received_at, id limit $1',
      [atMost],
    );
    return rows.map(({ id, gateway, ref }) => ({ id, gateway, ref: gatewayRef(ref) }));
  }

  async done(
    tx: Tx,
    given: { readonly id: string; readonly attemptId: string | null; readonly at: Date },
  ): Promise<void> {
    await tx.query('update gateway_hooks set handled_at = $2, attempt_id = $3 where id = $1', [
      given.id,
      given.at,
      given.attemptId,
    ]);
  }
}
