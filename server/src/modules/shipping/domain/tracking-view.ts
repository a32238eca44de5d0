import { CARRIER_NAMES } from '@qafila/shared/shipping/shipping.contract';
import type { TrackingView } from '@qafila/shared/shipping/tracking.contract';
import type { Consignment, ItemWords } from './consignment';

type Tracked = Pick<
  Consignment,
  | 'parcelCode'
  | 'position'
  | 'parcelCount'
  | 'state'
  | 'locale'
  | 'brand'
  | 'logoFileId'
  | 'carrier'
  | 'trackingNumber'
  | 'handedOverAt'
  | 'deliveredAt'
>;

const SHOWN: readonly string[] = [
  'handed_over',
  'in_transit',
  'delivered',
  'exception',
  'returning',
  'returned',
] satisfies TrackingView['state'][];
const isShown = (state: string): state is TrackingView['state'] => SHOWN.includes(state);

/** Our own driver has no name that a recipient should read. */
const carrierName = (carrier: Consignment['carrier']): string | null =>
  carrier === null || carrier === 'own' ? null : CARRIER_NAMES[carrier];

/** What a recipient reads on the tracking page; `undefined` before the parcel was handed over. */
export function trackingViewOf(parcel: Tracked, items: readonly ItemWords[]): TrackingView | undefined {
  const { state, handedOverAt } = parcel;
  if (!isShown(state) || handedOverAt === null) return undefined;
  return {
    brand: brandOf(parcel),
    locale: parcel.locale,
    state,
    parcelCode: parcel.parcelCode,
    index: parcel.position,
    count: parcel.parcelCount,
    carrier: carrierName(parcel.carrier),
    trackingNumber: parcel.trackingNumber,
    handedOverOn: handedOverAt.toISOString(),
    deliveredOn: parcel.deliveredAt?.toISOString() ?? null,
    items: items.map(({ name, size, quantity }) => ({ name, size, quantity })),
  };
}

/** A brand may keep its contact off the page; the page then names nobody to write to. */
function brandOf({ brand, logoFileId }: Pick<Tracked, 'brand' | 'logoFileId'>): TrackingView['brand'] {
  const { profile } = brand;
  const showsContact = profile?.tracking.showsContact ?? true;
  return {
    nameLatin: brand.nameLatin,
    nameArabic: brand.nameArabic,
    ink: brand.ink,
    accent: profile?.tracking.accent ?? brand.accent,
    hasLogo: logoFileId !== null,
    replyEmail: showsContact ? brand.replyEmail : '',
    phone: showsContact ? (profile?.senderPhone ?? null) : null,
    website: showsContact ? (profile?.website ?? null) : null,
    message: { arabic: profile?.tracking.arabic ?? null, latin: profile?.tracking.latin ?? null },
  };
}
