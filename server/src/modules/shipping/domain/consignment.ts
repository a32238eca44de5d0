import type { ProfileContent } from '@qafila/shared/branding/profile-content';
import type { Locale, Words } from '@qafila/shared/kernel/locale';
import type { CARRIERS } from '@qafila/shared/shipping/shipping.contract';
import type { ConsignmentState } from '@qafila/shared/shipping/shipping.lifecycle';

export type Carrier = (typeof CARRIERS)[number];

/** The brand as it was when the parcel was planned: a later change of the profile never reaches it. */
export interface BrandSnapshot {
  /** Serves staff instead of the trader's legal name. */
  readonly code: string;
  readonly nameLatin: string;
  readonly nameArabic: string | null;
  readonly ink: string;
  readonly accent: string;
  readonly replyEmail: string;
  readonly returnLines: readonly string[];
  /** What profiles came to say later; parcels planned before have none of it. */
  readonly profile?: ProfileSnapshot;
}

/** The parts of a brand profile that papers and the tracking page use beside names, colours and address. */
export interface ProfileSnapshot
  extends Pick<ProfileContent, 'names' | 'returns' | 'website' | 'slip' | 'tracking'> {
  readonly version: number;
  readonly senderName: string | null;
  readonly senderPhone: string | null;
  /** The logo in one colour, for label printers; `null` where the primary one serves. */
  readonly monoFileId: string | null;
}

/** Verdict of the latest leak scan; `null` before the first. */
export interface ScanVerdict {
  readonly verdict: 'pass' | 'blocked';
  readonly surfaces: number;
  readonly at: Date;
}

/** One parcel of an order. Recipient and tracking token stay sealed in it. */
export interface Consignment {
  readonly companyId: string;
  readonly id: string;
  readonly orderId: string;
  readonly parcelCode: string;
  /** 1 for the first parcel of the order. */
  readonly position: number;
  readonly parcelCount: number;
  readonly state: ConsignmentState;
  readonly version: number;
  readonly locale: Locale;
  readonly recipientEnc: string;
  readonly tokenEnc: string;
  readonly brand: BrandSnapshot;
  readonly logoFileId: string | null;
  readonly pieces: number;
  readonly goodsGrams: number;
  readonly measuredGrams: number | null;
  readonly carrier: Carrier | null;
  readonly trackingNumber: string | null;
  readonly scan: ScanVerdict | null;
  readonly confirmedAt: Date;
  readonly handedOverAt: Date | null;
  readonly deliveredAt: Date | null;
}

/** Goods of a parcel, as many as are packed already. */
export interface ConsignmentItem {
  readonly variantId: string;
  readonly lineId: string;
  readonly quantity: number;
  readonly packed: number;
  readonly pack: 'private_label' | 'neutral';
  readonly specCode: string | null;
}

/** Names of a variant, for papers and the tracking page. */
export interface ItemWords {
  readonly name: Words;
  readonly size: Words;
  readonly quantity: number;
}
