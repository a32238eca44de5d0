import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { money } from '@qafila/shared/kernel/money';
import type { MethodId } from '@qafila/shared/payments/methods';
import { type RefundState, refundLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { RefundFailure, RefundTrouble } from '@qafila/shared/payments/refunds.contract';
import type { Place } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { Refund } from '../domain/refunds/refund';

interface Row {
  company_id: string;
  company: string;
  id: string;
  code: string;
  version: number;
  state: RefundState;
  source: Refund['source'];
  order_id: string | null;
  order_code: string | null;
  method: Refund['method'];
  match_id: string | null;
  attempt_id: string | null;
  act_count: number | null;
  amount_minor: string;
  currency: Currency;
  pay_minor: string;
  pay_currency: Currency;
  line_id: string | null;
  payer_iban_enc: string;
  payer_iban_hash: string;
  payer_name_enc: string;
  paid_with: MethodId | null;
  reason_enc: string;
  is_replaced: boolean;
  asked_by: string;
  asked_by_name: string;
  approved_by_name: string | null;
  asked_at: Date;
  sent_at: Date | null;
  settled_at: Date | null;
  booked_at: Date | null;
  failure: RefundFailure | null;
  troubled_at: Date | null;
  trouble: RefundTrouble | null;
  gateway_refund_id: string | null;
  message_id: string | null;
}
/** Where the reason of a refund stands; sealed with the key of the store. */
export const refundPlace = (id: string): Place => ({ table: 'refunds', column: 'reason_enc', rowId: id });

/** Refunds `r` with their company, order, people, account and file. */
export const REFUNDS = `select r.company_id, c.name_latin as company, r.id, r.code, r.version, r.state, r.source, r.order_id,
    o.code as order_code, r.method, r.match_id, r.attempt_id, r.act_count, r.amount_minor, r.currency, r.pay_minor,
    r.pay_currency, l.id as line_id, l.payer_iban_enc, l.payer_iban_hash, l.payer_name_enc, a.method as paid_with,
    r.reason_enc, exists (select 1 from refunds n where n.company_id = r.company_id and n.replaces_id = r.id
      and n.state <> 'withdrawn') as is_replaced,
    r.asked_by, p.name as asked_by_name, q.name as approved_by_name, r.asked_at, r.sent_at, r.settled_at, r.booked_at,
    r.failure, r.troubled_at, r.trouble, r.gateway_refund_id, f.message_id
  from refunds r join companies c on c.id = r.company_id join people p on p.id = r.asked_by
  left join people q on q.id = r.approved_by
  left join orders o on o.company_id = r.company_id and o.id = r.order_id
  left join matches m on m.company_id = r.company_id and m.id = r.match_id
  left join statement_lines l on l.id = m.line_id
  left join payment_attempts a on a.company_id = r.company_id and a.id = r.attempt_id
  left join refund_files f on f.id = r.file_id`;

export const refundOf = (row: Row): Refund => ({
  companyId: row.company_id,
  company: row.company,
  id: row.id,
  code: row.code,
  version: row.version,
  state: row.state,
  source: row.source,
  orderId: row.order_id,
  orderCode: row.order_code,
  method: row.method,
  matchId: row.match_id,
  attemptId: row.attempt_id,
  actCount: row.act_count,
  amount: money(Number(row.amount_minor), row.currency),
  pay: money(Number(row.pay_minor), row.pay_currency),
  account: row.line_id === null ? null : accountOf(row, row.line_id),
  paidWith: row.paid_with,
  reasonSealed: row.reason_enc,
  isReplaced: row.is_replaced,
  askedBy: row.asked_by,
  askedByName: row.asked_by_name,
  approvedByName: row.approved_by_name,
  askedAt: row.asked_at,
  sentAt: row.sent_at,
  settledAt: row.settled_at,
  isBooked: row.booked_at !== null,
  failure: row.failure,
  troubledAt: row.troubled_at,
  trouble: row.trouble,
  gatewayRefundId: row.gateway_refund_id,
  messageId: row.message_id,
});
const accountOf = (row: Row, lineId: string): NonNullable<Refund['account']> => ({
  lineId,
  ibanSealed: row.payer_iban_enc,
  ibanHash: row.payer_iban_hash,
  holderSealed: row.payer_name_enc,
});
export type RefundRow = Row;

export type NewRefund = Pick<
  Refund,
  | 'companyId'
  | 'id'
  | 'code'
  | 'source'
  | 'orderId'
  | 'method'
  | 'matchId'
  | 'attemptId'
  | 'amount'
  | 'pay'
  | 'reasonSealed'
> & {
  /** The last four characters of the account that gets it. */
  readonly accountTail: string | null;
  readonly replacesId: string | null;
  readonly personId: string;
  readonly at: Date;
};
/** A step of one refund, decided; written only if the refund still stands where it stood. */
export interface RefundStep {
  readonly refund: Pick<Refund, 'companyId' | 'id' | 'version' | 'state'>;
  readonly to: RefundState;
  readonly at: Date;
  readonly approvedBy?: string;
  readonly fileId?: string;
  readonly failure?: RefundFailure;
  readonly gatewayRefundId?: string;
  readonly rawState?: string;
  /** The ledger has it from now on. */
  readonly isBooked?: true;
}

/** Refunds; steps move them, and nothing else does. */
@Injectable()
export class RefundRepository {
  async add(tx: Tx, given: NewRefund): Promise<void> {
    await tx.query(
      `insert into refunds (company_id, id, code, source, order_id, method, match_id, attempt_id, act_count, amount_minor,
         currency, pay_minor, pay_currency, state, reason_enc, replaces_id, asked_by, asked_at, changed_at, version, account_tail)
       values ($1, $2, $3, $4, $5, $6, $7, $8::uuid, case when $8::uuid is not null then
           (select count(*) + 1 from refunds where company_id = $1 and attempt_id = $8::uuid) end,
         $9, $10, $11, $12, $13, $14, $15, $16, $17, $17, 1, $18)`,
      [
        given.companyId,
        given.id,
        given.code,
        given.source,
        given.orderId,
        given.method,
        given.matchId,
        given.attemptId,
        given.amount.minor,
        given.amount.currency,
        given.pay.minor,
        given.pay.currency,
        refundLifecycle.initial,
        given.reasonSealed,
        given.replacesId,
        given.personId,
        given.at,
        given.accountTail,
      ],
    );
  }

  async read(tx: Tx, ids: readonly string[]): Promise<Refund[]> {
    const rows = await tx.query<Row>(`${REFUNDS} where r.id = any($1::uuid[]) order by r.id`, [ids]);
    return rows.map(refundOf);
  }

  /** Reads under lock, in one order. */
  async readLocked(tx: Tx, ids: readonly string[]): Promise<Refund[]> {
    await tx.query('select id from refunds where id = any($1::uuid[]) order by id for update', [ids]);
    return this.read(tx, ids);
  }

  /** The gateway took it and the ledger has it; it has not arrived yet. */
  async keepSent(
    tx: Tx,
    { companyId, id }: Pick<Refund, 'companyId' | 'id'>,
    given: { readonly gatewayRefundId: string; readonly rawState: string; readonly at: Date },
  ): Promise<void> {
    await tx.query(
      `update refunds set gateway_refund_id = $3, raw_state = $4, booked_at = $5, changed_at = $5, version = version + 1
       where company_id = $1 and id = $2`,
      [companyId, id, given.gatewayRefundId, given.rawState, given.at],
    );
  }

  /** Writes a decided step; false when the refund stood no longer where it was read. */
  async advance(tx: Tx, step: RefundStep): Promise<boolean> {
    const { refund, to, at } = step;
    const rows = await tx.query(
      `update refunds set state = $5, version = version + 1, changed_at = $6,
         approved_by = coalesce($7, approved_by), approved_at = case when $7::uuid is null then approved_at else $6 end,
         file_id = coalesce($8, file_id), failure = coalesce($9, failure),
         gateway_refund_id = coalesce($10, gateway_refund_id), raw_state = coalesce($11, raw_state),
         booked_at = case when $12 then $6 else booked_at end,
         sent_at = case when $5 = 'sent' then $6 else sent_at end,
         settled_at = case when $5 = 'settled' then $6 else settled_at end
       where company_id = $1 and id = $2 and state = $3 and version = $4 returning id`,
      [
        refund.companyId,
        refund.id,
        refund.state,
        refund.version,
        to,
        at,
        step.approvedBy ?? null,
        step.fileId ?? null,
        step.failure ?? null,
        step.gatewayRefundId ?? null,
        step.rawState ?? null,
        step.isBooked ?? false,
      ],
    );
    return rows.length > 0;
  }
}
