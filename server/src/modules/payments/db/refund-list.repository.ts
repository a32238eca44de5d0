import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import type { REFUND_VIEWS } from '@qafila/shared/payments/refunds.contract';
import { CURSOR_PART, decodeCursor } from '../../../platform/database/cursor';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { Refund } from '../domain/refunds/refund';
import { ORDER_SUMS } from './ledger-sql';
import { REFUNDS, type RefundRow, refundOf } from './refund.repository';
import { CREDIT_LEFT, ORDER_LEFT, type RefundSource } from './refund-money.repository';

export type RefundsView = (typeof REFUND_VIEWS)[number];
/** What waits for finance, and since when the oldest does. */
export interface RefundsWaiting {
  readonly second: Waiting;
  readonly toSend: Waiting;
  readonly failed: Waiting;
}
interface Waiting {
  readonly count: number;
  readonly oldest: Date | null;
}
/** An order, or a company's credit, with money that may go back. */
export interface RefundableRow extends RefundSource {
  readonly company: string;
  readonly orderCode: string | null;
  readonly left: Money;
}
/** A match whose payer's account is known, the newest of each account. */
export interface PayerRow {
  readonly matchId: string;
  readonly account: NonNullable<Refund['account']>;
  readonly paidAt: Date;
}
interface FoundRow {
  company_id: string;
  company: string;
  order_id: string | null;
  order_code: string | null;
  currency: Currency;
  left_minor: string;
}

const IS_REPLACED = `exists (select 1 from refunds n where n.company_id = r.company_id and n.replaces_id = r.id
  and n.state <> 'withdrawn')`;
/** With a gateway, and nothing of it goes on by itself. */
const IS_TROUBLED = `(r.state = 'sent' and r.trouble is not null)`;
const IN_VIEW = {
  second: `r.state = 'asked'`,
  to_send: `r.state = 'approved'`,
  on_way: `(r.state = 'sent' and r.trouble is null)`,
  failed: `(r.state = 'failed' and not ${IS_REPLACED} or ${IS_TROUBLED})`,
  done: `(r.state in ('settled', 'withdrawn') or r.state = 'failed' and ${IS_REPLACED})`,
} as const;
/** Whatever waits for a person: the oldest first. */
const OLDEST_FIRST = `($1::uuid is null or r.id > $1::uuid) order by r.id limit $2`;
const NEWEST_FIRST = `($1::uuid is null or r.id < $1::uuid) order by r.id desc limit $2`;
const PAGE_OF = {
  second: OLDEST_FIRST,
  to_send: OLDEST_FIRST,
  on_way: NEWEST_FIRST,
  failed: OLDEST_FIRST,
  done: NEWEST_FIRST,
} as const;
const MOST_FOUND = 8;

const ORDERS = `select t.company_id, c.name_latin as company, t.order_id, t.code as order_code, t.currency,
    ${ORDER_LEFT} as left_minor
  from (select company_id, id as order_id, code, currency, submitted_at from orders where submitted_at is not null) t
  join companies c on c.id = t.company_id cross join lateral (${ORDER_SUMS}) b
  where ($1 <> '' and (strpos(lower(t.code), $1) > 0 or strpos(lower(c.name_latin), $1) > 0
      or strpos(lower(coalesce(c.name_arabic, '')), $1) > 0)
    or t.order_id = (select order_id from payment_attempts where id = $2::uuid))
    and b.received_minor > 0 and ${ORDER_LEFT} > 0
  order by t.submitted_at desc, t.order_id limit $3`;
const CREDITS = `select k.company_id, c.name_latin as company, null as order_id, null as order_code, k.currency, k.left_minor
  from (${CREDIT_LEFT}) k join companies c on c.id = k.company_id
  where k.left_minor > 0 and ($1 = '' and $2::uuid is null or k.company_id = (select company_id from payment_attempts
      where id = $2::uuid)
    or $1 <> '' and (strpos(lower(c.name_latin), $1) > 0 or strpos(lower(coalesce(c.name_arabic, '')), $1) > 0
      or exists (select 1 from orders o where o.company_id = k.company_id and strpos(lower(o.code), $1) > 0)))
  order by c.name_latin, k.company_id, k.currency limit $3`;

const foundOf = (row: FoundRow): RefundableRow => ({
  source: row.order_id === null ? 'credit' : 'order',
  companyId: row.company_id,
  company: row.company,
  orderId: row.order_id,
  orderCode: row.order_code,
  left: money(Number(row.left_minor), row.currency),
});

