import type { Locale } from '@qafila/shared/kernel/locale';

/**
 * All that a recipient may learn about a parcel. Slip, label and tracking page take this and nothing
 * else; it has no field for the store (Policy clause 7: orders are sent in the trader's name).
 */
export interface RecipientView {
  readonly locale: Locale;
  readonly brand: BrandView;
  readonly parcel: ParcelView;
  readonly recipient: RecipientDetails;
  readonly items: readonly ItemView[];
  /** `YYYY-MM-DD` in Riyadh. */
  readonly shippedOn: string;
}

/** The trader's brand profile as the recipient sees it. */
export interface BrandView {
  readonly nameLatin: string;
  readonly nameArabic?: string;
  readonly colours: { readonly ink: string; readonly accent: string };
  /** PNG without metadata; drawn instead of the written names. */
  readonly logoPng?: Buffer;
  readonly replyEmail: string;
  readonly returnAddress: readonly string[];
  /** One line under the brand on the label, for example a telephone number or a motto. */
  readonly senderLine?: string;
  /** Telephone number and website, beside the reply address. */
  readonly contact?: readonly string[];
  /** A line of the brand's own on the slip, in the recipient's language; in Arabic the Latin one beside it. */
  readonly message?: { readonly main: string; readonly second?: string };
}

export interface ParcelView {
  /** Random public code: no store prefix, no volume. */
  readonly code: string;
  /** 1 for the first parcel of the consignment. */
  readonly index: number;
  readonly count: number;
  readonly trackingUrl?: string;
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly weightGrams?: number;
}

export interface RecipientDetails {
  readonly name: string;
  /** The name in the other script, when the trader gave one. */
  readonly otherName?: string;
  /** E.164; empty when none is known. */
  readonly phone: string;
  readonly address: RecipientAddress;
}

export interface RecipientAddress {
  readonly lines: readonly string[];
  readonly city: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Saudi short address, four letters and four digits. */
  readonly shortAddress?: string;
}

export interface ItemView {
  /** In the recipient's language; the private-label name where the line has one. */
  readonly name: string;
  readonly variant?: string;
  readonly quantity: number;
}

export interface NationalAddressParts {
  readonly buildingNumber: string;
  readonly street: string;
  readonly district: string;
  readonly additionalNumber?: string;
  readonly unitNumber?: string;
}

const UNIT: Readonly<Record<Locale, string>> = { ar: 'وحدة', en: 'Unit', no: 'Enhet', fr: 'Unité' };

/** The lines of a Saudi national address as people write them: building and street, then the district. */
export function nationalAddressLines(parts: NationalAddressParts, locale: Locale): string[] {
  const comma = locale === 'ar' ? '، ' : ', ';
  const unit = parts.unitNumber ? `${comma}${UNIT[locale]} ${parts.unitNumber}` : '';
  const additional = parts.additionalNumber ? ` – ${parts.additionalNumber}` : '';
  return [`${parts.buildingNumber} ${parts.street}${unit}`, `${parts.district}${additional}`];
}
