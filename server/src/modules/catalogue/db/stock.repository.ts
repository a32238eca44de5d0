import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';

/** How much of an order left the house; `some` is not all. */
export type Shipped = 'nothing' | 'some' | 'all';

export interface Hold {
  readonly companyId: string;
  readonly orderId: string;
}
export interface Wanted {
  readonly variantId: string;
  readonly quantity: number;
}
export interface Shortage {
  readonly variantId: string;
  readonly sku: string;
  /** Pieces that could be reserved now. */
  readonly available: number;
}

/**
 * One ordered, conditional statement. Rows are locked in the order of their ids, so that two orders of the same
 * goods wait for each other and never lock crosswise; what is short is judged on the locked rows; either every
 * line is taken or none.
 */
const RESERVE = `
  with wanted as (
    select w.variant_id, w.quantity from unnest($3::uuid[], $4::int[]) as w(variant_id, quantity)
  ), locked as (
    select s.variant_id, s.on_hand - s.reserved as available
    from stock s join wanted w on w.variant_id = s.variant_id
    order by s.variant_id for no key update of s
  ), short as (
    select w.variant_id, greatest(coalesce(l.available, 0), 0) as available
    from wanted w left join locked l on l.variant_id = w.variant_id
    where coalesce(l.available, 0) < w.quantity
  ), taken as (
    update stock s set reserved = s.reserved + w.quantity
    from wanted w join locked l on l.variant_id = w.variant_id
    where s.variant_id = w.variant_id and s.on_hand - s.reserved >= w.quantity
      and not exists (select from short)
    returning s.variant_id, w.quantity
  ), held as (
    insert into stock_reservations (company_id, order_id, variant_id, quantity, state)
    select $1, $2, t.variant_id, t.quantity, 'held' from taken t
    on conflict (company_id, order_id, variant_id) do update set quantity = excluded.quantity, state = 'held'
      where stock_reservations.state = 'released'
    returning variant_id
  )
  select (select count(*)::int from held) as held,
    (select coalesce(json_agg(json_build_object('variantId', h.variant_id, 'sku', v.sku, 'available', h.available)
        order by v.sku), '[]')
      from short h join product_variants v on v.id = h.variant_id) as short`;

/** Stock and what is held of it. */
@Injectable()
export class StockRepository {
  /** Reserves all of it or nothing; answers what is short, nothing when it was reserved. */
  async reserve(tx: Tx, hold: Hold, wanted: readonly Wanted[]): Promise<Shortage[]> {
    const [row] = await tx.query<{ held: number; short: Shortage[] }>(RESERVE, [
      hold.companyId,
      hold.orderId,
      wanted.map((line) => line.variantId),
      wanted.map((line) => line.quantity),
    ]);
    if (row?.short.length === 0 && row.held !== wanted.length)
      throw new Error(`Reserved ${row.held} of ${wanted.length} lines of order ${hold.orderId}`);
    return row?.short ?? [];
  }

  /** What is held stays reserved until it is shipped; no deadline ends it. */
  async confirm(tx: Tx, hold: Hold): Promise<void> {
    await tx.query(
      `update stock_reservations set state = 'confirmed' where company_id = $1 and order_id = $2 and state = 'held'`,
      [hold.companyId, hold.orderId],
    );
  }

  /** What was sold is held again: its money was taken back before anything of it left. */
  async holdAgain(tx: Tx, hold: Hold): Promise<void> {
    await tx.query(
      `update stock_reservations set state = 'held' where company_id = $1 and order_id = $2 and state = 'confirmed'`,
      [hold.companyId, hold.orderId],
    );
  }

  /** How much of the order left the house. */
  async shipped(tx: Tx, hold: Hold): Promise<Shipped> {
    const [row] = await tx.query<{ some: boolean | null; all: boolean | null }>(
      `select bool_or(shipped > 0) as some, bool_and(shipped >= quantity) as all
       from stock_reservations where company_id = $1 and order_id = $2`,
      [hold.companyId, hold.orderId],
    );
    if (row?.all) return 'all';
    return row?.some ? 'some' : 'nothing';
  }

  /** Gives back what is held and did not leave; nothing when nothing is. */
  async release(tx: Tx, hold: Hold): Promise<void> {
    await tx.query(
      `with freed as (
         update stock_reservations set state = 'released'
         where company_id = $1 and order_id = $2 and state = 'held' returning variant_id, quantity - shipped as quantity
       ), locked as (
         select s.variant_id, f.quantity from stock s join freed f on f.variant_id = s.variant_id
         order by s.variant_id for no key update of s
       )
       update stock s set reserved = s.reserved - l.quantity from locked l where s.variant_id = l.variant_id`,
      [hold.companyId, hold.orderId],
    );
  }

  /** Pieces of a sold order that left the house: no longer on hand, no longer held. */
  async ship(tx: Tx, hold: Hold, left: readonly Wanted[]): Promise<void> {
    const moved = await tx.query(
      `with gone as (
         select g.variant_id, g.quantity from unnest($3::uuid[], $4::int[]) as g(variant_id, quantity)
       ), shipped as (
         update stock_reservations r set shipped = r.shipped + g.quantity,
           state = case when r.shipped + g.quantity = r.quantity then 'shipped' else r.state end
         from gone g where r.company_id = $1 and r.order_id = $2 and r.variant_id = g.variant_id
           and r.state = 'confirmed' returning r.variant_id, g.quantity
       ), locked as (
         select s.variant_id, h.quantity from stock s join shipped h on h.variant_id = s.variant_id
         order by s.variant_id for no key update of s
       )
       update stock s set on_hand = s.on_hand - l.quantity, reserved = s.reserved - l.quantity
       from locked l where s.variant_id = l.variant_id returning s.variant_id`,
      [hold.companyId, hold.orderId, left.map((line) => line.variantId), left.map((line) => line.quantity)],
    );
    if (moved.length !== left.length)
      throw new Error(`Shipped ${moved.length} of ${left.length} lines of order ${hold.orderId}`);
  }

  /** Variants without a case left, and those with fewer than three, of what is sold. */
  async levels(tx: Tx): Promise<{ out: number; low: number }> {
    const [row] = await tx.query<{ out: number; low: number }>(
      `select count(*) filter (where s.on_hand - s.reserved < v.minimum_quantity)::int as out,
              count(*) filter (where s.on_hand - s.reserved >= v.minimum_quantity
                and s.on_hand - s.reserved < 3 * v.case_size)::int as low
       from stock s join product_variants v on v.id = s.variant_id where v.is_sold`,
    );
    return row ?? { out: 0, low: 0 };
  }
}
