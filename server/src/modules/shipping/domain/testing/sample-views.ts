import type { Locale } from '@qafila/shared/kernel/locale';
import { nationalAddressLines, type RecipientView } from '../recipient-view';

/** A clean parcel of Dar Nour to a recipient in Riyadh, as the demo world tells it. */
export function sampleView(locale: Locale): RecipientView {
  const arabic = locale === 'ar';
  const parts = arabic
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
    locale,
    brand: {
      nameLatin: 'Dar Nour',
      nameArabic: 'دار نور',
      colours: { ink: '#1f1a14', accent: '#8a6a1f' },
      replyEmail: 'care@darnour.example',
      returnAddress: arabic ? ['ص.ب ٢٥٠', 'الرياض ١٢٢١١'] : ['PO Box 250', 'Riyadh 12211'],
    },
    parcel: {
      code: 'K7M4TX29PQ',
      index: 1,
      count: 2,
      trackingUrl: 'http://127.0.0.1:3001/t/4fJ9wQz7LrB2xV6nKc8sYd',
      carrier: 'SMSA Express',
      trackingNumber: '290 118 442 765',
      weightGrams: 1250,
    },
    recipient: {
      name: arabic ? 'نورة بنت عبدالعزيز العتيبي' : 'Noura Al Otaibi',
      otherName: arabic ? 'Noura Al Otaibi' : 'نورة العتيبي',
      phone: '+966551234567',
      address: {
        lines: nationalAddressLines(parts, locale),
        city: arabic ? 'جدة' : 'Jeddah',
        postalCode: '23436',
        country: 'SA',
        shortAddress: 'JASA8228',
      },
    },
    items: arabic
      ? [
          { name: 'زيت أركان', variant: '30 مل', quantity: 2 },
          { name: 'صابون بلدي (بالأوكالبتوس)', variant: '100 مل', quantity: 1 },
          { name: 'غسول الطين المغربي × ٢٥', variant: 'علبة 250 غ', quantity: 12 },
        ]
      : [
          { name: 'Argan oil', variant: '30 ml', quantity: 2 },
          { name: 'Black soap (eucalyptus)', variant: '100 ml', quantity: 1 },
          { name: 'Rhassoul clay × 25', variant: 'Box, 250 g', quantity: 12 },
        ],
    shippedOn: '2026-11-22',
  };
}
