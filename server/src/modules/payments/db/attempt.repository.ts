import { Injectable } from '@nestjs/common';
import type { Money } from '@qafila/shared/kernel/money';
import type { MethodId } from '@qafila/shared/payments/methods';
import { LIVE_ATTEMPT_STATES, paymentAttemptLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { RateSnapshot } from '@qafila/shared/payments/quotes.rules';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import type { Attempt, RemoteGatewayId } from '../domain/attempts/attempt';
import type { Followed } from '../domain/attempts/follow-snapshot';
import type { GatewayRef } from '../domain/gateways/gateway-ref';
import type { Dispute } from '../domain/gateways/snapshot';
import { ATTEMPT_FIELDS, type AttemptSqlRow, attemptOf } from './attempt.mapper';

const FIELDS = ATTEMPT_FIELDS.join(', ');
/** The worker looks at once when somebody waits; otherwise the sweep of the minute finds what is due. */
const SOON = `select graphile_worker.add_job('payments.follow_attempts', '{}'::json, job_key := 'payments.follow_attempts')`;

export interface NewAttempt {
  readonly companyId: string;
  readonly id: string;
  readonly orderId: string;
  readonly method: MethodId;
  readonly gateway: RemoteGatewayId;
  readonly amount: Money;
  readonly pay: Money;
  readonly rate: RateSnapshot | null;
  readonly expiresAt: Date;
  readonly phoneSealed: string | null;
  readonly personId: string;
  readonly at: Date;
}
/** When an attempt is looked at next: what was asked for while it was looked at is not lost. */
export interface NextLook {
  /** Until when the look that ends now held the attempt. */
  readonly heldUntil: Date;
  readonly next: Date | null;
  readonly at: Date;
}
const NEXT =
  'follow_at = case when follow_at = $3 then $4 else follow_at end, changed_at = $5, version = version + 1';
type Key = Pick<Attempt, 'companyId' | 'id'>;

@Injectable()
export class AttemptRepository {
  async add(tx: Tx, given: NewAttempt): Promise<void> {
    await tx.query(
      `insert into payment_attempts (company_id, id, order_id, method, gateway, state, amount_minor, currency, pay_minor,
         pay_currency, rate, expires_at, is_ending, booked_minor, disputed_minor, follow_at, started_by, started_at,
         changed_at, phone_enc, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, false, 0, 0, $13, $14, $13, $13, $15, 1)`,
      [
        given.companyId,
        given.id,
        given.orderId,
        given.method,
        given.gateway,
        paymentAttemptLifecycle.initial,
        given.amount.minor,
        given.amount.currency,
        given.pay.minor,
        given.pay.currency,
        given.rate === null ? null : JSON.stringify(given.rate),
        given.expiresAt,
        given.at,
        given.personId,
        given.phoneSealed,
      ],
    );
    await tx.query(SOON);
  }

  async read(tx: Tx, { companyId, id }: Key): Promise<Attempt[]> {
    const rows = await tx.query<AttemptSqlRow>(
      `select ${FIELDS} from payment_attempts where company_id = $1 and id = $2`,
      [companyId, id],
    );
    return rows.map(attemptOf);
  }

  /** Attempts to pay an order, the newest first. */
  async ofOrder(tx: Tx, companyId: string, orderId: string): Promise<Attempt[]> {
    const rows = await tx.query<AttemptSqlRow>(
      `select ${FIELDS} from payment_attempts where company_id = $1 and order_id = $2 order by id desc`,
      [companyId, orderId],
    );
    return rows.map(attemptOf);
  }

  /** What was taken for an order, or for anything of a company, the newest first. */
  async paid(tx: Tx, companyId: string, orderId: string | null): Promise<Attempt[]> {
    const rows = await tx.query<AttemptSqlRow>(
      `select ${FIELDS} from payment_attempts where company_id = $1 and ($2::uuid is null or order_id = $2)
         and booked_minor > 0 order by id desc limit 8`,
      [companyId, orderId],
    );
    return rows.map(attemptOf);
  }

  /** The attempt, held still until the transaction ends. */
  async lock(tx: Tx, { companyId, id }: Key): Promise<Attempt> {
    const rows = await tx.query<AttemptSqlRow>(
      `select ${FIELDS} from payment_attempts where company_id = $1 and id = $2 for update`,
      [companyId, id],
    );
    return attemptOf(oneRow(rows));
  }

  /** Takes attempts that are due for a look, for a while: nobody else looks at them meanwhile. */
  async claim(
    tx: Tx,
    given: { readonly now: Date; readonly until: Date; readonly atMost: number },
  ): Promise<Attempt[]> {
    const rows = await tx.query<AttemptSqlRow>(
      `update payment_attempts set follow_at = $2 where id in (
         select id from payment_attempts where follow_at <= $1 order by follow_at, id limit $3 for update skip locked)
       returning ${FIELDS}`,
      [given.now, given.until, given.atMost],
    );
    return rows.map(attemptOf);
  }

  /** True when one attempt was taken for a look by this call. */
  async claimOne(tx: Tx, { id }: Key, given: { readonly now: Date; readonly until: Date }): Promise<boolean> {
    const rows = await tx.query(
      'update payment_attempts set follow_at = $3 where id = $1 and follow_at <= $2 returning id',
      [id, given.now, given.until],
    );
    return rows.length > 0;
  }

  /** The page is known. */
  async place(
    tx: Tx,
    { companyId, id }: Key,
    given: NextLook & { readonly ref: GatewayRef; readonly pageUrl: string },
  ): Promise<void> {
    await tx.query(
      `update payment_attempts set gateway_ref = $6, page_url = $7, phone_enc = null, ${NEXT} where company_id = $1 and id = $2`,
      [companyId, id, given.heldUntil, given.next, given.at, given.ref, given.pageUrl],
    );
  }

  /** What a look found. */
  async advance(
    tx: Tx,
    { companyId, id }: Key,
    given: NextLook &
      Followed & {
        readonly ref: GatewayRef | null;
        readonly bookedMinor: number;
        readonly disputedMinor: number;
        readonly rawState: string | null;
        readonly dispute: Dispute | null;
      },
  ): Promise<void> {
    await tx.query(
      `update payment_attempts set state = $6, flag = $7, failure = $8, gateway_ref = coalesce(gateway_ref, $9),
         booked_minor = $10, disputed_minor = $11, raw_state = $12, settled_flag = $13, dispute = $14,
         phone_enc = null, ${NEXT} where company_id = $1 and id = $2`,
      [
        companyId,
        id,
        given.heldUntil,
        given.next,
        given.at,
        given.state,
        given.flag,
        given.failure,
        given.ref,
        given.bookedMinor,
        given.disputedMinor,
        given.rawState,
        given.settledFlag,
        given.dispute === null ? null : JSON.stringify(given.dispute),
      ],
    );
  }

  /** Lets an attempt go until later: its gateway gave no answer. */
  async postpone(tx: Tx, { companyId, id }: Key, look: NextLook): Promise<void> {
    await tx.query(`update payment_attempts set ${NEXT} where company_id = $1 and id = $2`, [
      companyId,
      id,
      look.heldUntil,
      look.next,
      look.at,
    ]);
  }

  /** Asks for the end of what lives of an order's attempts. Returns their ids. */
  async endAll(
    tx: Tx,
    at: Date,
    order: { readonly companyId: string; readonly orderId: string },
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `update payment_attempts set is_ending = true, follow_at = $3, changed_at = $3, version = version + 1
       where company_id = $1 and order_id = $2 and state = any($4) and not is_ending returning id`,
      [order.companyId, order.orderId, at, LIVE_ATTEMPT_STATES],
    );
    if (rows.length > 0) await tx.query(SOON);
    return rows.map(({ id }) => id);
  }

  /** Has an attempt looked at now: by the gateway's name for it, or by ours. Its id, if there is one. */
  async wake(
    tx: Tx,
    at: Date,
    by: { readonly gateway: RemoteGatewayId; readonly ref: string; readonly ourRef: string | null },
  ): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `update payment_attempts set follow_at = $4, gateway_ref = coalesce(gateway_ref, $2)
       where gateway = $1 and (gateway_ref = $2 or id::text = $3) returning id`,
      [by.gateway, by.ref, by.ourRef, at],
    );
    return row?.id ?? null;
  }

  /** Has an attempt looked at now. */
  async wakeOne(tx: Tx, at: Date, { companyId, id }: Key): Promise<void> {
    await tx.query('update payment_attempts set follow_at = $3 where company_id = $1 and id = $2', [
      companyId,
      id,
      at,
    ]);
    await tx.query(SOON);
  }
}
