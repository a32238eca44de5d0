/** The seller as the settings hold it; the deny-list of blind documents is built from it. */
export interface SellerIdentityRecord {
  readonly nameLatin: string;
  readonly nameArabic: string;
  /** Trade names and spellings, one each. */
  readonly otherNames: readonly string[];
  readonly addressLines: readonly string[];
  readonly phones: readonly string[];
  readonly mails: readonly string[];
  readonly domains: readonly string[];
  readonly vatNumber: string;
  readonly registrationNumber: string;
  readonly gs1Prefix: string;
  readonly bank: { readonly latin: string; readonly arabic: string };
}
export interface SellerSettings {
  readonly identity: SellerIdentityRecord;
  /** The account transfers go to, in plain form. */
  readonly iban: string;
  /** Blind index of the IBAN, the account's name in statements. */
  readonly ibanHash: string;
  readonly bic: string;
  readonly version: number;
}
