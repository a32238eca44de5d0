import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import type { OrderState } from '@qafila/shared/ordering/ordering.lifecycle';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { stillDue } from '../domain/matching/payable';
import { ORDER_SUMS } from './ledger-sql';
import { COUNTED, WAITS } from './payable-sql';

/** An order as whoever pays it by a gateway sees it, with what the ledger holds for it now. */
export interface PayableByGateway {
  readonly companyId: string;
  readonly orderId: string;
  readonly code: string;
  readonly name: string;
  readonly state: OrderState;
  readonly waitsForMoney: boolean;
  readonly total: Money;
  /** What counts towards the total: neither an excess nor what was sent back while it waits for money. */
  readonly received: Money;
  readonly over: Money;
  /** What is still to be received; zero when covered. */
  readonly due: Money;
  /** End of its hold; `null` of an order that was stopped, which no deadline ends. */
  readonly holdUntil: Date | null;
  /** Where the company is established, ISO 3166. */
  readonly country: string;
  /** Its first address, line by line. */
  readonly addressLines: readonly string[];
}

/** What the ledger holds for an order itself, an excess left out. */
export interface OrderHolding {
  readonly total: Money;
  readonly order: Money;
  /** Of it, what came from the company's credit, and what nobody paid. */
  readonly credit: Money;
  readonly writtenOff: Money;
}

interface PayableRow {
  code: string;
  name: string;
  state: OrderState;
  waits: boolean;
  currency: Currency;
  total_minor: string;
  received_minor: string;
  over_minor: string;
  hold_until: Date | null;
  country: string;
  lines: string[] | null;
}

@Injectable()
export class OrderMoneyRepository {
  /** Of an order that was placed; none for a draft. */
  async holding(tx: Tx, companyId: string, orderId: string): Promise<OrderHolding[]> {
    const rows = await tx.query<{
      currency: Currency;
      total_minor: string;
      order_minor: string;
      credit_minor: string;
      written_off_minor: string;
    }>(
      `select o.currency, o.total_minor, b.received_minor - b.over_minor - b.refunded_minor as order_minor,
         b.credit_minor, b.written_off_minor
       from (select company_id, id as order_id from orders where company_id = $1 and id = $2 and submitted_at is not null) t
       join orders o on o.company_id = t.company_id and o.id = t.order_id
       cross join lateral (${ORDER_SUMS}) b`,
      [companyId, orderId],
    );
    return rows.map((row) => ({
      total: money(Number(row.total_minor), row.currency),
      order: money(Number(row.order_minor), row.currency),
      credit: money(Number(row.credit_minor), row.currency),
      writtenOff: money(Number(row.written_off_minor), row.currency),
    }));
  }

  /** One order of a company. Throws `NOT_FOUND`, for a draft too. */
  async of(tx: Tx, companyId: string, orderId: string): Promise<PayableByGateway> {
    const rows = await tx.query<PayableRow>(
      `select o.code, o.name, o.state, ${WAITS} as waits, o.currency, o.total_minor, ${COUNTED} as received_minor, b.over_minor,
         case when o.stopped_at is null then o.hold_until end as hold_until, c.country, a.lines
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
      name: row.name,
      state: row.state,
      waitsForMoney: row.waits,
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
