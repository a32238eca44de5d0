import { Injectable } from '@nestjs/common';
import type { RefundTrouble } from '@qafila/shared/payments/refunds.contract';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { Refund } from '../domain/refunds/refund';
import { REFUNDS, type RefundRow, refundOf } from './refund.repository';

/** The worker looks at once when somebody approved; otherwise the sweep of the minute finds what is due. */
const SOON = `select graphile_worker.add_job('payments.follow_refunds', '{}'::json, job_key := 'payments.follow_refunds')`;
type Key = Pick<Refund, 'companyId' | 'id'>;

/** When refunds at gateways are looked at. */
@Injectable()
export class RefundFollowRepository {
  /** Has approved refunds sent by the worker, those of gateways. */
  async begin(tx: Tx, refunds: readonly Refund[], at: Date): Promise<void> {
    const ids = refunds.filter(({ method }) => method === 'gateway').map(({ id }) => id);
    if (ids.length === 0) return;
    await tx.query('update refunds set follow_at = $2 where id = any($1::uuid[])', [ids, at]);
    await tx.query(SOON);
  }

  /** A hook told of a payment: what was refunded of it is looked at again. */
  async wake(tx: Tx, attemptId: string, at: Date): Promise<void> {
    await tx.query(
      `update refunds set follow_at = $2 where attempt_id = $1 and state in ('sent', 'settled')`,
      [attemptId, at],
    );
  }

  /** Takes refunds that are due for a look, for a while: nobody else looks at them meanwhile. */
  async claim(
    tx: Tx,
    given: { readonly now: Date; readonly until: Date; readonly atMost: number },
  ): Promise<Refund[]> {
    const claimed = await tx.query<{ id: string }>(
      `update refunds set follow_at = $2 where id in (
         select id from refunds where follow_at <= $1 order by follow_at, id limit $3 for update skip locked)
       returning id`,
      [given.now, given.until, given.atMost],
    );
    const rows = await tx.query<RefundRow>(`${REFUNDS} where r.id = any($1::uuid[]) order by r.id`, [
      claimed.map(({ id }) => id),
    ]);
    return rows.map(refundOf);
  }

  /**
   * Lets a refund that could be followed go until later, or for good; what was asked for while it was looked at is not
   * lost.
   */
  async postpone(
    tx: Tx,
    { companyId, id }: Key,
    look: { readonly heldUntil: Date; readonly next: Date | null },
  ): Promise<void> {
    await tx.query(
      `update refunds set follow_at = case when follow_at = $3 then $4 else follow_at end, troubled_at = null, trouble = null
       where company_id = $1 and id = $2`,
      [companyId, id, look.heldUntil, look.next],
    );
  }

  /** Likewise of one that could not be followed, and since when. */
  async stumble(
    tx: Tx,
    { companyId, id }: Key,
    look: {
      readonly heldUntil: Date;
      readonly next: Date | null;
      readonly since: Date;
      readonly trouble: RefundTrouble | null;
    },
  ): Promise<void> {
    await tx.query(
      `update refunds set follow_at = case when follow_at = $3 then $4 else follow_at end, troubled_at = $5, trouble = $6
       where company_id = $1 and id = $2`,
      [companyId, id, look.heldUntil, look.next, look.since, look.trouble],
    );
  }

  /** True when another refund of the attempt is with the gateway and got no answer yet: two at once are two of the same. */
  async isInTheAir(tx: Tx, { companyId, id, attemptId }: Key & Pick<Refund, 'attemptId'>): Promise<boolean> {
    const rows = await tx.query(
      `select id from refunds where company_id = $1 and attempt_id = $2 and id <> $3 and state = 'sent'
         and gateway_refund_id is null`,
      [companyId, attemptId, id],
    );
    return rows.length > 0;
  }
}
