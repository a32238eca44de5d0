import type { DenyListSource, ForeignIdentity, SellerIdentity } from '../deny-list';
import type { RecipientView } from '../recipient-view';

/** A store as the seller settings hold it. */
export const SELLER: SellerIdentity = {
  names: ['Qafila', 'Qafila Trading Company LLC', 'قافلة', 'شركة القافلة التجارية', 'QFL'],
  addresses: [{ buildingNumber: '7421', street: 'King Fahd Road', shortAddress: 'RQFA7421', poBox: '88123' }],
  phones: ['+966 11 482 9931'],
  mails: ['orders@qafila.example'],
  domains: ['qafila.example'],
  vatNumbers: ['310122393500003'],
  registrations: ['7001234567'],
  ibans: ['SA03 8000 0000 6080 1016 7519'],
  gs1Prefixes: ['6112345'],
};

export const OTHER_TRADER: ForeignIdentity = {
  ref: 'company-atlas',
  names: ['Atlas Gifts', 'هدايا الأطلس', 'Atlas'],
  mails: ['hello@atlasgifts.example'],
  domains: ['atlasgifts.example'],
  phones: ['+966 12 660 4410'],
  vatNumbers: ['300987654300003'],
};

export const VOCABULARY = ['Argan oil', 'زيت أركان', 'Black soap', 'صابون بلدي', 'Atlas Gifts box of cedar'];

/** The deny-lists for one parcel, its own brand and recipient left alone. */
export function denySource(view: RecipientView, change: Partial<DenyListSource> = {}): DenyListSource {
  const { brand, recipient } = view;
  const place = recipient.address;
  return {
    seller: SELLER,
    others: [OTHER_TRADER],
    own: {
      brand: [brand.nameLatin, brand.nameArabic ?? '', brand.replyEmail, ...brand.returnAddress],
      recipient: [recipient.name, recipient.otherName ?? '', ...place.lines, place.city],
      phones: [recipient.phone],
    },
    vocabulary: VOCABULARY,
    ...change,
  };
}
