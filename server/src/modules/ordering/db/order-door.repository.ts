import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import type { Locale } from '@qafila/shared/kernel/locale';
import { isNegative, type Money, money, subtract, zero } from '@qafila/shared/kernel/money';
import type { OrderState } from '@qafila/shared/ordering/ordering.lifecycle';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { type OrderStand, waitsForMoney } from '../domain/order';
import { overOf } from '../domain/order-reply';
import { WAITS } from './order-list.repository';

interface FactsRow {
  company_id: string;
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
  submitted_at: Date | null;
  hold_until: Date | null;
  created_by: string;
}
interface ShippingRow {
  company_id: string;
  id: string;
  code: string;
  state: OrderState;
  ship_to: 'warehouse' | 'customers';
  brand_profile_id: string | null;
  ships_as_profile_id: string | null;
  ships_as_version: number | null;
  confirmed_at: Date | null;
  locale: Locale | null;
  name_latin: string;
  name_arabic: string | null;
  label: string | null;
  country: string | null;
  address_lines: string[] | null;
  lines: {
    lineId: string;
    variantId: string;
    productId: string;
    quantity: number;
    pack: 'private_label' | 'neutral';
    specId: string | null;
  }[];
}

const FACTS = `select o.company_id, o.id, o.code, o.name, c.name_latin as company, o.state, o.stopped_at, o.currency, o.total_minor,
    o.received_minor, o.over_minor, o.refunded_minor, o.submitted_at, o.hold_until, o.created_by
  from orders o join companies c on c.id = o.company_id`;

/** What other modules read of orders. */
@Injectable()
export class OrderDoorRepository {
  async lock(tx: Tx, key: { readonly companyId: string; readonly id: string }): Promise<void> {
    oneRow(
      await tx.query('select id from orders where company_id = $1 and id = $2 for no key update', [
        key.companyId,
        key.id,
      ]),
    );
  }

  async standOf(tx: Tx, key: { readonly companyId: string; readonly id: string }): Promise<OrderStand> {
    const row = oneRow(
      await tx.query<{ state: OrderState; stoppedAt: Date | null }>(
        'select state, stopped_at as "stoppedAt" from orders where company_id = $1 and id = $2 for no key update',
        [key.companyId, key.id],
      ),
    );
    if (waitsForMoney(row)) return 'waits';
    return row.state === 'confirmed' ? 'ships' : 'over';
  }

  async extendHold(
    tx: Tx,
    given: { readonly companyId: string; readonly id: string; readonly until: Date },
  ): Promise<void> {
    await tx.query(
      `update orders o set hold_until = $3
       where company_id = $1 and id = $2 and ${WAITS} and hold_until < $3`,
      [given.companyId, given.id, given.until],
    );
  }

  /** Drafts change hands; placed orders keep the name of who began them. */
  async handOverDrafts(
    tx: Tx,
    given: { readonly companyId: string; readonly from: string; readonly to: string; readonly at: Date },
  ): Promise<number> {
    const rows = await tx.query(
      `update orders set created_by = $3, changed_at = $4, version = version + 1
       where company_id = $1 and created_by = $2 and state = 'draft' returning id`,
      [given.companyId, given.from, given.to, given.at],
    );
    return rows.length;
  }

  async factsOf(tx: Tx, orderIds: readonly string[]) {
    if (orderIds.length === 0) return [];
    const rows = await tx.query<FactsRow>(`${FACTS} where o.id = any($1::uuid[]) order by o.id`, [orderIds]);
    return rows.map(factsOf);
  }

  async openOrders(tx: Tx, limit: number) {
    const rows = await tx.query<FactsRow>(
      `${FACTS} where ${WAITS} and o.received_minor - o.over_minor - o.refunded_minor < o.total_minor
       order by o.submitted_at, o.id limit $1`,
      [limit],
    );
    return rows.map(factsOf);
  }