/** Refunds as finance lists them, and what could be one. */
@Injectable()
export class RefundListRepository {
  /** One more than asked for, when there is one: the sign of a next page. */
  async page(
    tx: Tx,
    asked: { readonly view: RefundsView; readonly after?: string | undefined; readonly limit: number },
  ): Promise<Refund[]> {
    const [after = null] = decodeCursor(asked.after, [CURSOR_PART.id]);
    const rows = await tx.query<RefundRow>(
      `${REFUNDS} where ${IN_VIEW[asked.view]} and ${PAGE_OF[asked.view]}`,
      [after, asked.limit + 1],
    );
    return rows.map(refundOf);
  }

  async counts(tx: Tx): Promise<Readonly<Record<RefundsView, number>>> {
    const [row] = await tx.query<Record<RefundsView, number>>(
      `select count(*) filter (where ${IN_VIEW.second})::int as second,
         count(*) filter (where ${IN_VIEW.to_send})::int as to_send,
         count(*) filter (where ${IN_VIEW.on_way})::int as on_way,
         count(*) filter (where ${IN_VIEW.failed})::int as failed,
         count(*) filter (where ${IN_VIEW.done})::int as done
       from refunds r`,
    );
    return row ?? { second: 0, to_send: 0, on_way: 0, failed: 0, done: 0 };
  }

  /** Those of a gateway are sent by the portal itself: only the bank's wait for a person. */
  async waiting(tx: Tx): Promise<RefundsWaiting> {
    const [row] = await tx.query<{
      second: number;
      second_oldest: Date | null;
      to_send: number;
      to_send_oldest: Date | null;
      failed: number;
      failed_oldest: Date | null;
    }>(
      `select count(*) filter (where ${IN_VIEW.second})::int as second,
         min(r.asked_at) filter (where ${IN_VIEW.second}) as second_oldest,
         count(*) filter (where ${IN_VIEW.to_send} and r.method = 'bank')::int as to_send,
         min(r.approved_at) filter (where ${IN_VIEW.to_send} and r.method = 'bank') as to_send_oldest,
         count(*) filter (where ${IN_VIEW.failed})::int as failed,
         min(case r.state when 'sent' then r.troubled_at else r.changed_at end) filter (where ${IN_VIEW.failed}) as failed_oldest
       from refunds r where r.state in ('asked', 'approved', 'failed') or ${IS_TROUBLED}`,
    );
    return {
      second: { count: row?.second ?? 0, oldest: row?.second_oldest ?? null },
      toSend: { count: row?.to_send ?? 0, oldest: row?.to_send_oldest ?? null },
      failed: { count: row?.failed ?? 0, oldest: row?.failed_oldest ?? null },
    };
  }

  /** Orders and credit with money that may go back: by what was typed, or of a payment attempt. */
  async refundable(
    tx: Tx,
    asked: { readonly text: string; readonly attemptId: string | null },
  ): Promise<RefundableRow[]> {
    const values = [asked.text, asked.attemptId, MOST_FOUND];
    const orders = await tx.query<FoundRow>(ORDERS, values);
    const credits = await tx.query<FoundRow>(CREDITS, values);
    return [...orders, ...credits].map(foundOf);
  }

  /** Accounts that paid for an order, or anything of a company, the newest payment of each. */
  async payers(tx: Tx, { companyId, orderId }: RefundSource): Promise<PayerRow[]> {
    const rows = await tx.query<{
      match_id: string;
      line_id: string;
      payer_iban_enc: string;
      payer_iban_hash: string;
      payer_name_enc: string;
      confirmed_at: Date;
    }>(
      `select * from (
         select distinct on (l.payer_iban_hash) m.id as match_id, l.id as line_id, l.payer_iban_enc, l.payer_iban_hash,
           l.payer_name_enc, m.confirmed_at
         from matches m join statement_lines l on l.id = m.line_id
         where m.company_id = $1 and ($2::uuid is null or m.order_id = $2) and m.kind in ('order', 'credit')
           and m.state = 'confirmed' and l.payer_iban_enc is not null
         order by l.payer_iban_hash, m.confirmed_at desc, m.id
       ) p order by confirmed_at desc limit $3`,
      [companyId, orderId, MOST_FOUND],
    );
    return rows.map((row) => ({
      matchId: row.match_id,
      account: {
        lineId: row.line_id,
        ibanSealed: row.payer_iban_enc,
        ibanHash: row.payer_iban_hash,
        holderSealed: row.payer_name_enc,
      },
      paidAt: row.confirmed_at,
    }));
  }
}
