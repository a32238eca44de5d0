import type { SellerView } from '@qafila/shared/store/seller.contract';

type Identity = SellerView['identity'];
type TextKey = 'nameLatin' | 'nameArabic' | 'vatNumber' | 'registrationNumber' | 'gs1Prefix';
type ListKey = 'otherNames' | 'addressLines' | 'phones' | 'mails' | 'domains';

export interface TextSpec {
  readonly kind: 'text';
  readonly key: TextKey;
  readonly dir: 'ltr' | 'rtl';
}
export interface ListSpec {
  readonly kind: 'list';
  readonly key: ListKey;
  readonly dir: 'ltr' | 'auto';
}

/** The fields of the seller's identity, in the order of the screen. */
export const IDENTITY_FIELDS: readonly (TextSpec | ListSpec)[] = [
  { kind: 'text', key: 'nameLatin', dir: 'ltr' },
  { kind: 'text', key: 'nameArabic', dir: 'rtl' },
  { kind: 'list', key: 'otherNames', dir: 'auto' },
  { kind: 'list', key: 'addressLines', dir: 'auto' },
  { kind: 'list', key: 'phones', dir: 'ltr' },
  { kind: 'list', key: 'mails', dir: 'ltr' },
  { kind: 'list', key: 'domains', dir: 'ltr' },
  { kind: 'text', key: 'vatNumber', dir: 'ltr' },
  { kind: 'text', key: 'registrationNumber', dir: 'ltr' },
  { kind: 'text', key: 'gs1Prefix', dir: 'ltr' },
];

/** One line of what changed: a value that came or went. */
export interface Difference {
  readonly key: TextKey | ListKey;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

const valuesOf = (identity: Identity, key: TextKey | ListKey): readonly string[] => {
  const value = identity[key];
  return typeof value === 'string' ? [value] : value;
};

/** What differs between two identities, field by field; an order alone is no difference. */
export function differencesOf(before: Identity, after: Identity): Difference[] {
  return IDENTITY_FIELDS.flatMap(({ key }) => {
    const [old, now] = [valuesOf(before, key), valuesOf(after, key)];
    const removed = old.filter((value) => !now.includes(value));
    const added = now.filter((value) => !old.includes(value));
    return removed.length + added.length > 0 ? [{ key, removed, added }] : [];
  });
}

/** Empty rows of lists go; everything else is sent as typed, and the server tidies it. */
export const withoutEmptyRows = (identity: Identity): Identity => ({
  ...identity,
  otherNames: identity.otherNames.filter((each) => each.trim() !== ''),
  addressLines: identity.addressLines.filter((each) => each.trim() !== ''),
  phones: identity.phones.filter((each) => each.trim() !== ''),
  mails: identity.mails.filter((each) => each.trim() !== ''),
  domains: identity.domains.filter((each) => each.trim() !== ''),
});
