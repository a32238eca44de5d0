import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import type { Attempt } from '../domain/attempts/attempt';

/** What shows that a payment was for goods that were ordered and delivered. No recipient is in it. */
export interface Evidence {
  readonly orderCode: string;
  readonly company: string;
  readonly placedAt: Date;
  /** Version of the trade terms that were accepted with the order. */
  readonly policyVersion: number | null;
  readonly total: Money;
  readonly paidAt: Date | null;
  readonly lines: readonly {
    readonly sku: string;
    readonly name: string;
    readonly quantity: number;
    readonly net: Money;
  }[];
  readonly parcels: readonly {
    readonly code: string;
    readonly carrier: string | null;
    readonly trackingNumber: string | null;
    readonly handedOverAt: Date | null;
    readonly deliveredAt: Date | null;
  }[];
}

type About = Pick<Attempt, 'companyId' | 'orderId' | 'id'>;

/** Reads orders, goods and parcels by join, like the desk. Needs a staff scope. */
@Injectable()
export class EvidenceRepository {
  async of(tx: Tx, about: About): Promise<Evidence> {
    const order = await this.order(tx, about);
    const lines = await this.lines(tx, about, order.total.currency);
    return { ...order, lines, parcels: await this.parcels(tx, about) };
  }

  private async order(
    tx: Tx,
    { companyId, orderId, id }: About,
  ): Promise<Omit<Evidence, 'lines' | 'parcels'>> {
    const rows = await tx.query<{
      code: string;
      company: string;
      submitted_at: Date;
      policy_version: number | null;
      total_minor: string;
      currency: Currency;
      paid_at: Date | null;
    }>(
      `select o.code, c.name_latin as company, o.submitted_at, o.policy_version, o.total_minor, o.currency,
         (select min(booked_at) from ledger_entries where company_id = $1 and attempt_id = $3) as paid_at
       from orders o join companies c on c.id = o.company_id where o.company_id = $1 and o.id = $2`,
      [companyId, orderId, id],
    );
    const row = oneRow(rows);
    return {
      orderCode: row.code,
      company: row.company,
      placedAt: row.submitted_at,
      policyVersion: row.policy_version,
      total: money(Number(row.total_minor), row.currency),
      paidAt: row.paid_at,
    };
  }

  private async lines(tx: Tx, { companyId, orderId }: About, currency: Currency): Promise<Evidence['lines']> {
    const rows = await tx.query<{ sku: string; name: string; quantity: number; net_minor: string }>(
      `select v.sku, p.name ->> 'en' as name, l.quantity, l.net_minor
       from order_lines l join product_variants v on v.id = l.variant_id join products p on p.id = l.product_id
       where l.company_id = $1 and l.order_id = $2 order by v.sku`,
      [companyId, orderId],
    );
    return rows.map(({ net_minor: net, ...line }) => ({ ...line, net: money(Number(net), currency) }));
  }

  private async parcels(tx: Tx, { companyId, orderId }: About): Promise<Evidence['parcels']> {
    const rows = await tx.query<{
      parcel_code: string;
      carrier: string | null;
      tracking_number: string | null;
      handed_over_at: Date | null;
      delivered_at: Date | null;
    }>(
      `select parcel_code, carrier, tracking_number, handed_over_at, delivered_at from consignments
       where company_id = $1 and order_id = $2 and state <> 'cancelled' order by position`,
      [companyId, orderId],
    );
    return rows.map((row) => ({
      code: row.parcel_code,
      carrier: row.carrier,
      trackingNumber: row.tracking_number,
      handedOverAt: row.handed_over_at,
      deliveredAt: row.delivered_at,
    }));
  }
}
