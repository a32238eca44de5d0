import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import type { OrderState } from '@qafila/shared/ordering/ordering.lifecycle';
import {
  MINIMUM_RULE_VERSION,
  type MinimumVerdict,
  type Totals,
} from '@qafila/shared/ordering/ordering.rules';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { newId, newPublicCode } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { type Order, type OrderKey, type PastStep, stoppedAfter, type TradingCompany } from '../domain/order';
import { type CompanyRow, companyOfRow, type OrderRow, orderOfRow } from './order.mapper';

/** Clause 8: "first" while no order reached `confirmed`; a fully refunded one does not count. */
const HAS_CONFIRMED = `exists (select from orders f where f.company_id = c.id and f.confirmed_at is not null
    and f.received_minor - f.over_minor > f.refunded_minor) as has_confirmed`;
const COMPANY = `select c.id as company_id, c.country as company_country, c.currency, c.price_list,
    x.sar_rate_e6 as rate_now_e6, ${HAS_CONFIRMED},
    (select a.id from company_addresses a where a.company_id = c.id and a.is_default and a.removed_at is null order by a.id limit 1) as address_id
  from companies c left join exchange_rates x on x.currency = c.currency`;
const ORDER = `select o.company_id, o.id, o.code, o.name, o.state, o.version, o.currency, o.ship_to, o.address_id,
    a.country as address_country, o.brand_profile_id, o.goods_minor, o.branding_minor, o.shipping_minor, o.vat_minor,
    o.total_minor, o.received_minor, o.over_minor, o.refunded_minor, o.credit_minor, o.units, o.weight_grams, o.line_count, o.minimum_kind,
    o.minimum_minor, o.hold_until, o.changed_at, o.submitted_at, o.confirmed_at, o.stopped_at, o.prepared_reason,
    o.prepared_at, o.taken_over_at, c.country as company_country, c.price_list,
    x.sar_rate_e6 as rate_now_e6, ${HAS_CONFIRMED},
    (select count(*)::int from order_recipients r where r.company_id = o.company_id and r.order_id = o.id) as recipient_count
  from orders o join companies c on c.id = o.company_id
  left join exchange_rates x on x.currency = o.currency
  left join company_addresses a on a.company_id = o.company_id and a.id = o.address_id
  where o.company_id = $1 and o.id = $2`;

const CREATE = `with begun as (
    insert into orders (company_id, id, code, name, state, version, currency, ship_to, address_id, brand_profile_id,
      parcel_count, created_by, created_at, changed_at, prepared_reason, prepared_at)
    values ($1, $2, $3, $4, 'draft', 1, $5, $12::text, $6, $7, case when $12::text = 'warehouse' then 1 else 0 end, $8,
      $9, $9, $11::text, case when $11::text is null then null else $9::timestamptz end) returning company_id, id
  )
  insert into order_steps (company_id, id, order_id, step, from_state, to_state, person_id, at)
  select b.company_id, $10, b.id, 'create', 'draft', 'draft', $8, $9 from begun b`;

/** One step of an order, as the lifecycle decided it. */
export interface StepTaken {
  readonly step: string;
  readonly to: OrderState;
  readonly at: Date;
  /** `null` for steps of the system. */
  readonly personId: string | null;
  /** A new deadline of its payment; what is left out stays. */
  readonly holdUntil?: Date;
}
/** What submit writes on the order beside its state. */
export interface Placement extends StepTaken {
  readonly totals: Totals;
  readonly weightGrams: number;
  readonly parcels: number;
  readonly vatCategory: 'standard' | 'export';
  readonly minimum: MinimumVerdict;
  readonly company: TradingCompany;
  /** Policy clause 9: the version in force at this moment. */
  readonly policyVersion: number;
  /** The brand profile in the version in force at this moment; `null` where the company has none. */
  readonly shipsAs: { readonly profileId: string; readonly version: number } | null;
  readonly holdUntil: Date;
}

/** Orders, each with its company's facts in the same statement. */
@Injectable()
export class OrderRepository {
  /** Throws `NOT_FOUND`, also for another company's order. */
  async find(tx: Tx, key: OrderKey): Promise<{ order: Order; company: TradingCompany }> {
    const row = oneRow(await tx.query<OrderRow>(ORDER, [key.companyId, key.id]));
    return { order: orderOfRow(row), company: companyOfRow(row) };
  }

