import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money, zero } from '@qafila/shared/kernel/money';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import type { Attempt } from '../domain/attempts/attempt';
import type { HeldOfAttempt } from '../domain/refunds/refund-rules';
import { COMPANY_CREDIT, ORDER_SUMS } from './ledger-sql';
import {
  ATTEMPT_REFUNDS,
  CREDIT_REFUNDS_OPEN,
  ORDER_REFUNDS_OPEN,
  REFUND_HOLDS,
  TO_CREDIT_OPEN,
} from './refund-sql';

/** Whose money goes back. */
export interface RefundSource {
  readonly source: 'order' | 'credit';
  readonly companyId: string;
  /** `null` for credit. */
  readonly orderId: string | null;
}
interface AccountRow {
  order_id: string | null;
  payer_iban_tail: string;
  left_minor: string;
  currency: Currency;
}
/** The account behind a booked match, and what of its payments may go back to it. */
export interface PayingAccount {
  /** The order the match paid; `null` where it became credit. */
  readonly orderId: string | null;
  /** The last four characters. */
  readonly tail: string;
  readonly left: Money;
}

/** The company's credit that an order was paid with, and what of it may go back. */
export interface PayingCredit {
  readonly paidAt: Date;
  readonly left: Money;
}

/** What the order, and what the company's credit, may still send back; negative when something took it meanwhile. */
export const ORDER_LEFT = `b.received_minor - b.over_minor - b.written_off_minor - b.refunded_minor - (${ORDER_REFUNDS_OPEN})`;
export const CREDIT_LEFT = `select k.company_id, k.currency, k.credit_minor - coalesce(h.held_minor, 0) as left_minor
  from (${COMPANY_CREDIT}) k left join (${CREDIT_REFUNDS_OPEN}) h on h.company_id = k.company_id and h.currency = k.currency`;

/** What may go back, counted under the locks of whoever asks. */
@Injectable()
export class RefundMoneyRepository {
  /** Whose order it is. Throws `NOT_FOUND`. */
  async companyOf(tx: Tx, orderId: string): Promise<string> {
    const rows = await tx.query<{ company_id: string }>('select company_id from orders where id = $1', [
      orderId,
    ]);
    return oneRow(rows).company_id;
  }

  async left(tx: Tx, { source, companyId, orderId }: RefundSource, currency: Currency): Promise<Money> {
    const [row] =
      source === 'order'
        ? await tx.query<{ left_minor: string }>(
            `select ${ORDER_LEFT} as left_minor from (select company_id, id as order_id, currency from orders
               where company_id = $1 and id = $2 and currency = $3) t cross join lateral (${ORDER_SUMS}) b`,
            [companyId, orderId, currency],
          )
        : await tx.query<{ left_minor: string }>(
            `select left_minor from (${CREDIT_LEFT}) c where company_id = $1 and currency = $2`,
            [companyId, currency],
          );
    return row ? money(Number(row.left_minor), currency) : zero(currency);
  }

  /**
   * The account that a booked match came from: what it paid in all, and for an order no more than it paid of that, each
   * less what refunds to it hold. None where the match is not booked, or its line tells no account.
   */
  async account(
    tx: Tx,
    { source, companyId, orderId }: RefundSource,
    matchId: string,
  ): Promise<PayingAccount | null> {
    const [row] = await tx.query<AccountRow>(
      `select m.order_id, m.currency, l.payer_iban_tail, case when $3::uuid is null then p.paid_minor - h.held_minor
           else least(p.paid_minor - h.held_minor, p.order_paid_minor - h.order_held_minor) end as left_minor
       from matches m join statement_lines l on l.id = m.line_id
       cross join lateral (
         select coalesce(sum(x.amount_minor), 0) as paid_minor,
           coalesce(sum(x.amount_minor) filter (where x.order_id = $3), 0) as order_paid_minor
         from matches x join statement_lines y on y.id = x.line_id
         where x.company_id = m.company_id and y.payer_iban_hash = l.payer_iban_hash and x.currency = m.currency
           and x.kind in ('order', 'credit') and x.state = 'confirmed') p
       cross join lateral (
         select coalesce(sum(r.amount_minor), 0) as held_minor,
           coalesce(sum(r.amount_minor) filter (where r.order_id = $3 and r.source = 'order'), 0) as order_held_minor
         from refunds r join matches x on x.company_id = r.company_id and x.id = r.match_id
         join statement_lines y on y.id = x.line_id
         where r.company_id = m.company_id and y.payer_iban_hash = l.payer_iban_hash and r.currency = m.currency
           and r.state in ${REFUND_HOLDS}) h
       where m.company_id = $1 and m.id = $2 and m.kind in ('order', 'credit') and m.state = 'confirmed'
         and l.payer_iban_enc is not null and ($3::uuid is null or m.order_id = $3)`,
      [companyId, matchId, source === 'order' ? orderId : null],
    );
    return row
      ? {
          orderId: row.order_id,
          tail: row.payer_iban_tail,
          left: money(Number(row.left_minor), row.currency),
        }
      : null;
  }

  /** What an order holds of its company's credit, less what refunds of it hold. None where no credit was ever used on it. */
  async creditOn(
    tx: Tx,
    { companyId, orderId }: Pick<RefundSource, 'companyId' | 'orderId'>,
  ): Promise<PayingCredit | null> {
    const [row] = await tx.query<{ paid_at: Date | null; left_minor: string; currency: Currency }>(
      `select u.paid_at, t.currency, b.credit_minor - (${TO_CREDIT_OPEN}) as left_minor
       from (select company_id, id as order_id, currency from orders where company_id = $1 and id = $2) t
       cross join lateral (${ORDER_SUMS}) b
       cross join lateral (select max(booked_at) as paid_at from ledger_entries
         where company_id = t.company_id and order_id = t.order_id and kind = 'credit_applied') u`,
      [companyId, orderId],
    );
    return row?.paid_at ? { paidAt: row.paid_at, left: money(Number(row.left_minor), row.currency) } : null;
  }

  async heldOfAttempt(
    tx: Tx,
    { companyId, id, amount, pay }: Pick<Attempt, 'companyId' | 'id' | 'amount' | 'pay'>,
  ): Promise<HeldOfAttempt> {
    const [row] = await tx.query<{ held_pay_minor: string; held_minor: string; held_minor_pay: string }>(
      `select h.* from payment_attempts a cross join lateral (${ATTEMPT_REFUNDS}) h
       where a.company_id = $1 and a.id = $2`,
      [companyId, id],
    );
    return {
      pay: money(Number(row?.held_pay_minor ?? 0), pay.currency),
      amount: money(Number(row?.held_minor ?? 0), amount.currency),
      amountPay: money(Number(row?.held_minor_pay ?? 0), pay.currency),
    };
  }
}
