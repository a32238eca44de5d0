import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import type { Order } from '../domain/order';
import type { PricedLine } from '../domain/pricing';
import { type TotalsRow, totalsOfRow } from './order.mapper';

/** A line as it stands on the order. */
export interface StoredLine extends PricedLine {
  readonly id: string;
}
interface LineRow {
  id: string;
  variant_id: string;
  product_id: string;
  quantity: number;
  pack: 'private_label' | 'neutral';
  spec_id: string | null;
  unit_per10k: string;
  percent_off: number;
  net_minor: string;
  branding_minor: string;
  weight_grams: string;
}
interface PutRow extends TotalsRow {
  version: number;
  units: number;
  weight_grams: string;
  line_count: number;
  kept: { id: string; variantId: string }[];
  gone: string[];
}
/** Lines to set and to remove, with what the new totals depend on besides them. */
export interface LinesGiven {
  readonly lines: readonly PricedLine[];
  readonly removed: readonly string[];
  /** Carriage of an order that holds goods. */
  readonly carriage: Money;
  /** Basis points of VAT at the place of delivery. */
  readonly vatRate: number;
  readonly at: Date;
}

/**
 * Lines and totals move in one statement: the totals by what the changed lines add and take away, so that no other
 * line is read. The order is locked and its version compared first; a stale version changes nothing.
 */
const PUT = `
  with head as (
    select * from orders where company_id = $1 and id = $2 and version = $3 and state = 'draft' for no key update
  ), given as (
    select * from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::int[], $8::text[], $9::uuid[], $10::bigint[], $11::int[],
      $12::bigint[], $13::bigint[], $14::bigint[]) as g(line_id, variant_id, product_id, quantity, pack, spec_id,
      unit_per10k, percent_off, net_minor, branding_minor, weight_grams)
  ), old as (
    select l.* from order_lines l join head h on h.company_id = l.company_id and h.id = l.order_id
    where l.variant_id in (select variant_id from given) or l.variant_id = any($15::uuid[])
  ), gone as (
    delete from order_lines l using head h
    where l.company_id = h.company_id and l.order_id = h.id and l.variant_id = any($15::uuid[]) returning l.variant_id
  ), unshared as (
    delete from order_recipient_items i using order_recipients r, gone
    where r.company_id = $1 and r.order_id = $2 and i.company_id = r.company_id and i.recipient_id = r.id
      and i.variant_id = gone.variant_id
  ), kept as (
    insert into order_lines (company_id, id, order_id, variant_id, product_id, quantity, pack, spec_id, unit_per10k,
      percent_off, net_minor, branding_minor, weight_grams)
    select h.company_id, g.line_id, h.id, g.variant_id, g.product_id, g.quantity, g.pack, g.spec_id, g.unit_per10k,
      g.percent_off, g.net_minor, g.branding_minor, g.weight_grams from given g cross join head h
    on conflict (company_id, order_id, variant_id) do update set quantity = excluded.quantity, pack = excluded.pack,
      spec_id = excluded.spec_id, unit_per10k = excluded.unit_per10k, percent_off = excluded.percent_off,
      net_minor = excluded.net_minor, branding_minor = excluded.branding_minor, weight_grams = excluded.weight_grams
    returning id, variant_id
  ), next as (
    select h.company_id, h.id, h.goods_minor + g.net - o.net as goods, h.branding_minor + g.branding - o.branding as branding,
      h.units + g.units - o.units as units, h.weight_grams + g.weight - o.weight as weight,
      h.line_count + g.lines - o.lines as lines,
      case when h.line_count + g.lines - o.lines > 0 then $16::bigint else 0 end as shipping
    from head h,
      (select coalesce(sum(net_minor), 0)::bigint as net, coalesce(sum(branding_minor), 0)::bigint as branding,
        coalesce(sum(quantity), 0)::int as units, coalesce(sum(weight_grams), 0)::bigint as weight, count(*)::int as lines
        from given) g,
      (select coalesce(sum(net_minor), 0)::bigint as net, coalesce(sum(branding_minor), 0)::bigint as branding,
        coalesce(sum(quantity), 0)::int as units, coalesce(sum(weight_grams), 0)::bigint as weight, count(*)::int as lines
        from old) o
  ), taxed as (
    -- Half up, once, on the sum of nets: the whole order has one place of delivery and so one category.
    select n.*, ((n.goods + n.branding + n.shipping) * $17::bigint + 5000) / 10000 as vat from next n
  )
  update orders o set goods_minor = t.goods, branding_minor = t.branding, shipping_minor = t.shipping, vat_minor = t.vat,
    total_minor = t.goods + t.branding + t.shipping + t.vat, units = t.units, weight_grams = t.weight,
    line_count = t.lines, version = o.version + 1, changed_at = $18
  from taxed t where o.company_id = t.company_id and o.id = t.id
  returning o.version, o.goods_minor, o.branding_minor, o.shipping_minor, o.vat_minor, o.total_minor, o.units,
    o.weight_grams, o.line_count,
    (select coalesce(json_agg(json_build_object('id', k.id, 'variantId', k.variant_id)), '[]') from kept k) as kept,
    (select coalesce(json_agg(g.variant_id), '[]') from gone g) as gone`;

