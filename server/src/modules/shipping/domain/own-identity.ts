import type { Consignment } from './consignment';
import type { OwnIdentity } from './deny-list';
import { detailsOf, type RecipientRecord } from './recipient-record';

/** What belongs on this parcel: the names of its brand and the recipient's own fields. */
export function ownIdentity(
  { brand, locale }: Pick<Consignment, 'brand' | 'locale'>,
  recipient: RecipientRecord,
): OwnIdentity {
  const { address } = detailsOf(recipient, locale);
  const { french = null, norwegian = null } = brand.profile?.names ?? {};
  const of = (...texts: (string | null)[]): string[] => texts.flatMap((text) => text || []);
  return {
    // Its names only: another trader in the sender's address is a leak, not a namesake.
    brand: of(brand.nameLatin, brand.nameArabic, french, norwegian),
    recipient: of(recipient.name, recipient.otherName, recipient.email, ...address.lines, address.city),
    phones: of(recipient.phone),
  };
}
