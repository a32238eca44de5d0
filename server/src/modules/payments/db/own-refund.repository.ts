import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import type { MethodId } from '@qafila/shared/payments/methods';
import type { RefundState } from '@qafila/shared/payments/payments.lifecycle';
import type { OwnRefundView } from '@qafila/shared/payments/refunds.contract';
import type { Tx } from '../../../platform/database/unit-of-work';

interface Row {
  id: string;
  code: string;
  state: RefundState;
  amount_minor: string;
  currency: Currency;
  pay_minor: string;
  pay_currency: Currency;
  method: OwnRefundView['method'];
  account_tail: string | null;
  paid_with: MethodId | null;
  asked_at: Date;
  sent_at: Date | null;
  settled_at: Date | null;
  never_left: boolean;
}

/** What a mail says about a refund. */
export interface RefundFact {
  readonly code: string;
  /** The order its money came with; `null` where it came for none. */
  readonly orderId: string | null;
  readonly amount: Money;
  readonly pay: Money;
  readonly method: OwnRefundView['method'];
  /** The last four characters of the account; `null` where it goes to none. */
  readonly accountTail: string | null;
  readonly paidWith: MethodId | null;
  /** Its gateway did not take it. */
  readonly neverLeft: boolean;
}

type FactColumn =
  | 'code'
  | 'amount_minor'
  | 'currency'
  | 'pay_minor'
  | 'pay_currency'
  | 'method'
  | 'account_tail'
  | 'paid_with'
  | 'never_left';
/** True of a refund `r` whose gateway did not take it: what the ledger never had did not leave. */
const NEVER_LEFT = `(r.state = 'failed' and r.method = 'gateway' and r.booked_at is null)`;

/** Refunds as the company that gets them reads them: lines of the bank are the store's, and stay unread. */
@Injectable()
export class OwnRefundRepository {
  /** Of one order, the newest first; what was withdrawn was never the company's business. */
  async ofOrder(tx: Tx, companyId: string, orderId: string): Promise<OwnRefundView[]> {
    const rows = await tx.query<Row>(
      `select r.id, r.code, r.state, r.amount_minor, r.currency, r.pay_minor, r.pay_currency, r.method, r.account_tail,
         a.method as paid_with, r.asked_at, r.sent_at, r.settled_at, ${NEVER_LEFT} as never_left
       from refunds r left join payment_attempts a on a.company_id = r.company_id and a.id = r.attempt_id
       where r.company_id = $1 and r.order_id = $2 and r.state <> 'withdrawn' order by r.id desc`,
      [companyId, orderId],
    );
    return rows.map((row) => ({
      id: row.id,
      code: row.code,
      state: row.state,
      amount: money(Number(row.amount_minor), row.currency),
      pay: money(Number(row.pay_minor), row.pay_currency),
      method: row.method,
      ibanTail: row.account_tail,
      paidWith: row.paid_with,
      askedAt: row.asked_at.toISOString(),
      sentAt: row.sent_at?.toISOString() ?? null,
      settledAt: row.settled_at?.toISOString() ?? null,
      neverLeft: row.never_left,
    }));
  }

  /** One refund for a mail. */
  async fact(tx: Tx, refundId: string): Promise<RefundFact | undefined> {
    const [row] = await tx.query<Pick<Row, FactColumn> & { order_id: string | null }>(
      `select r.code, r.order_id, r.amount_minor, r.currency, r.pay_minor, r.pay_currency, r.method, r.account_tail,
         a.method as paid_with, ${NEVER_LEFT} as never_left
       from refunds r left join payment_attempts a on a.company_id = r.company_id and a.id = r.attempt_id
       where r.id = $1`,
      [refundId],
    );
    return (
      row && {
        code: row.code,
        orderId: row.order_id,
        amount: money(Number(row.amount_minor), row.currency),
        pay: money(Number(row.pay_minor), row.pay_currency),
        method: row.method,
        accountTail: row.account_tail,
        paidWith: row.paid_with,
        neverLeft: row.never_left,
      }
    );
  }
}
