import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import type { RefundFileView } from '@qafila/shared/payments/refunds.contract';
import type { Place } from '../../../platform/crypto/field-cipher';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';

interface FileRow {
  id: string;
  message_id: string;
  made_at: Date;
  made_by_name: string;
  count: number;
  total_minor: string;
  currency: Currency;
  settled: number;
  failed: number;
}
/** Where the content of a file stands; it names accounts, so that it is sealed with the key of the store. */
export const refundFilePlace = (id: string): Place => ({
  table: 'refund_files',
  column: 'content_enc',
  rowId: id,
});

const FILES = `select f.id, f.message_id, f.made_at, p.name as made_by_name, f.count, f.total_minor, f.currency,
    s.settled, s.failed
  from refund_files f join people p on p.id = f.made_by
  cross join lateral (select count(*) filter (where state = 'settled')::int as settled,
    count(*) filter (where failure is not null)::int as failed from refunds where file_id = f.id) s`;

const fileOf = (row: FileRow): RefundFileView => ({
  id: row.id,
  messageId: row.message_id,
  madeAt: row.made_at.toISOString(),
  madeBy: row.made_by_name,
  count: row.count,
  total: money(Number(row.total_minor), row.currency),
  settled: row.settled,
  failed: row.failed,
});

/** Files for the bank: written once, never changed. */
@Injectable()
export class RefundFileRepository {
  async add(
    tx: Tx,
    file: {
      readonly id: string;
      readonly messageId: string;
      readonly count: number;
      readonly total: Money;
      readonly contentSealed: string;
      readonly personId: string;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.query(
      `insert into refund_files (id, message_id, count, total_minor, currency, content_enc, made_at, made_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        file.id,
        file.messageId,
        file.count,
        file.total.minor,
        file.total.currency,
        file.contentSealed,
        file.at,
        file.personId,
      ],
    );
  }

  async one(tx: Tx, id: string): Promise<RefundFileView> {
    return fileOf(oneRow(await tx.query<FileRow>(`${FILES} where f.id = $1`, [id])));
  }

  async newest(tx: Tx, limit: number): Promise<RefundFileView[]> {
    const rows = await tx.query<FileRow>(`${FILES} order by f.made_at desc, f.id desc limit $1`, [limit]);
    return rows.map(fileOf);
  }

  /** Its message id and sealed content. Throws `NOT_FOUND`. */
  async content(tx: Tx, id: string): Promise<{ readonly messageId: string; readonly sealed: string }> {
    const row = oneRow(
      await tx.query<{ message_id: string; content_enc: string }>(
        'select message_id, content_enc from refund_files where id = $1',
        [id],
      ),
    );
    return { messageId: row.message_id, sealed: row.content_enc };
  }
}
