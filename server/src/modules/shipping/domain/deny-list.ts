import { fold, foldWords } from '@qafila/shared/shipping/fold';

/** The store as the seller settings know it: nothing of it may reach a recipient. */
export interface SellerIdentity {
  /** Legal and trade names, one for each spelling and script. */
  readonly names: readonly string[];
  readonly addresses: readonly IdentityAddress[];
  readonly phones: readonly string[];
  readonly mails: readonly string[];
  readonly domains: readonly string[];
  readonly vatNumbers: readonly string[];
  readonly registrations: readonly string[];
  readonly ibans: readonly string[];
  readonly gs1Prefixes: readonly string[];
}

export interface IdentityAddress {
  readonly buildingNumber?: string;
  readonly street?: string;
  readonly shortAddress?: string;
  readonly poBox?: string;
}

/** Another trader. `ref` is told to the privacy officer only. */
export interface ForeignIdentity {
  readonly ref: string;
  readonly names: readonly string[];
  readonly mails?: readonly string[];
  readonly domains?: readonly string[];
  readonly phones?: readonly string[];
  readonly vatNumbers?: readonly string[];
  readonly registrations?: readonly string[];
  readonly ibans?: readonly string[];
}

/** What belongs on this parcel: the trader's own identity and the recipient's own fields. */
export interface OwnIdentity {
  readonly brand: readonly string[];
  readonly recipient: readonly string[];
  readonly phones: readonly string[];
}

export type DenyKind =
  | 'name'
  | 'address'
  | 'phone'
  | 'mail'
  | 'domain'
  | 'vat'
  | 'registration'
  | 'iban'
  | 'gs1';

/** `anywhere`: also inside a word. `word`: from one word's beginning to a word's end. `prefix`: begins a number. */
export type DenyMode = 'anywhere' | 'word' | 'prefix';

export interface DenyEntry {
  readonly list: 'seller' | 'foreign';
  readonly kind: DenyKind;
  /** Folded: letters and digits only. */
  readonly token: string;
  readonly mode: DenyMode;
  readonly ref?: string;
}

export interface DenyList {
  readonly entries: readonly DenyEntry[];
  /** Folded texts in which a hit of list 2 does not count: own fields and product vocabulary. */
  readonly exempt: readonly string[];
}

export interface DenyListSource {
  readonly seller: SellerIdentity;
  readonly others: readonly ForeignIdentity[];
  readonly own: OwnIdentity;
  /** Words and names of goods as the catalogue writes them, in every language. */
  readonly vocabulary: readonly string[];
}

/** Below this a token would be found inside innocent words. */
const SHORT = 4;
/** A foreign name below this must stand as words of its own. */
const FOREIGN_SHORT = 8;
const PHONE_DIGITS = 9;

/**
 * Builds both deny-lists of PRODUCT "Blind: the model". A seller's name is dropped only if the
 * vocabulary holds exactly that name; product names that merely contain it do not excuse it.
 */
export function buildDenyList(source: DenyListSource): DenyList {
  const words = new Set(source.vocabulary.map(fold));
  const entries = unique([
    ...sellerEntries(source.seller).filter((entry) => entry.kind !== 'name' || !words.has(entry.token)),
    ...source.others.flatMap(foreignEntries),
  ]);
  const own = [...source.own.brand, ...source.own.recipient, ...source.vocabulary].map(fold);
  const exempt = [...new Set([...own, ...source.own.phones.map(phoneToken)])].filter(
    (text) => text.length > 1,
  );
  return { entries, exempt };
}

function sellerEntries(seller: SellerIdentity): DenyEntry[] {
  const entry = (kind: DenyKind, token: string): DenyEntry => ({
    list: 'seller',
    kind,
    token,
    mode: token.length < SHORT ? 'word' : 'anywhere',
  });
  return [
    ...seller.names.map((name) => entry('name', fold(name))),
    ...seller.addresses.flatMap(addressTokens).map((token) => entry('address', token)),
    ...numbers(seller).map(([kind, token]) => entry(kind, token)),
    ...seller.gs1Prefixes.map((prefix): DenyEntry => ({ ...entry('gs1', fold(prefix)), mode: 'prefix' })),
  ].filter(({ token }) => token.length > 1);
}

/** Building and street together: a recipient may live in the seller's street. */
function addressTokens(address: IdentityAddress): string[] {
  const { buildingNumber, street, shortAddress, poBox } = address;
  const place =
    buildingNumber && street ? [fold(buildingNumber + street), fold(street + buildingNumber)] : [];
  const box = poBox
    ? ['PO Box', 'P.O.B.', 'ص.ب', 'صندوق بريد', 'BP', 'Postboks'].map((word) => fold(word + poBox))
    : [];
  return [...place, ...(shortAddress ? [fold(shortAddress)] : []), ...box];
}

type Numbers = Partial<
  Pick<SellerIdentity, 'phones' | 'mails' | 'domains' | 'vatNumbers' | 'registrations' | 'ibans'>
>;

function numbers(who: Numbers): [DenyKind, string][] {
  const of = (kind: DenyKind, values: readonly string[] = [], token = fold): [DenyKind, string][] =>
    values.map((value) => [kind, token(value)]);
  return [
    ...of('phone', who.phones, phoneToken),
    ...of('mail', who.mails),
    ...of('domain', who.domains),
    ...of('vat', who.vatNumbers),
    ...of('registration', who.registrations),
    // Without country and check digits too: an account is known by its number.
    ...of('iban', who.ibans, (iban) => fold(iban).slice(4)),
  ];
}

/** List 2 holds whole identities: a single word may be anybody's, so a name needs two. */
function foreignEntries(other: ForeignIdentity): DenyEntry[] {
  const names = other.names.filter((name) => foldWords(name).length > 1).map(fold);
  return [
    ...names.map((token): DenyEntry => {
      const mode = token.length < FOREIGN_SHORT ? 'word' : 'anywhere';
      return { list: 'foreign', kind: 'name', token, mode, ref: other.ref };
    }),
    ...numbers(other).map(([kind, token]): DenyEntry => {
      return { list: 'foreign', kind, token, mode: 'anywhere', ref: other.ref };
    }),
  ].filter(({ token }) => token.length >= SHORT);
}

/** The last nine digits: the same number with and without country code. */
export const phoneToken = (phone: string): string => fold(phone).replace(/\D/g, '').slice(-PHONE_DIGITS);

function unique(entries: readonly DenyEntry[]): DenyEntry[] {
  const seen = new Map<string, DenyEntry>();
  for (const entry of entries) {
    const key = [entry.list, entry.kind, entry.token].join(' ');
    if (!seen.has(key)) seen.set(key, entry);
  }
  return [...seen.values()];
}
