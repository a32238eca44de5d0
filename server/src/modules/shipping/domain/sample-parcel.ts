import type { Locale } from '@qafila/shared/kernel/locale';
import type { BrandSnapshot, Consignment, ItemWords } from './consignment';
import type { RecipientRecord } from './recipient-record';

const PARCEL_CODE = 'K7M4TX29PQ';
/** Opens nothing: no parcel has it. */
const TOKEN = 'A'.repeat(22);

export const sampleAddress = (trackingOrigin: string): string => `${trackingOrigin}/p/${TOKEN}`;

/** Somebody who does not exist, for the preview of a brand's papers. */
export const sampleRecipient = (locale: Locale): RecipientRecord => {
  const isArabic = locale === 'ar';
  return {
    name: isArabic ? 'نورة العتيبي' : 'Noura Al Otaibi',
    otherName: isArabic ? 'Noura Al Otaibi' : null,
    phone: '+966551234567',
    email: null,
    destination: {
      kind: 'national',
      address: {
        form: 'parts',
        buildingNumber: '8228',
        street: isArabic ? 'شارع الأمير سلطان' : 'Prince Sultan Street',
        district: isArabic ? 'حي السلامة' : 'As Salamah',
        city: isArabic ? 'جدة' : 'Jeddah',
        postalCode: '23436',
        additionalNumber: '6789',
      },
    },
  };
};

export const SAMPLE_ITEMS: readonly ItemWords[] = [
  {
    name: { en: 'Argan oil', ar: 'زيت أركان', no: 'Arganolje', fr: 'Huile d’argan' },
    size: { en: '30 ml', ar: '30 مل', no: '30 ml', fr: '30 ml' },
    quantity: 2,
  },
  {
    name: { en: 'Black soap', ar: 'صابون بلدي', no: 'Svart såpe', fr: 'Savon noir' },
    size: { en: '100 ml', ar: '100 مل', no: '100 ml', fr: '100 ml' },
    quantity: 1,
  },
];

/** A parcel on its way under a brand, as the database would hold it; its sealed fields are empty. */
export const sampleParcel = (given: {
  readonly companyId: string;
  readonly brand: BrandSnapshot;
  readonly logoFileId: string | null;
  readonly locale: Locale;
  readonly at: Date;
}): Consignment => ({
  companyId: given.companyId,
  id: '',
  orderId: '',
  parcelCode: PARCEL_CODE,
  position: 1,
  parcelCount: 1,
  state: 'in_transit',
  version: 1,
  locale: given.locale,
  recipientEnc: '',
  tokenEnc: '',
  brand: given.brand,
  logoFileId: given.logoFileId,
  pieces: 3,
  goodsGrams: 320,
  measuredGrams: 380,
  carrier: 'smsa',
  trackingNumber: '290118442765',
  scan: null,
  confirmedAt: given.at,
  handedOverAt: given.at,
  deliveredAt: null,
});
