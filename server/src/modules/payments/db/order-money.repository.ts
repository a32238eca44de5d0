import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import type { OrderState } from '@qafila/shared/ordering/ordering.lifecycle';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { stillDue } from '../domain/matching/payable';
import { ORDER_SUMS } from './ledger-sql';

/** An order as whoever pays it by a gateway sees it, with what the ledger holds for it now. */
export interface PayableByGateway {
  readonly companyId: string;
  readonly orderId: string;
  readonly code: string;
  readonly state: OrderState;
  readonly total: Money;
  /** An excess included. */
  readonly received: Money;
  readonly over: Money;
  /** What is still to be received; zero when covered. */
  readonly due: Money;
  readonly holdUntil: Date | null;
  /** Where the company is established, ISO 3166. */
  readonly country: string;
  /** Its first address, line by line. */
  readonly addressLines: readonly string[];
}

@Injectable()
export class OrderMoneyRepository {
  /** One order of a company. Throws `NOT_FOUND`, for a draft too. */
  async of(tx: Tx, companyId: string, orderId: string): Promise<PayableByGateway> {
    const rows = await tx.query<{
      code: string;
      state: OrderState;
      currency: Currency;
      total_minor: string;
      received_minor: string;
      over_minor: string;
      hold_until: Date | null;
      country: string;
      lines: string[] | null;
    }>(
      `select o.code, o.state, o.currency, o.total_minor, b.received_minor, b.over_minor, o.hold_until, c.country, a.lines
       from (select company_id, id as order_id from orders where company_id = $1 and id = $2 and submitted_at is not null) t
       join orders o on o.company_id = t.company_id and o.id = t.order_id
       join companies c on c.id = t.company_id
       cross join lateral (${ORDER_SUMS}) b
       left join lateral (select lines from company_addresses where company_id = t.company_id
         order by is_default desc, id limit 1) a on true`,
      [companyId, orderId],
    );
    const row = oneRow(rows);
    const amount = (minor: string): Money => money(Number(minor), row.currency);
    const [total, received] = [amount(row.total_minor), amount(row.received_minor)];
    return {
      companyId,
      orderId,
      code: row.code,
      state: row.state,
      total,
      received,
      over: amount(row.over_minor),
      due: stillDue(total, received),
      holdUntil: row.hold_until,
      country: row.country,
      addressLines: row.lines ?? [],
    };
  }
}
