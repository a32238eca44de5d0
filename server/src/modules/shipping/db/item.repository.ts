import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { ConsignmentItem } from '../domain/consignment';
import { type ItemRow, itemOf } from './consignment.mapper';

interface OwnedParcel {
  readonly companyId: string;
  readonly id: string;
}

/** What lies in parcels. */
@Injectable()
export class ItemRepository {
  async of(tx: Tx, parcel: OwnedParcel): Promise<ConsignmentItem[]> {
    const rows = await tx.query<ItemRow>(
      `select consignment_id, variant_id, line_id, quantity, packed, pack, spec_code from consignment_items
       where company_id = $1 and consignment_id = $2 order by variant_id`,
      [parcel.companyId, parcel.id],
    );
    return rows.map(itemOf);
  }

  /** Items of many parcels, by the id of the parcel. */
  async ofMany(tx: Tx, parcels: readonly OwnedParcel[]): Promise<Map<string, ConsignmentItem[]>> {
    const rows = await tx.query<ItemRow>(
      `select i.consignment_id, i.variant_id, i.line_id, i.quantity, i.packed, i.pack, i.spec_code
       from unnest($1::uuid[], $2::uuid[]) as p(company_id, id)
       join consignment_items i on i.company_id = p.company_id and i.consignment_id = p.id order by i.variant_id`,
      [parcels.map((parcel) => parcel.companyId), parcels.map((parcel) => parcel.id)],
    );
    const found = new Map<string, ConsignmentItem[]>();
    for (const row of rows)
      found.set(row.consignment_id, [...(found.get(row.consignment_id) ?? []), itemOf(row)]);
    return found;
  }

  /** Puts one piece in while one is missing and the parcel is being picked; false when neither holds any more. */
  async packOne(tx: Tx, parcel: OwnedParcel, variantId: string): Promise<boolean> {
    const rows = await tx.query(
      `update consignment_items i set packed = packed + 1
       where i.company_id = $1 and i.consignment_id = $2 and i.variant_id = $3 and i.packed < i.quantity
         and exists (select from consignments c
           where c.company_id = i.company_id and c.id = i.consignment_id and c.state = 'picking')
       returning i.packed`,
      [parcel.companyId, parcel.id, variantId],
    );
    return rows.length > 0;
  }
}