  /** As `find`, and nobody else moves the order until this transaction ends. */
  async lock(tx: Tx, key: OrderKey): Promise<{ order: Order; company: TradingCompany }> {
    const row = oneRow(await tx.query<OrderRow>(`${ORDER} for no key update of o`, [key.companyId, key.id]));
    return { order: orderOfRow(row), company: companyOfRow(row) };
  }

  /** One submit of a company at a time: the minimum is decided over all its orders. */
  async lockCompany(tx: Tx, companyId: string): Promise<void> {
    oneRow(await tx.query('select id from companies where id = $1 for no key update', [companyId]));
  }

  async company(
    tx: Tx,
    companyId: string,
  ): Promise<{ company: TradingCompany; defaultAddressId: string | null }> {
    const row = oneRow(
      await tx.query<CompanyRow & { address_id: string | null }>(`${COMPANY} where c.id = $1`, [companyId]),
    );
    return { company: companyOfRow(row), defaultAddressId: row.address_id };
  }

  /** Begins a draft and returns its id. */
  async create(
    tx: Tx,
    draft: {
      readonly companyId: string;
      readonly name: string;
      readonly currency: Currency;
      readonly shipTo: 'warehouse' | 'customers';
      readonly addressId: string | null;
      readonly brandProfileId: string | null;
      readonly personId: string;
      readonly at: Date;
      /** Why staff begin it while they act for the trader; `null` for the trader's own people. */
      readonly preparedReason: string | null;
    },
  ): Promise<string> {
    const id = newId();
    await tx.query(CREATE, [
      draft.companyId,
      id,
      newPublicCode(),
      draft.name,
      draft.currency,
      draft.addressId,
      draft.brandProfileId,
      draft.personId,
      draft.at,
      newId(),
      draft.preparedReason,
      draft.shipTo,
    ]);
    return id;
  }

  /** Writes name, destination, brand and totals of a draft. Throws `STALE_RECORD`. */
  async edit(tx: Tx, order: Order, given: { parcels: number; at: Date }): Promise<Order> {
    const rows = await tx.query<{ version: number }>(
      `update orders set name = $4, ship_to = $5, address_id = $6, brand_profile_id = $7, parcel_count = $8,
         shipping_minor = $9, vat_minor = $10, total_minor = $11, changed_at = $12, version = version + 1
       where company_id = $1 and id = $2 and version = $3 and state = 'draft' returning version`,
      [
        order.companyId,
        order.id,
        order.version,
        order.name,
        order.shipTo,
        order.addressId,
        order.brandProfileId,
        given.parcels,
        order.totals.shipping.minor,
        order.totals.vat.minor,
        order.totals.total.minor,
        given.at,
      ],
    );
    return { ...order, version: theOne(rows).version, changedAt: given.at };
  }

  /** Gives a draft that the store prepared into the trader's hands. Throws `STALE_RECORD`. */
  async takeOver(tx: Tx, order: Order, by: { personId: string; at: Date }): Promise<Order> {
    const rows = await tx.query<{ version: number }>(
      `update orders set taken_over_at = $4, created_by = $5, changed_at = $4, version = version + 1
       where company_id = $1 and id = $2 and version = $3 and state = 'draft' and prepared_at is not null
         and taken_over_at is null returning version`,
      [order.companyId, order.id, order.version, by.at, by.personId],
    );
    const prepared = order.prepared && { ...order.prepared, isTakenOver: true };
    return { ...order, prepared, version: theOne(rows).version, changedAt: by.at };
  }

  /** Takes one step, if nobody was faster, and writes it into the history. Throws `STALE_RECORD`. */
  async advance(tx: Tx, order: Order, taken: StepTaken): Promise<Order> {
    const rows = await tx.query<{ id: string }>(
      `with moved as (
         update orders set state = $5, version = version + 1, changed_at = $6,
           confirmed_at = case when $5 = 'confirmed' and $4 <> 'confirmed' then $6 else confirmed_at end,
           stopped_at = case $8 when 'stop' then $6 when 'go_on' then null else stopped_at end,
           hold_until = coalesce($10, hold_until)
         where company_id = $1 and id = $2 and version = $3 and state = $4 returning company_id, id
       )
       insert into order_steps (company_id, id, order_id, step, from_state, to_state, person_id, at)
       select m.company_id, $7, m.id, $8, $4, $5, $9, $6 from moved m returning id`,
      [
        order.companyId,
        order.id,
        order.version,
        order.state,
        taken.to,
        taken.at,
        newId(),
        taken.step,
        taken.personId,
        taken.holdUntil ?? null,
      ],
    );
    theOne(rows);
    return {
      ...order,
      holdUntil: taken.holdUntil ?? order.holdUntil,
      state: taken.to,
      version: order.version + 1,
      changedAt: taken.at,
      confirmedAt: taken.to === 'confirmed' && order.state !== 'confirmed' ? taken.at : order.confirmedAt,
      stoppedAt: stoppedAfter(order, taken),
    };
  }