  async openUnder(tx: Tx, companyId: string, profileId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `select count(*)::int as count from orders
       where company_id = $1 and ships_as_profile_id = $2 and state in ('submitted', 'confirmed')`,
      [companyId, profileId],
    );
    return row?.count ?? 0;
  }

  async specsInProduction(tx: Tx, companyId: string, orderId: string): Promise<string[]> {
    const rows = await tx.query<{ spec_id: string }>(
      `select distinct l.spec_id from order_lines l join orders o on o.company_id = l.company_id and o.id = l.order_id
       where l.company_id = $1 and l.order_id = $2 and l.spec_id is not null and o.state in ('confirmed', 'completed')`,
      [companyId, orderId],
    );
    return rows.map((row) => row.spec_id);
  }

  async forShipping(tx: Tx, companyId: string, orderId: string) {
    const row = oneRow(
      await tx.query<ShippingRow>(
        `select o.company_id, o.id, o.code, o.state, o.ship_to, o.brand_profile_id,
           o.ships_as_profile_id, o.ships_as_version, o.confirmed_at,
           c.name_latin, c.name_arabic, a.label, a.country, a.lines as address_lines,
           (select p.locale from memberships m join people p on p.id = m.person_id
             where m.company_id = o.company_id and m.role = 'owner' and m.state = 'active'
             order by p.created_at, p.id limit 1) as locale,
           (select coalesce(json_agg(json_build_object('lineId', l.id, 'variantId', l.variant_id,
               'productId', l.product_id, 'quantity', l.quantity, 'pack', l.pack, 'specId', l.spec_id)
               order by l.id), '[]')
             from order_lines l where l.company_id = o.company_id and l.order_id = o.id) as lines
         from orders o join companies c on c.id = o.company_id
         left join company_addresses a on a.company_id = o.company_id and a.id = o.address_id
         where o.company_id = $1 and o.id = $2`,
        [companyId, orderId],
      ),
    );
    return {
      companyId: row.company_id,
      orderId: row.id,
      code: row.code,
      state: row.state,
      shipTo: row.ship_to,
      brandProfileId: row.brand_profile_id,
      shipsAs:
        row.ships_as_profile_id === null || row.ships_as_version === null
          ? null
          : { profileId: row.ships_as_profile_id, version: row.ships_as_version },
      locale: row.locale ?? 'ar',
      confirmedAt: row.confirmed_at,
      lines: row.lines,
      destination: destinationOf(row),
    };
  }

  /** Orders that wait for money, and those of them whose hold ends before `soon`. */
  async waiting(tx: Tx, soon: Date): Promise<OrdersWaiting> {
    const [row] = await tx.query<{ count: number; oldest: Date | null; ending: number; first: Date | null }>(
      `select count(*)::int as count, min(submitted_at) as oldest,
              count(*) filter (where stopped_at is null and hold_until < $1)::int as ending,
              min(submitted_at) filter (where stopped_at is null and hold_until < $1) as first
       from orders o where ${WAITS}`,
      [soon],
    );
    return {
      awaitingPayment: { count: row?.count ?? 0, oldest: row?.oldest ?? null },
      holdsEnding: { count: row?.ending ?? 0, oldest: row?.first ?? null },
    };
  }
}

/** What waits at the staff home: how many, and since when the oldest one does. */
export interface OrdersWaiting {
  readonly awaitingPayment: { readonly count: number; readonly oldest: Date | null };
  readonly holdsEnding: { readonly count: number; readonly oldest: Date | null };
}

function destinationOf(row: ShippingRow) {
  if (row.ship_to !== 'warehouse' || !row.label || !row.country) return null;
  return {
    nameLatin: row.name_latin,
    nameArabic: row.name_arabic,
    label: row.label,
    country: row.country,
    lines: row.address_lines ?? [],
  };
}

function factsOf(row: FactsRow) {
  const amount = (minor: string): Money => money(Number(minor), row.currency);
  const total = amount(row.total_minor);
  const received = amount(row.received_minor);
  const refunded = amount(row.refunded_minor);
  // What goes back of a paid order makes it cheaper; as long as it waits for money it is due again.
  const waits = waitsForMoney({ state: row.state, stoppedAt: row.stopped_at });
  const isPaid = !waits && (row.state === 'confirmed' || row.state === 'completed');
  const taken = subtract(received, money(overOf(row.state, Number(row.over_minor)), row.currency));
  const due = subtract(total, isPaid ? taken : subtract(taken, refunded));
  return {
    companyId: row.company_id,
    orderId: row.id,
    code: row.code,
    name: row.name,
    company: row.company,
    state: row.state,
    waitsForMoney: waits,
    total,
    received,
    refunded,
    due: isNegative(due) ? zero(row.currency) : due,
    submittedAt: row.submitted_at,
    holdUntil: row.hold_until,
    createdBy: row.created_by,
  };
}
