import type { Consignment, ItemWords } from './consignment';
import { detailsOf, type RecipientRecord } from './recipient-record';
import type { BrandView, RecipientView } from './recipient-view';

/** What papers are drawn from besides the parcel itself. */
export interface PaperFacts {
  readonly recipient: RecipientRecord;
  readonly items: readonly ItemWords[];
  readonly logoPng: Buffer | null;
  readonly trackingUrl: string;
  /** `YYYY-MM-DD` in Riyadh. */
  readonly shippedOn: string;
}

/** The recipient view of a parcel: brand, recipient and goods, and no field for anybody else. */
export function paperViewOf(parcel: Consignment, facts: PaperFacts): RecipientView {
  const { locale } = parcel;
  return {
    locale,
    brand: brandViewOf(parcel.brand, facts.logoPng),
    parcel: {
      code: parcel.parcelCode,
      index: parcel.position,
      count: parcel.parcelCount,
      trackingUrl: facts.trackingUrl,
      ...(parcel.measuredGrams === null ? {} : { weightGrams: parcel.measuredGrams }),
    },
    recipient: detailsOf(facts.recipient, locale),
    items: facts.items.map((item) => ({
      name: item.name[locale],
      variant: item.size[locale],
      quantity: item.quantity,
    })),
    shippedOn: facts.shippedOn,
  };
}

const brandViewOf = (brand: Consignment['brand'], logoPng: Buffer | null): BrandView => ({
  nameLatin: brand.nameLatin,
  ...(brand.nameArabic ? { nameArabic: brand.nameArabic } : {}),
  colours: { ink: brand.ink, accent: brand.accent },
  ...(logoPng ? { logoPng } : {}),
  replyEmail: brand.replyEmail,
  returnAddress: brand.returnLines,
});

/** Neutral file name of a paper: its kind and the parcel's random code. */
export const paperName = (kind: 'slip' | 'label', parcelCode: string): string => `${kind}-${parcelCode}.pdf`;
