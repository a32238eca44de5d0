import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { BrandSnapshot } from '../domain/consignment';

/** A parcel as it is planned; personal data sealed already. */
export interface NewParcel {
  readonly id: string;
  readonly position: number;
  readonly parcelCode: string;
  readonly locale: string;
  readonly recipientEnc: string;
  readonly tokenEnc: string;
  readonly tokenHash: string;
  readonly pieces: number;
  readonly goodsGrams: number;
  readonly items: readonly NewItem[];
}
export interface NewItem {
  readonly variantId: string;
  readonly lineId: string;
  readonly quantity: number;
  readonly pack: string;
  readonly specCode: string | null;
}
/** What all parcels of an order share. */
export interface ParcelOrder {
  readonly companyId: string;
  readonly orderId: string;
  readonly brandProfileId: string | null;
  readonly brand: BrandSnapshot;
  readonly logoFileId: string | null;
  readonly confirmedAt: Date;
}

/** Writes the parcels of an order: two statements, however many parcels. */
@Injectable()
export class NewParcelRepository {
  /** True where the order has parcels that were not cancelled. */
  async isPlanned(tx: Tx, companyId: string, orderId: string): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from consignments where company_id = $1 and order_id = $2 and state <> 'cancelled' limit 1`,
      [companyId, orderId],
    );
    return rows.length > 0;
  }

  async insert(tx: Tx, order: ParcelOrder, parcels: readonly NewParcel[]): Promise<void> {
    await this.insertParcels(tx, order, parcels);
    await this.insertItems(tx, order.companyId, parcels);
  }

  private async insertParcels(tx: Tx, order: ParcelOrder, parcels: readonly NewParcel[]): Promise<void> {
    await tx.query(
      `insert into consignments (company_id, order_id, brand_profile_id, brand, logo_file_id, confirmed_at,
         parcel_count, state, id, position, parcel_code, locale, recipient_enc, tracking_token_enc,
         tracking_token_hash, pieces, goods_grams)
       select $1, $2, $3, $4, $5, $6, $7, 'planned', n.* from unnest($8::uuid[], $9::int[], $10::text[], $11::text[],
         $12::text[], $13::text[], $14::text[], $15::int[], $16::int[]) as n`,
      [
        order.companyId,
        order.orderId,
        order.brandProfileId,
        order.brand,
        order.logoFileId,
        order.confirmedAt,
        parcels.length,
        parcels.map((parcel) => parcel.id),
        parcels.map((parcel) => parcel.position),
        parcels.map((parcel) => parcel.parcelCode),
        parcels.map((parcel) => parcel.locale),
        parcels.map((parcel) => parcel.recipientEnc),
        parcels.map((parcel) => parcel.tokenEnc),
        parcels.map((parcel) => parcel.tokenHash),
        parcels.map((parcel) => parcel.pieces),
        parcels.map((parcel) => parcel.goodsGrams),
      ],
    );
  }

  private async insertItems(tx: Tx, companyId: string, parcels: readonly NewParcel[]): Promise<void> {
    const items = parcels.flatMap(({ id, items: own }) =>
      own.map((item) => ({ consignmentId: id, ...item })),
    );
    await tx.query(
      `insert into consignment_items (company_id, consignment_id, variant_id, line_id, quantity, pack, spec_code)
       select $1, n.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::text[], $7::text[]) as n`,
      [
        companyId,
        items.map((item) => item.consignmentId),
        items.map((item) => item.variantId),
        items.map((item) => item.lineId),
        items.map((item) => item.quantity),
        items.map((item) => item.pack),
        items.map((item) => item.specCode),
      ],
    );
  }
}
