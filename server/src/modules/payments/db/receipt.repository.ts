import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import type { Place } from '../../../platform/crypto/field-cipher';
import { CURSOR_PART, decodeCursor } from '../../../platform/database/cursor';
import type { Tx } from '../../../platform/database/unit-of-work';
import { COUNTED, PAYABLE } from './payable-sql';

/** A receipt as stored; its name is sealed with the company's key. */
export interface StoredReceipt {
  readonly id: string;
  readonly companyId: string;
  readonly orderId: string;
  readonly fileId: string;
  readonly nameSealed: string;
  readonly pages: number;
  readonly amount: Money | null;
  /** ISO date, as the trader says. */
  readonly paidOn: string | null;
  readonly uploadedAt: Date;
  readonly uploadedBy: string;
}
/** A receipt that waits for its money. */
export interface WaitingReceiptRow extends StoredReceipt {
  readonly orderCode: string;
  readonly company: string;
  readonly reference: string;
  readonly total: Money;
  readonly received: Money;
  readonly deadline: Date;
}
export type NewReceipt = Omit<StoredReceipt, 'uploadedBy'> & {
  readonly currency: Currency;
  readonly personId: string;
};
export interface ReceiptRow {
  id: string;
  company_id: string;
  order_id: string;
  file_id: string;
  name_enc: string;
  pages: number;
  amount_minor: string | null;
  currency: Currency;
  paid_on: string | null;
  uploaded_at: Date;
  uploaded_by_name: string;
}
type WaitingRow = ReceiptRow & {
  order_code: string;
  company: string;
  reference: string;
  total_minor: string;
  received_minor: string;
  deadline: Date;
};

export const receiptNamePlace = (id: string): Place => ({
  table: 'transfer_receipts',
  column: 'name_enc',
  rowId: id,
});

export const RECEIPT_FIELDS = `r.id, r.company_id, r.order_id, r.file_id, r.name_enc, r.pages, r.amount_minor, r.currency,
  r.paid_on::text, r.uploaded_at, p.name as uploaded_by_name`;

export const receiptOf = (row: ReceiptRow): StoredReceipt => ({
  id: row.id,
  companyId: row.company_id,
  orderId: row.order_id,
  fileId: row.file_id,
  nameSealed: row.name_enc,
  pages: row.pages,
  amount: row.amount_minor === null ? null : money(Number(row.amount_minor), row.currency),
  paidOn: row.paid_on,
  uploadedAt: row.uploaded_at,
  uploadedBy: row.uploaded_by_name,
});

@Injectable()
export class ReceiptRepository {
  async add(tx: Tx, receipt: NewReceipt): Promise<void> {
    await tx.query(
      `insert into transfer_receipts (company_id, id, order_id, file_id, name_enc, pages, amount_minor, currency,
         paid_on, uploaded_at, uploaded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[
          receipt.companyId,
          receipt.id,
          receipt.orderId,
          receipt.fileId,
          receipt.nameSealed,
          receipt.pages,
        ],
        ...[receipt.amount?.minor ?? null, receipt.currency, receipt.paidOn],
        ...[receipt.uploadedAt, receipt.personId],
      ],
    );
  }

  /** Receipts of one order, the newest first. */
  async ofOrder(tx: Tx, companyId: string, orderId: string): Promise<StoredReceipt[]> {
    const rows = await tx.query<ReceiptRow>(
      `select ${RECEIPT_FIELDS} from transfer_receipts r join people p on p.id = r.uploaded_by
       where r.company_id = $1 and r.order_id = $2 order by r.id desc`,
      [companyId, orderId],
    );
    return rows.map(receiptOf);
  }

  /** One receipt, as far as the scope shows it. */
  async one(tx: Tx, id: string): Promise<StoredReceipt[]> {
    const rows = await tx.query<ReceiptRow>(
      `select ${RECEIPT_FIELDS} from transfer_receipts r join people p on p.id = r.uploaded_by where r.id = $1`,
      [id],
    );
    return rows.map(receiptOf);
  }

  /** Receipts of orders that still wait for money, the nearest deadline first; one row more than `limit`. */
  async waiting(
    tx: Tx,
    page: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<WaitingReceiptRow[]> {
    const [deadline, id] = decodeCursor(page.after, [CURSOR_PART.instant, CURSOR_PART.id]);
    const rows = await tx.query<WaitingRow>(
      `select ${RECEIPT_FIELDS}, o.code as order_code, c.name_latin as company, t.reference, t.amount_minor as total_minor,
         ${COUNTED} as received_minor, t.deadline
       from ${PAYABLE}
       join transfer_receipts r on r.company_id = t.company_id and r.order_id = t.order_id
       join people p on p.id = r.uploaded_by join companies c on c.id = t.company_id
       where t.state = 'receipt_uploaded'
         and ($1::timestamptz is null or (t.deadline, r.id) > ($1::timestamptz, $2::uuid))
       order by t.deadline, r.id limit $3`,
      [deadline, id, page.limit + 1],
    );
    return rows.map((row) => ({
      ...receiptOf(row),
      orderCode: row.order_code,
      company: row.company,
      reference: row.reference,
      total: money(Number(row.total_minor), row.currency),
      received: money(Number(row.received_minor), row.currency),
      deadline: row.deadline,
    }));
  }
}
