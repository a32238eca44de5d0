import type { Locale } from '@qafila/shared/kernel/locale';
import {
  type BrandView,
  type ItemView,
  nationalAddressLines,
  type RecipientDetails,
  type RecipientView,
} from '../recipient-view';

const brand = (isArabic: boolean): BrandView => ({
  nameLatin: 'Dar Nour',
  nameArabic: 'دار نور',
  colours: { ink: '#1f1a14', accent: '#8a6a1f' },
  replyEmail: 'care@darnour.example',
  returnAddress: isArabic ? ['ص.ب ٢٥٠', 'الرياض ١٢٢١١'] : ['PO Box 250', 'Riyadh 12211'],
});

function recipient(locale: Locale): RecipientDetails {
  const isArabic = locale === 'ar';
  const parts = isArabic
    ? {
        buildingNumber: '8228',
        street: 'شارع الأمير سلطان',
        district: 'حي السلامة',
        additionalNumber: '6789',
      }
    : {
        buildingNumber: '8228',
        street: 'Prince Sultan Street',
        district: 'As Salamah',
        additionalNumber: '6789',
      };
  return {
    name: isArabic ? 'نورة بنت عبدالعزيز العتيبي' : 'Noura Al Otaibi',
    otherName: isArabic ? 'Noura Al Otaibi' : 'نورة العتيبي',
    phone: '+966551234567',
    address: {
      lines: nationalAddressLines(parts, locale),
      city: isArabic ? 'جدة' : 'Jeddah',
      postalCode: '23436',
      country: 'SA',
      shortAddress: 'JASA8228',
    },
  };
}

const ITEMS_ARABIC: readonly ItemView[] = [
  { name: 'زيت أركان', variant: '30 مل', quantity: 2 },
  { name: 'صابون بلدي (بالأوكالبتوس)', variant: '100 مل', quantity: 1 },
  { name: 'غسول الطين المغربي × ٢٥', variant: 'علبة 250 غ', quantity: 12 },
];
const ITEMS_LATIN: readonly ItemView[] = [
  { name: 'Argan oil', variant: '30 ml', quantity: 2 },
  { name: 'Black soap (eucalyptus)', variant: '100 ml', quantity: 1 },
  { name: 'Rhassoul clay × 25', variant: 'Box, 250 g', quantity: 12 },
];

/** A clean parcel of Dar Nour to a recipient in Jeddah, as the demo world tells it. */
export const sampleView = (locale: Locale): RecipientView => ({
  locale,
  brand: brand(locale === 'ar'),
  parcel: {
    code: 'K7M4TX29PQ',
    index: 1,
    count: 2,
    trackingUrl: 'http://127.0.0.1:3001/t/4fJ9wQz7LrB2xV6nKc8sYd',
    carrier: 'SMSA Express',
    trackingNumber: '290 118 442 765',
    weightGrams: 1250,
  },
  recipient: recipient(locale),
  items: locale === 'ar' ? ITEMS_ARABIC : ITEMS_LATIN,
  shippedOn: '2026-11-22',
});
