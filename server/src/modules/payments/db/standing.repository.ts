import { Injectable } from '@nestjs/common';
import { type Heard, isDown } from '@qafila/shared/payments/payments.rules';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { RemoteGatewayId } from '../domain/attempts/attempt';

export interface Standing extends Heard {
  readonly answeredAt: Date | null;
  readonly lastHookAt: Date | null;
}
/** What the last calls of one gateway came to. */
export interface HeardNow {
  readonly gateway: RemoteGatewayId;
  /** Why there was no answer; `null` where there was one. */
  readonly fault: string | null;
}

/** How gateways answered the worker, for whoever offers their methods: each process has lines of its own. */
@Injectable()
export class StandingRepository {
  async note(tx: Tx, at: Date, heard: readonly HeardNow[]): Promise<void> {
    if (heard.length === 0) return;
    await tx.query(
      `insert into gateway_standings as s (gateway, answered_at, failed_at, failures, fault)
       select h.gateway, case when h.fault is null then $2::timestamptz end,
         case when h.fault is not null then $2::timestamptz end, case when h.fault is null then 0 else 1 end, h.fault
       from jsonb_to_recordset($1::jsonb) as h (gateway text, fault text)
       on conflict (gateway) do update set
         answered_at = coalesce(excluded.answered_at, s.answered_at),
         failed_at = coalesce(excluded.failed_at, s.failed_at),
         failures = case when excluded.fault is null then 0 else s.failures + 1 end,
         fault = coalesce(excluded.fault, s.fault)`,
      [JSON.stringify(heard), at],
    );
  }

  /** Gateways that do not answer now. */
  async down(tx: Tx, now: Date): Promise<ReadonlySet<RemoteGatewayId>> {
    const rows = await tx.query<{ gateway: RemoteGatewayId; failed_at: Date | null; failures: number }>(
      'select gateway, failed_at, failures from gateway_standings',
    );
    const silent = rows.filter(({ failed_at: failedAt, failures }) => isDown({ failedAt, failures }, now));
    return new Set(silent.map(({ gateway }) => gateway));
  }

  /** How each gateway was heard of; its last hook too. Needs a staff scope. */
  async all(tx: Tx): Promise<ReadonlyMap<RemoteGatewayId, Standing>> {
    const rows = await tx.query<{
      gateway: RemoteGatewayId;
      answered_at: Date | null;
      failed_at: Date | null;
      failures: number | null;
      last_hook_at: Date | null;
    }>(
      `select g.gateway, s.answered_at, s.failed_at, s.failures, h.last_hook_at
       from unnest(array['stripe', 'noon', 'tabby', 'tamara']) as g (gateway)
       left join gateway_standings s on s.gateway = g.gateway
       cross join lateral (select max(received_at) as last_hook_at from gateway_hooks
         where gateway = g.gateway and event <> 'listed') h`,
    );
    return new Map(
      rows.map((row) => [
        row.gateway,
        {
          answeredAt: row.answered_at,
          failedAt: row.failed_at,
          failures: row.failures ?? 0,
          lastHookAt: row.last_hook_at,
        },
      ]),
    );
  }
}
