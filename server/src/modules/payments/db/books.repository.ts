import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import type { PAYMENT_KINDS, PAYMENT_STANDS, RECEIPT_STANDS } from '@qafila/shared/payments/books.contract';
import type { MethodId } from '@qafila/shared/payments/methods';
import { CURSOR_PART, decodeCursor } from '../../../platform/database/cursor';
import type { Tx } from '../../../platform/database/unit-of-work';
import { stillDue } from '../domain/matching/payable';
import { ORDER_SUMS } from './ledger-sql';
import { COUNTED, WAITS } from './payable-sql';
import { RECEIPT_FIELDS, type ReceiptRow, receiptOf, type StoredReceipt } from './receipt.repository';

type Kind = (typeof PAYMENT_KINDS)[number];
interface OrderRef {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}
export interface DueOrderRow {
  readonly order: OrderRef;
  readonly total: Money;
  readonly received: Money;
  readonly due: Money;
  readonly deadline: Date;
  readonly reference: string | null;
  readonly receipts: number;
}
export interface BookedPayment {
  readonly id: string;
  readonly at: Date;
  readonly kind: Exclude<Kind, 'all'>;
  readonly method: MethodId | null;
  readonly amount: Money;
  readonly credit: Money;
  readonly order: OrderRef | null;
  readonly reference: string | null;
  readonly stand: (typeof PAYMENT_STANDS)[number];
}
export type ShownReceipt = StoredReceipt & {
  readonly order: OrderRef;
  readonly stand: (typeof RECEIPT_STANDS)[number];
};

interface PageOf {
  readonly companyId: string;
  readonly after?: string | undefined;
  readonly limit: number;
}
/** Instants, the end left out. */
interface Within {
  readonly start: Date | null;
  readonly end: Date | null;
}
interface OrderColumns {
  order_id: string;
  order_code: string;
  order_name: string;
}
type DueRow = OrderColumns & {
  currency: Currency;
  total_minor: string;
  received_minor: string;
  hold_until: Date;
  reference: string | null;
  receipts: number;
};
type PaymentColumns = { [Key in keyof OrderColumns]: string | null } & {
  id: string;
  booked_at: Date;
  kind: BookedPayment['kind'];
  method: MethodId | null;
  currency: Currency;
  amount_minor: string;
  credit_minor: string;
  reference: string | null;
  is_taken_back: boolean;
};

const orderOf = (row: OrderColumns): OrderRef => ({
  id: row.order_id,
  code: row.order_code,
  name: row.order_name,
});

/** Payments of one company over all its orders, for whoever keeps its books. */
@Injectable()
export class BooksRepository {
  /** Orders that wait for money, the nearest deadline first; one row more than `limit`. */
  async due(tx: Tx, { companyId, after, limit }: PageOf): Promise<DueOrderRow[]> {
    const [until, id] = decodeCursor(after, [CURSOR_PART.instant, CURSOR_PART.id]);
    const rows = await tx.query<DueRow>(
      `select o.id as order_id, o.code as order_code, o.name as order_name, o.currency, o.total_minor, o.hold_until,
         ${COUNTED} as received_minor, i.reference, (select count(*)::int from transfer_receipts r
           where r.company_id = o.company_id and r.order_id = o.id) as receipts
       from (select company_id, id as order_id from orders o where company_id = $1 and ${WAITS}
         and ($2::timestamptz is null or (hold_until, id) > ($2::timestamptz, $3::uuid))) t
       join orders o on o.company_id = t.company_id and o.id = t.order_id
       cross join lateral (${ORDER_SUMS}) b
       left join transfer_instructions i on i.company_id = o.company_id and i.order_id = o.id
       where ${COUNTED} < o.total_minor
       order by o.hold_until, o.id limit $4`,
      [companyId, until, id, limit + 1],
    );
    return rows.map((row) => {
      const total = money(Number(row.total_minor), row.currency);
      const received = money(Number(row.received_minor), row.currency);
      return {
        order: orderOf(row),
        total,
        received,
        due: stillDue(total, received),
        deadline: row.hold_until,
        reference: row.reference,
        receipts: row.receipts,
      };
    });
  }