/** Lines of an order. */
@Injectable()
export class LineRepository {
  async of(tx: Tx, order: Pick<Order, 'companyId' | 'id' | 'currency'>): Promise<StoredLine[]> {
    const rows = await tx.query<LineRow>(
      `select id, variant_id, product_id, quantity, pack, spec_id, unit_per10k, percent_off, net_minor, branding_minor,
         weight_grams
       from order_lines where company_id = $1 and order_id = $2 order by id`,
      [order.companyId, order.id],
    );
    return rows.map((row) => lineOfRow(row, order.currency));
  }

  /** Sets and removes lines of a draft and moves its totals. Throws `STALE_RECORD`. */
  async put(
    tx: Tx,
    order: Order,
    given: LinesGiven,
  ): Promise<{ order: Order; lines: StoredLine[]; removed: string[] }> {
    const [row] = await tx.query<PutRow>(PUT, [
      order.companyId,
      order.id,
      order.version,
      given.lines.map(() => newId()),
      ...columnsOf(given.lines),
      given.removed,
      given.carriage.minor,
      given.vatRate,
      given.at,
    ]);
    if (row === undefined) throw new Problem('STALE_RECORD');
    const ids = new Map(row.kept.map(({ id, variantId }) => [variantId, id]));
    return {
      order: {
        ...order,
        version: row.version,
        totals: totalsOfRow(row, order.currency),
        units: row.units,
        weightGrams: Number(row.weight_grams),
        lineCount: row.line_count,
        changedAt: given.at,
      },
      lines: given.lines.map((line) => ({ ...line, id: ids.get(line.variantId) ?? '' })),
      removed: row.gone,
    };
  }

  /** Writes today's prices on lines that stay as they are otherwise. */
  async reprice(tx: Tx, order: Order, lines: readonly PricedLine[]): Promise<void> {
    if (lines.length === 0) return;
    await tx.query(
      `update order_lines l set unit_per10k = g.unit_per10k, percent_off = g.percent_off, net_minor = g.net_minor,
         branding_minor = g.branding_minor, weight_grams = g.weight_grams
       from unnest($3::uuid[], $4::uuid[], $5::int[], $6::text[], $7::uuid[], $8::bigint[], $9::int[], $10::bigint[],
         $11::bigint[], $12::bigint[]) as g(variant_id, product_id, quantity, pack, spec_id, unit_per10k, percent_off,
         net_minor, branding_minor, weight_grams)
       where l.company_id = $1 and l.order_id = $2 and l.variant_id = g.variant_id`,
      [order.companyId, order.id, ...columnsOf(lines)],
    );
  }
}

const columnsOf = (lines: readonly PricedLine[]): unknown[][] => [
  lines.map((line) => line.variantId),
  lines.map((line) => line.productId),
  lines.map((line) => line.quantity),
  lines.map((line) => line.pack),
  lines.map((line) => line.specId),
  lines.map((line) => line.unitPrice.per10k),
  lines.map((line) => line.percentOff),
  lines.map((line) => line.net.minor),
  lines.map((line) => line.branding.minor),
  lines.map((line) => line.weightGrams),
];

const lineOfRow = (row: LineRow, currency: Currency): StoredLine => ({
  id: row.id,
  variantId: row.variant_id,
  productId: row.product_id,
  quantity: row.quantity,
  pack: row.pack,
  specId: row.spec_id,
  unitPrice: { per10k: Number(row.unit_per10k), currency },
  percentOff: row.percent_off,
  net: money(Number(row.net_minor), currency),
  branding: money(Number(row.branding_minor), currency),
  weightGrams: Number(row.weight_grams),
});
