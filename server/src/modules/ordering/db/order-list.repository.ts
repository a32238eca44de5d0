import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import type { OrderState } from '@qafila/shared/ordering/ordering.lifecycle';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { OrderKey } from '../domain/order';

/** True of an order `o` that waits for money, as `waitsForMoney` of the domain. */
export const WAITS = "(o.state = 'submitted' or o.stopped_at is not null)";

export interface ListedOrder {
  id: string;
  code: string;
  name: string;
  company: string;
  state: OrderState;
  stopped_at: Date | null;
  currency: Currency;
  total_minor: string;
  received_minor: string;
  over_minor: string;
  refunded_minor: string;
  line_count: number;
  units: number;
  ship_to: 'warehouse' | 'customers';
  parcel_count: number;
  parcels_out: number;
  changed_at: Date;
  submitted_at: Date | null;
  hold_until: Date | null;
  is_store_draft: boolean;
}
export interface HomeCounts {
  drafts: number;
  awaiting_payment: number;
  in_warehouse: number;
  on_the_way: number;
  ever_submitted: number;
}
export interface ListPage {
  readonly states: readonly OrderState[];
  /** Sort key after which to go on: moment and id, or two nulls. */
  readonly after: readonly (string | null)[];
  readonly limit: number;
}

const LISTED = `select o.id, o.code, o.name, c.name_latin as company, o.state, o.stopped_at, o.currency, o.total_minor, o.received_minor,
    o.over_minor, o.refunded_minor, o.line_count, o.units, o.ship_to, o.parcel_count, o.parcels_out, o.changed_at, o.submitted_at,
    o.hold_until, (o.state = 'draft' and o.prepared_at is not null and o.taken_over_at is null) as is_store_draft
  from orders o join companies c on c.id = o.company_id`;

/** Lists of orders, by what stands on the order row alone. */
@Injectable()
export class OrderListRepository {
  /** Orders whose hold ended without any money, at most `limit`. */
  overdue(tx: Tx, now: Date, limit: number): Promise<OrderKey[]> {
    return tx.query<OrderKey>(
      `select company_id as "companyId", id from orders
       where state = 'submitted' and hold_until < $1
         and (received_minor - credit_minor <= refunded_minor or confirmed_at is not null) order by hold_until, id limit $2`,
      [now, limit],
    );
  }

  /** Orders of a company, the last changed first; one row more than the limit. */
  ofCompany(tx: Tx, companyId: string, page: ListPage): Promise<ListedOrder[]> {
    return tx.query<ListedOrder>(
      `${LISTED} where o.company_id = $1 and o.state = any($2::text[])
         and ($3::timestamptz is null or (o.changed_at, o.id) < ($3::timestamptz, $4::uuid))
       order by o.changed_at desc, o.id desc limit $5`,
      [companyId, page.states, ...page.after, page.limit + 1],
    );
  }

  /**
   * Orders of all companies, or of one, that were submitted, the newest first; one row more than the limit. Those that
   * were stopped stand among the confirmed ones, and on demand beside others.
   */
  submitted(
    tx: Tx,
    page: ListPage & { readonly companyId: string | null; readonly withStopped: boolean },
  ): Promise<ListedOrder[]> {
    return tx.query<ListedOrder>(
      `${LISTED} where o.submitted_at is not null
         and (o.state = any($1::text[]) or ($6 and o.stopped_at is not null))
         and ($2::timestamptz is null or (o.submitted_at, o.id) < ($2::timestamptz, $3::uuid))
         and ($5::uuid is null or o.company_id = $5)
       order by o.submitted_at desc, o.id desc limit $4`,
      [page.states, ...page.after, page.limit + 1, page.companyId, page.withStopped],
    );
  }

  async counts(tx: Tx, companyId: string): Promise<HomeCounts> {
    const [row] = await tx.query<HomeCounts>(
      `select count(*) filter (where state = 'draft')::int as drafts,
         count(*) filter (where ${WAITS})::int as awaiting_payment,
         count(*) filter (where state = 'confirmed' and stopped_at is null and parcels_out < parcel_count)::int as in_warehouse,
         coalesce(sum(parcels_out) filter (where state = 'confirmed'), 0)::int as on_the_way,
         count(*) filter (where submitted_at is not null and state in ('submitted', 'confirmed', 'completed'))::int as ever_submitted
       from orders o where company_id = $1`,
      [companyId],
    );
    return row ?? { drafts: 0, awaiting_payment: 0, in_warehouse: 0, on_the_way: 0, ever_submitted: 0 };
  }

  /** What waits for the trader: orders to pay by their deadline, then drafts, parcels under way, and the last one paid. */
  waiting(tx: Tx, companyId: string): Promise<(ListedOrder & { kind: string })[]> {
    return tx.query(
      `with mine as (${LISTED} where o.company_id = $1)
       (select 'pay' as kind, * from mine o where ${WAITS} and received_minor - over_minor - refunded_minor < total_minor
         order by hold_until, id limit 5)
       union all
       (select 'finish_draft' as kind, * from mine where state = 'draft' and line_count > 0
         order by changed_at desc, id desc limit 3)
       union all
       (select 'parcels_on_way' as kind, * from mine where state = 'confirmed' and parcels_out > 0
         order by changed_at desc, id desc limit 3)
       union all
       (select 'order_again' as kind, * from mine where state in ('confirmed', 'completed')
         order by submitted_at desc, id desc limit 1)`,
      [companyId],
    );
  }
}
