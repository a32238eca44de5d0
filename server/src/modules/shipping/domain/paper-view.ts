import { latinNameIn, lineIn, NEUTRAL_HUB } from '@qafila/shared/branding/profiles.rules';
import type { Locale } from '@qafila/shared/kernel/locale';
import type { BrandSnapshot, Consignment, ItemWords, ProfileSnapshot } from './consignment';
import { readablePhone } from './document-words';
import { detailsOf, type RecipientRecord } from './recipient-record';
import type { BrandView, RecipientView } from './recipient-view';

/** What papers are drawn from besides the parcel itself. */
export interface PaperFacts {
  readonly recipient: RecipientRecord;
  readonly items: readonly ItemWords[];
  readonly logoPng: Buffer | null;
  /** Drawn on the label instead, where the profile has one. */
  readonly monoPng?: Buffer | null;
  readonly trackingUrl: string;
  /** `YYYY-MM-DD` in Riyadh. */
  readonly shippedOn: string;
}

/** The recipient view of a parcel: brand, recipient and goods, and no field for anybody else. */
export function paperViewOf(parcel: Consignment, facts: PaperFacts): RecipientView {
  const { locale } = parcel;
  return {
    locale,
    brand: brandViewOf(parcel.brand, locale, facts.logoPng),
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

/** The same view with the logo that black ink can print. */
export const labelViewOf = (view: RecipientView, { monoPng }: Pick<PaperFacts, 'monoPng'>): RecipientView =>
  monoPng ? { ...view, brand: { ...view.brand, logoPng: monoPng } } : view;

function brandViewOf(brand: BrandSnapshot, locale: Locale, logoPng: Buffer | null): BrandView {
  const { profile } = brand;
  return {
    nameLatin: profile ? latinNameIn(profile.names, locale) : brand.nameLatin,
    ...(brand.nameArabic ? { nameArabic: brand.nameArabic } : {}),
    colours: { ink: brand.ink, accent: brand.accent },
    ...(logoPng ? { logoPng } : {}),
    replyEmail: brand.replyEmail,
    returnAddress: returnAddressOf(brand, locale),
    ...(profile ? profileParts(profile, locale) : {}),
  };
}

/** The sender's name over his own lines, or over those of the neutral hub. */
function returnAddressOf({ returnLines, profile }: BrandSnapshot, locale: Locale): readonly string[] {
  const lines = profile?.returns === 'hub' ? NEUTRAL_HUB[locale] : returnLines;
  return profile?.senderName ? [profile.senderName, ...lines] : lines;
}

function profileParts(
  { senderPhone, website, slip }: ProfileSnapshot,
  locale: Locale,
): Pick<BrandView, 'senderLine' | 'contact' | 'message'> {
  const main = lineIn(slip, locale);
  const second = locale === 'ar' && slip.arabic ? slip.latin : null;
  const phone = senderPhone ? readablePhone(senderPhone) : null;
  return {
    ...(phone ? { senderLine: phone } : {}),
    contact: [phone, website].flatMap((each) => each ?? []),
    ...(main ? { message: { main, ...(second ? { second } : {}) } } : {}),
  };
}

/** Neutral file name of a paper: its kind and the parcel's random code. */
export const paperName = (kind: 'slip' | 'label', parcelCode: string): string => `${kind}-${parcelCode}.pdf`;
