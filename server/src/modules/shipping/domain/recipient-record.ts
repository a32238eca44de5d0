import type { Locale } from '@qafila/shared/kernel/locale';
import type { NationalAddress } from '@qafila/shared/shipping/address.rules';
import { nationalAddressLines, type RecipientDetails } from './recipient-view';

/** Where a parcel goes: a recipient's national address, or the lines of the trader's own warehouse. */
export type Destination =
  | { readonly kind: 'national'; readonly address: NationalAddress }
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly country: string };

/** What is sealed in a consignment: everything personal about who receives it. */
export interface RecipientRecord {
  readonly name: string;
  /** The name in the other script; a warehouse of a company has both. */
  readonly otherName: string | null;
  /** E.164; empty where the trader's own warehouse has none on file. */
  readonly phone: string;
  readonly email: string | null;
  readonly destination: Destination;
}

const ARABIC = /\p{Script=Arabic}/u;

/** Papers speak Arabic to a name written in Arabic, else English: the trader told no language of his recipient. */
export const localeOfRecipient = (name: string): Locale => (ARABIC.test(name) ? 'ar' : 'en');

/** Town of a destination, for the trader's list of parcels. */
export const cityOf = ({ destination }: RecipientRecord): string =>
  destination.kind === 'national' ? destination.address.city : (destination.lines.at(-1) ?? '');

function addressOf(destination: Destination, locale: Locale): RecipientDetails['address'] {
  if (destination.kind === 'lines') {
    const { lines, country } = destination;
    return { lines: lines.slice(0, -1), city: lines.at(-1) ?? '', country };
  }
  const { address } = destination;
  if (address.form === 'short')
    return { lines: [], city: address.city, country: 'SA', shortAddress: address.shortAddress };
  const parts = { ...address, ...(address.unit ? { unitNumber: address.unit } : {}) };
  return {
    lines: nationalAddressLines(parts, locale),
    city: address.city,
    postalCode: address.postalCode,
    country: 'SA',
  };
}

/** The recipient as papers show him. */
export const detailsOf = (record: RecipientRecord, locale: Locale): RecipientDetails => ({
  name: record.name,
  ...(record.otherName ? { otherName: record.otherName } : {}),
  phone: record.phone,
  address: addressOf(record.destination, locale),
});
