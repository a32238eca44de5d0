import { Injectable } from '@nestjs/common';
import { type ConsignmentState, consignmentLifecycle } from '@qafila/shared/shipping/shipping.lifecycle';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import type { Consignment } from '../domain/consignment';
import { CONSIGNMENT, type ConsignmentRow, consignmentOf } from './consignment.mapper';

/** What a step writes; what is left out stays. */
export interface StepTaken {
  readonly to: ConsignmentState;
  readonly measuredGrams?: number;
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly handedOverAt?: Date;
  /** A scan that passed: how many surfaces were read, and when. */
  readonly passed?: { readonly surfaces: number; readonly at: Date };
}
/** Where a page of the queue begins: after this parcel. */
export interface QueuePlace {
  readonly confirmedAt: Date;
  readonly id: string;
}

/** Parcels: reading them, and the one place that changes their state. */
@Injectable()
export class ConsignmentRepository {
  /** One parcel as the scope shows it. Throws `NOT_FOUND`. */
  async byId(tx: Tx, id: string): Promise<Consignment> {
    return consignmentOf(oneRow(await tx.query<ConsignmentRow>(`${CONSIGNMENT} where c.id = $1`, [id])));
  }

  /** One parcel of a company. Throws `NOT_FOUND`. */
  async ofCompany(tx: Tx, companyId: string, id: string): Promise<Consignment> {
    const rows = await tx.query<ConsignmentRow>(`${CONSIGNMENT} where c.company_id = $1 and c.id = $2`, [
      companyId,
      id,
    ]);
    return consignmentOf(oneRow(rows));
  }

  /** The parcels of an order; cancelled ones only where none took their place. */
  async ofOrder(tx: Tx, companyId: string, orderId: string): Promise<Consignment[]> {
    const rows = await tx.query<ConsignmentRow>(
      `${CONSIGNMENT} where c.company_id = $1 and c.order_id = $2 and (c.state <> 'cancelled' or not exists (
         select from consignments n where n.company_id = c.company_id and n.order_id = c.order_id
           and n.position = c.position and n.state <> 'cancelled')) order by c.position, c.id`,
      [companyId, orderId],
    );
    return rows.map(consignmentOf);
  }

  /** Parcels in these states, the order that was paid first first. */
  async queue(
    tx: Tx,
    states: readonly ConsignmentState[],
    page: { readonly after: QueuePlace | null; readonly limit: number },
  ): Promise<Consignment[]> {
    const rows = await tx.query<ConsignmentRow>(
      `${CONSIGNMENT} where c.state = any($1)
         and ($2::timestamptz is null or (c.confirmed_at, c.id) > ($2::timestamptz, $3::uuid))
       order by c.confirmed_at, c.id limit $4`,
      [states, page.after?.confirmedAt ?? null, page.after?.id ?? null, page.limit],
    );
    return rows.map(consignmentOf);
  }

  /** The parcel that follows in the queue; at its end the oldest other one; `null` when none waits. */
  async nextAfter(tx: Tx, states: readonly ConsignmentState[], at: QueuePlace): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `(select c.id, 0 as turn from consignments c
         where c.state = any($1) and (c.confirmed_at, c.id) > ($2::timestamptz, $3::uuid)
         order by c.confirmed_at, c.id limit 1)
       union all
       (select c.id, 1 as turn from consignments c where c.state = any($1) and c.id <> $3::uuid
         order by c.confirmed_at, c.id limit 1)
       order by turn limit 1`,
      [states, at.confirmedAt, at.id],
    );
    return row?.id ?? null;
  }

  /** Takes a parcel to another state, if nobody changed it since it was read. Throws `STALE_RECORD`. */
  async advance(tx: Tx, parcel: Consignment, step: StepTaken): Promise<void> {
    const rows = await tx.query(
      `update consignments set state = $4, version = version + 1,
         measured_grams = coalesce($5, measured_grams),
         carrier = coalesce($6, carrier), tracking_number = coalesce($7, tracking_number),
         handed_over_at = coalesce($8, handed_over_at),
         scan_verdict = case when $9::int is null then scan_verdict else 'pass' end,
         scan_surfaces = coalesce($9, scan_surfaces), scanned_at = coalesce($10, scanned_at)
       where company_id = $1 and id = $2 and version = $3 and state = $11 returning id`,
      [
        parcel.companyId,
        parcel.id,
        parcel.version,
        step.to,
        step.measuredGrams ?? null,
        step.carrier ?? null,
        step.trackingNumber ?? null,
        step.handedOverAt ?? null,
        step.passed?.surfaces ?? null,
        step.passed?.at ?? null,
        parcel.state,
      ],
    );
    if (rows.length === 0) throw new Problem('STALE_RECORD');
  }

  /** Notes that the scan found a leak; the parcel stays where it is. */
  async block(tx: Tx, parcel: Consignment, scan: { surfaces: number; at: Date }): Promise<void> {
    await tx.query(
      `update consignments set scan_verdict = 'blocked', scan_surfaces = $3, scanned_at = $4
       where company_id = $1 and id = $2 and state = $5`,
      [parcel.companyId, parcel.id, scan.surfaces, scan.at, parcel.state],
    );
  }

  /** Lets every held parcel of an order go on where it was held, as its papers, weight and pieces tell; answers their ids. */
  async releaseOfOrder(
    tx: Tx,
    order: { readonly companyId: string; readonly orderId: string },
  ): Promise<string[]> {
    const { release, release_picking, release_packed, release_labelled } = consignmentLifecycle.steps;
    const rows = await tx.query<{ id: string }>(
      `update consignments c set version = version + 1, state = case
           when c.scan_verdict = 'pass' then $4
           when c.measured_grams is not null then $5
           when exists (select from consignment_items i where i.company_id = c.company_id
             and i.consignment_id = c.id and i.packed > 0) then $6
           else $7 end
       where c.company_id = $1 and c.order_id = $2 and c.state = any($3) returning c.id`,
      [
        ...[order.companyId, order.orderId, release.from],
        ...[release_labelled.to, release_packed.to, release_picking.to, release.to],
      ],
    );
    return rows.map((row) => row.id);
  }

  /** Takes a step with every parcel of an order that stands where the step begins; answers their ids. */
  async moveOfOrder(
    tx: Tx,
    order: { readonly companyId: string; readonly orderId: string },
    step: { readonly from: readonly ConsignmentState[]; readonly to: ConsignmentState },
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `update consignments set state = $4, version = version + 1
       where company_id = $1 and order_id = $2 and state = any($3) returning id`,
      [order.companyId, order.orderId, step.from, step.to],
    );
    return rows.map((row) => row.id);
  }
}
