import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { money } from '@qafila/shared/kernel/money';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { PayingCompany, ReceiptFact } from '../domain/matching/facts';
import type { PayableOrder } from '../domain/matching/payable';
import { MOST_TRIED } from '../domain/matching/subset-sum';
import { COUNTED, IS_CLOSED, PAYABLE, WAITS } from './payable-sql';

interface OrderRow {
  company_id: string;
  order_id: string;
  reference: string;
  amount_minor: string;
  currency: Currency;
  received_minor: string;
  over_minor: string;
  is_closed: boolean;
  open_from: string;
  open_until: string;
}
interface CompanyRow {
  id: string;
  reference: string | null;
  name_latin: string;
  name_arabic: string | null;
}
/** A booked payment with its sealed part. */
export interface BookedRow {
  match_id: string;
  line_id: string;
  line_minor: string;
  amount_minor: string;
  written_off_minor: string;
  currency: Currency;
  company_id: string;
  order_id: string | null;
  reference: string | null;
  payer_iban_hash: string | null;
  bank_reference: string | null;
  end_to_end_enc: string | null;
}

const ORDER_FIELDS = `t.company_id, t.order_id, t.reference, t.amount_minor, t.currency, ${COUNTED} as received_minor, b.over_minor,
  ${IS_CLOSED} as is_closed, (t.created_at at time zone 'Asia/Riyadh')::date::text as open_from,
  (t.deadline at time zone 'Asia/Riyadh')::date::text as open_until`;
/** An order that is not closed and still needs money. */
const NEEDS_MONEY = `${WAITS} and t.amount_minor > ${COUNTED}`;

const orderOf = (row: OrderRow): PayableOrder => ({
  companyId: row.company_id,
  orderId: row.order_id,
  reference: row.reference,
  total: money(Number(row.amount_minor), row.currency),
  received: money(Number(row.received_minor), row.currency),
  over: money(Number(row.over_minor), row.currency),
  isClosed: row.is_closed,
  openFrom: row.open_from,
  openUntil: row.open_until,
});

/** What is known when lines are matched; each question one statement, however many lines there are, and none where nothing is asked. */
@Injectable()
export class FactsRepository {
  async ordersByReference(tx: Tx, references: readonly string[]): Promise<PayableOrder[]> {
    if (references.length === 0) return [];
    const rows = await tx.query<OrderRow>(
      `select ${ORDER_FIELDS} from ${PAYABLE} where t.reference = any($1)`,
      [references],
    );
    return rows.map(orderOf);
  }

  /** Companies by their ids, and those whose own reference is among the given ones. */
  async companies(
    tx: Tx,
    asked: { readonly ids: readonly string[]; readonly references: readonly string[] },
  ): Promise<PayingCompany[]> {
    if (asked.ids.length + asked.references.length === 0) return [];
    const rows = await tx.query<CompanyRow>(
      `select c.id, r.reference, c.name_latin, c.name_arabic
       from companies c left join company_references r on r.company_id = c.id
       where c.id = any($1::uuid[]) or r.reference = any($2)`,
      [asked.ids, asked.references],
    );
    return rows.map(({ id, reference, name_latin, name_arabic }) => ({
      companyId: id,
      reference,
      names: [name_latin, ...(name_arabic === null ? [] : [name_arabic])],
    }));
  }

  /** Open orders of these companies that need money, the oldest first; of each one more than can be tried. */
  async openOf(tx: Tx, companyIds: readonly string[]): Promise<PayableOrder[]> {
    if (companyIds.length === 0) return [];
    const rows = await tx.query<OrderRow>(
      `select * from (
         select ${ORDER_FIELDS}, row_number() over (partition by t.company_id order by t.created_at, t.order_id) as place
         from ${PAYABLE} where t.company_id = any($1::uuid[]) and ${NEEDS_MONEY}
       ) open where place <= $2 order by company_id, place`,
      [companyIds, MOST_TRIED + 1],
    );
    return rows.map(orderOf);
  }

  /** What receipts of these orders say was sent, as far as they tell amount and day. */
  async receipts(
    tx: Tx,
    orders: readonly Pick<PayableOrder, 'orderId'>[],
  ): Promise<ReadonlyMap<string, readonly ReceiptFact[]>> {
    if (orders.length === 0) return new Map();
    const rows = await tx.query<{
      order_id: string;
      amount_minor: string;
      currency: Currency;
      paid_on: string;
    }>(
      `select order_id, amount_minor, currency, paid_on::text from transfer_receipts
       where order_id = any($1::uuid[]) and amount_minor is not null and paid_on is not null`,
      [orders.map(({ orderId }) => orderId)],
    );
    const factOf = (row: (typeof rows)[number]): ReceiptFact => ({
      amount: money(Number(row.amount_minor), row.currency),
      paidOn: row.paid_on,
    });
    return new Map(
      orders.map(({ orderId }) => [orderId, rows.filter((row) => row.order_id === orderId).map(factOf)]),
    );
  }

  /** How many open orders need exactly each of these amounts, in minor units. */
  async needing(tx: Tx, amounts: readonly number[]): Promise<ReadonlyMap<number, number>> {
    if (amounts.length === 0) return new Map();
    const rows = await tx.query<{ due: string; count: number }>(
      `select t.amount_minor - ${COUNTED} as due, count(*)::int as count from ${PAYABLE}
       where ${NEEDS_MONEY} and t.amount_minor - ${COUNTED} = any($1::bigint[]) group by 1`,
      [amounts],
    );
    return new Map(rows.map(({ due, count }) => [Number(due), count]));
  }

  /** Companies whose confirmed payments came from these accounts: account hash → companies. */
  async payers(tx: Tx, ibanHashes: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    if (ibanHashes.length === 0) return new Map();
    const rows = await tx.query<{ hash: string; companies: string[] }>(
      `select l.payer_iban_hash as hash, array_agg(distinct m.company_id::text) as companies
       from statement_lines l join matches m on m.line_id = l.id and m.state = 'confirmed' and m.kind in ('order', 'credit')
       where l.payer_iban_hash = any($1) group by 1`,
      [ibanHashes],
    );
    return new Map(rows.map((row) => [row.hash, new Set(row.companies)]));
  }

  /** Booked payments of lines of these amounts, in minor units, that nobody takes back yet; what is only asked to be undone is. */
  async booked(tx: Tx, amounts: readonly number[]): Promise<BookedRow[]> {
    if (amounts.length === 0) return [];
    return tx.query<BookedRow>(
      `select m.id as match_id, l.id as line_id, l.amount_minor as line_minor, m.amount_minor, m.written_off_minor,
         m.currency, m.company_id, m.order_id, m.reference, l.payer_iban_hash, l.bank_reference, l.end_to_end_enc
       from statement_lines l join matches m on m.line_id = l.id
       where l.amount_minor = any($1::bigint[]) and m.state = 'confirmed' and m.kind in ('order', 'credit')
         and not exists (select 1 from matches r where r.company_id = m.company_id and r.reverses_id = m.id
           and (r.state in ('first_confirmed', 'confirmed') or r.state = 'proposed' and r.kind = 'return'))
       order by l.booked_on desc, m.id`,
      [amounts],
    );
  }
}
