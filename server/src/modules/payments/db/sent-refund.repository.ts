import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { money } from '@qafila/shared/kernel/money';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { SentRefund } from '../domain/matching/facts';
import type { Refund } from '../domain/refunds/refund';
import { REFUNDS, type RefundRow, refundOf } from './refund.repository';

interface Row {
  id: string;
  code: string;
  company_id: string;
  source: 'order' | 'credit';
  order_id: string | null;
  reference: string | null;
  amount_minor: string;
  currency: Currency;
  account_hash: string | null;
  has_left: boolean;
  has_come_back: boolean;
}

/** Refunds of files; an order is told only where its money goes back. */
const SENT = `select r.id, r.code, r.company_id, r.source, case when r.source = 'order' then r.order_id end as order_id,
         t.reference, r.amount_minor, r.currency, l.payer_iban_hash as account_hash,
         r.state = 'settled' or exists (select 1 from matches x where x.company_id = r.company_id
           and x.refund_id = r.id and x.kind = 'refund' and x.state in ('proposed', 'first_confirmed')) as has_left,
         exists (select 1 from matches x where x.company_id = r.company_id and x.refund_id = r.id
           and x.kind = 'refund_back' and x.state in ('proposed', 'first_confirmed')) as has_come_back
       from refunds r join matches m on m.company_id = r.company_id and m.id = r.match_id
       join statement_lines l on l.id = m.line_id
       left join transfer_instructions t on r.source = 'order' and t.company_id = r.company_id and t.order_id = r.order_id
       where r.method = 'bank' and r.state in ('sent', 'settled')`;

const sentOf = (row: Row): SentRefund => ({
  refundId: row.id,
  code: row.code,
  companyId: row.company_id,
  source: row.source,
  orderId: row.order_id,
  reference: row.reference,
  amount: money(Number(row.amount_minor), row.currency),
  accountHash: row.account_hash,
  hasLeft: row.has_left,
  hasComeBack: row.has_come_back,
});

/** Refunds that the bank has, as lines of statements are matched with them. */
@Injectable()
export class SentRefundRepository {
  /** Of these amounts, in minor units. */
  async sentOf(tx: Tx, amounts: readonly number[]): Promise<SentRefund[]> {
    if (amounts.length === 0) return [];
    const rows = await tx.query<Row>(
      `${SENT} and r.amount_minor = any($1::bigint[]) order by r.sent_at, r.id`,
      [amounts],
    );
    return rows.map(sentOf);
  }

  async ofId(tx: Tx, id: string): Promise<SentRefund[]> {
    return (await tx.query<Row>(`${SENT} and r.id = $1`, [id])).map(sentOf);
  }

  /** Refunds of files that no line of a statement tells yet, the oldest first. */
  async withBank(tx: Tx): Promise<Refund[]> {
    const rows = await tx.query<RefundRow>(
      `${REFUNDS} where r.method = 'bank' and r.state = 'sent' and not exists (select 1 from matches x
         where x.company_id = r.company_id and x.refund_id = r.id and x.state in ('proposed', 'first_confirmed'))
       order by r.sent_at, r.id`,
    );
    return rows.map(refundOf);
  }
}