  /** Takes the step of submitting, with everything that is decided at that moment. Throws `STALE_RECORD`. */
  async place(tx: Tx, order: Order, taken: Placement): Promise<Order> {
    const { totals, minimum, company } = taken;
    const rows = await tx.query<{ id: string }>(
      `with moved as (
         update orders set state = $5, version = version + 1, changed_at = $6, submitted_at = $6,
           submitted_by = $9, goods_minor = $10, branding_minor = $11, shipping_minor = $12, vat_minor = $13,
           total_minor = $14, weight_grams = $15, parcel_count = $16, vat_category = $17, minimum_kind = $18,
           minimum_minor = $19, minimum_rule_version = $20, rate_e6 = $21, policy_version = $22, hold_until = $23,
           ships_as_profile_id = $24, ships_as_version = $25
         where company_id = $1 and id = $2 and version = $3 and state = $4 returning company_id, id
       )
       insert into order_steps (company_id, id, order_id, step, from_state, to_state, person_id, at)
       select m.company_id, $7, m.id, $8, $4, $5, $9, $6 from moved m returning id`,
      [
        ...[order.companyId, order.id, order.version, order.state, taken.to, taken.at],
        ...[newId(), taken.step, taken.personId],
        ...[totals.goods.minor, totals.branding.minor, totals.shipping.minor, totals.vat.minor],
        ...[totals.total.minor, taken.weightGrams, taken.parcels, taken.vatCategory],
        ...[minimum.kind, minimum.required.minor, MINIMUM_RULE_VERSION.value],
        ...[company.rateE6, taken.policyVersion, taken.holdUntil],
        ...[taken.shipsAs?.profileId ?? null, taken.shipsAs?.version ?? null],
      ],
    );
    theOne(rows);
    return {
      ...order,
      state: taken.to,
      version: order.version + 1,
      totals,
      weightGrams: taken.weightGrams,
      minimum: { kind: minimum.kind, required: minimum.required },
      holdUntil: taken.holdUntil,
      changedAt: taken.at,
      submittedAt: taken.at,
    };
  }

  /** Moves the sums of the payment axis; the ledger of payments decided them. */
  async bookMoney(
    tx: Tx,
    order: Order,
    booked: {
      readonly receivedMinor: number;
      readonly refundedMinor: number;
      readonly overMinor?: number | undefined;
      readonly creditMinor?: number | undefined;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.query(
      `update orders set received_minor = received_minor + $3, refunded_minor = refunded_minor + $4,
         credit_minor = credit_minor + $6, over_minor = over_minor + $7, version = version + 1, changed_at = $5
       where company_id = $1 and id = $2`,
      [
        ...[order.companyId, order.id, booked.receivedMinor, booked.refundedMinor, booked.at],
        ...[booked.creditMinor ?? 0, booked.overMinor ?? 0],
      ],
    );
  }

  /** Counts one more parcel that left. */
  async countParcelOut(tx: Tx, orderId: string, at: Date): Promise<void> {
    await tx.query('update orders set parcels_out = parcels_out + 1, changed_at = $2 where id = $1', [
      orderId,
      at,
    ]);
  }

  /** Addresses to choose from; one that was removed since stays on the order that goes there. */
  async addresses(tx: Tx, companyId: string, chosen: string | null) {
    return tx.query<{ id: string; label: string; country: string; lines: string[] }>(
      `select id, label, country, lines from company_addresses
       where company_id = $1 and (removed_at is null or id = $2) order by is_default desc, label, id`,
      [companyId, chosen],
    );
  }

  /** The history, the oldest first. Staff act without a name. */
  history(tx: Tx, key: OrderKey): Promise<PastStep[]> {
    return tx.query<PastStep>(
      `select s.at, s.step, p.name as by from order_steps s left join people p on p.id = s.person_id and p.kind = 'trader'
       where s.company_id = $1 and s.order_id = $2 order by s.at, s.id`,
      [key.companyId, key.id],
    );
  }
}

/** The row of a conditional update; none means that somebody was faster. */
function theOne<Row>(rows: readonly Row[]): Row {
  const row = rows[0];
  if (row === undefined) throw new Problem('STALE_RECORD');
  return row;
}