  /** Payments as the ledger has them, the newest first; one row more than `limit`. */
  async payments(tx: Tx, of: PageOf & Within & { readonly kind: Kind }): Promise<BookedPayment[]> {
    const [at, id] = decodeCursor(of.after, [CURSOR_PART.instant, CURSOR_PART.id]);
    const rows = await tx.query<PaymentColumns>(
      `select e.id, e.booked_at, case e.kind when 'transfer_received' then 'transfer' when 'credit_applied' then 'credit'
           else 'online' end as kind,
         case e.kind when 'transfer_received' then 'bank_transfer' else a.method end as method, p.currency,
         p.order_minor + case e.kind when 'credit_applied' then 0 else p.credit_minor end as amount_minor,
         case e.kind when 'credit_applied' then 0 else p.credit_minor end as credit_minor,
         o.id as order_id, o.code as order_code, o.name as order_name,
         case e.kind when 'transfer_received' then i.reference end as reference,
         (m.state in ('undone', 'returned') or a.state = 'disputed') is true as is_taken_back
       from ledger_entries e
       cross join lateral (select currency,
           coalesce(-sum(amount_minor) filter (where account = 'order'), 0) as order_minor,
           coalesce(-sum(amount_minor) filter (where account = 'company_credit'), 0) as credit_minor
         from ledger_postings where company_id = e.company_id and entry_id = e.id and account in ('order', 'company_credit')
         group by currency) p
       left join matches m on m.company_id = e.company_id and m.id = e.match_id
       left join payment_attempts a on a.company_id = e.company_id and a.id = e.attempt_id
       left join orders o on o.company_id = e.company_id and o.id = coalesce(e.order_id, a.order_id)
       left join transfer_instructions i on i.company_id = e.company_id and i.order_id = e.order_id
       where e.company_id = $1 and e.kind = any($2) and ($3::timestamptz is null or e.booked_at >= $3)
         and ($4::timestamptz is null or e.booked_at < $4)
         and ($5::timestamptz is null or (e.booked_at, e.id) < ($5::timestamptz, $6::uuid))
       order by e.booked_at desc, e.id desc limit $7`,
      [of.companyId, ENTRIES_OF[of.kind], of.start, of.end, at, id, of.limit + 1],
    );
    return rows.map((row) => ({
      id: row.id,
      at: row.booked_at,
      kind: row.kind,
      method: row.method,
      amount: money(Number(row.amount_minor), row.currency),
      credit: money(Number(row.credit_minor), row.currency),
      order: isNamed(row) ? orderOf(row) : null,
      reference: row.reference,
      stand: row.is_taken_back ? 'taken_back' : 'booked',
    }));
  }

  /** Receipts over all orders, the newest first; one row more than `limit`. */
  async receipts(
    tx: Tx,
    of: PageOf & Within & { readonly stand: ShownReceipt['stand'] | 'all' },
  ): Promise<ShownReceipt[]> {
    const [at, id] = decodeCursor(of.after, [CURSOR_PART.instant, CURSOR_PART.id]);
    const rows = await tx.query<ReceiptRow & OrderColumns & { stand: ShownReceipt['stand'] }>(
      `select ${RECEIPT_FIELDS}, o.code as order_code, o.name as order_name, t.stand
       from transfer_receipts r
       join people p on p.id = r.uploaded_by
       join orders o on o.company_id = r.company_id and o.id = r.order_id
       join (select company_id, order_id, case state when 'settled' then 'arrived' when 'expired' then 'ended'
           else 'waiting' end as stand from transfer_instructions) t
         on t.company_id = r.company_id and t.order_id = r.order_id
       where r.company_id = $1 and ($2 = 'all' or t.stand = $2)
         and ($3::timestamptz is null or r.uploaded_at >= $3) and ($4::timestamptz is null or r.uploaded_at < $4)
         and ($5::timestamptz is null or (r.uploaded_at, r.id) < ($5::timestamptz, $6::uuid))
       order by r.uploaded_at desc, r.id desc limit $7`,
      [of.companyId, of.stand, of.start, of.end, at, id, of.limit + 1],
    );
    return rows.map((row) => ({ ...receiptOf(row), order: orderOf(row), stand: row.stand }));
  }
}

const ENTRIES_OF: Readonly<Record<Kind, readonly string[]>> = {
  all: ['transfer_received', 'payment_captured', 'credit_applied'],
  transfer: ['transfer_received'],
  online: ['payment_captured'],
  credit: ['credit_applied'],
};

const isNamed = (row: PaymentColumns): row is PaymentColumns & OrderColumns => row.order_id !== null;
