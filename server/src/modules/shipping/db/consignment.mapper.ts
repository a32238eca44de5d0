import type { Locale } from '@qafila/shared/kernel/locale';
import type { ConsignmentState } from '@qafila/shared/shipping/shipping.lifecycle';
import type { BrandSnapshot, Carrier, Consignment, ConsignmentItem } from '../domain/consignment';

export interface ConsignmentRow {
  company_id: string;
  id: string;
  order_id: string;
  parcel_code: string;
  position: number;
  parcel_count: number;
  state: ConsignmentState;
  version: number;
  locale: Locale;
  recipient_enc: string;
  tracking_token_enc: string;
  brand: BrandSnapshot;
  logo_file_id: string | null;
  pieces: number;
  goods_grams: number;
  measured_grams: number | null;
  carrier: Carrier | null;
  tracking_number: string | null;
  scan_verdict: 'pass' | 'blocked' | null;
  scan_surfaces: number | null;
  scanned_at: Date | null;
  confirmed_at: Date;
  handed_over_at: Date | null;
  delivered_at: Date | null;
}
export interface ItemRow {
  consignment_id: string;
  variant_id: string;
  line_id: string;
  quantity: number;
  packed: number;
  pack: 'private_label' | 'neutral';
  spec_code: string | null;
}

export const CONSIGNMENT = `select c.company_id, c.id, c.order_id, c.parcel_code, c.position, c.parcel_count, c.state,
    c.version, c.locale, c.recipient_enc, c.tracking_token_enc, c.brand, c.logo_file_id, c.pieces, c.goods_grams,
    c.measured_grams, c.carrier, c.tracking_number, c.scan_verdict, c.scan_surfaces, c.scanned_at, c.confirmed_at,
    c.handed_over_at, c.delivered_at
  from consignments c`;

/** A row as the domain knows it. */
export const consignmentOf = (row: ConsignmentRow): Consignment => ({
  companyId: row.company_id,
  id: row.id,
  orderId: row.order_id,
  parcelCode: row.parcel_code,
  position: row.position,
  parcelCount: row.parcel_count,
  state: row.state,
  version: row.version,
  locale: row.locale,
  recipientEnc: row.recipient_enc,
  tokenEnc: row.tracking_token_enc,
  brand: row.brand,
  logoFileId: row.logo_file_id,
  pieces: row.pieces,
  goodsGrams: row.goods_grams,
  measuredGrams: row.measured_grams,
  carrier: row.carrier,
  trackingNumber: row.tracking_number,
  scan:
    row.scan_verdict && row.scanned_at
      ? { verdict: row.scan_verdict, surfaces: row.scan_surfaces ?? 0, at: row.scanned_at }
      : null,
  confirmedAt: row.confirmed_at,
  handedOverAt: row.handed_over_at,
  deliveredAt: row.delivered_at,
});

export const itemOf = (row: ItemRow): ConsignmentItem => ({
  variantId: row.variant_id,
  lineId: row.line_id,
  quantity: row.quantity,
  packed: row.packed,
  pack: row.pack,
  specCode: row.spec_code,
});
