import { Injectable } from '@nestjs/common';
import type { Words } from '@qafila/shared/kernel/locale';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import type { Consignment, ItemWords } from '../domain/consignment';
import { CONSIGNMENT, type ConsignmentRow, consignmentOf } from './consignment.mapper';

/** What the bearer of a tracking link may read: one parcel and the names of its goods. */
@Injectable()
export class TrackingRepository {
  /** The parcel of a token, once it was handed over. Throws `NOT_FOUND`. */
  async parcel(tx: Tx, tokenHash: string): Promise<Consignment> {
    const rows = await tx.query<ConsignmentRow>(`${CONSIGNMENT} where c.tracking_token_hash = $1`, [
      tokenHash,
    ]);
    return consignmentOf(oneRow(rows));
  }

  /** Joined here and not asked of the catalogue: its module is no part of the recipients' process. */
  items(tx: Tx, parcel: Pick<Consignment, 'companyId' | 'id'>): Promise<ItemWords[]> {
    return tx.query<{ name: Words; size: Words; quantity: number }>(
      `select p.name, v.size, i.quantity from consignment_items i
       join product_variants v on v.id = i.variant_id join products p on p.id = v.product_id
       where i.company_id = $1 and i.consignment_id = $2 order by p.position, v.position, v.id`,
      [parcel.companyId, parcel.id],
    );
  }
}
