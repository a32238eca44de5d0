import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
import { z } from 'zod';
import { asciiDigits, withoutInvisible } from '../kernel/digits';
import { phoneNumber } from '../kernel/phone';

const plain = (text: string): string => withoutInvisible(text).trim().replace(/\s+/gu, ' ');
const digitsOf = (text: string): string => asciiDigits(withoutInvisible(text)).replace(/\s/gu, '');

const line = (maximum: number) =>
  z.string().transform(plain).pipe(z.string().min(2, 'too_short').max(maximum, 'too_long'));
const listOf = <T extends z.ZodType>(item: T, most: number) => z.array(item).max(most, 'too_big');

const mail = z.string().transform(plain).pipe(z.email('email'));
/** A host name without scheme, path or port. */
const domain = z
  .string()
  .transform((text) => plain(text).toLowerCase())
  .pipe(z.string().regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, 'domain'));
const numberLike = (pattern: RegExp, code: string) =>
  z.string().transform(digitsOf).pipe(z.string().regex(pattern, code));

/** The seller as blind documents must not show it; every script of the name counts. */
export const sellerIdentityInput = z.strictObject({
  nameLatin: line(120).pipe(z.string().regex(/\p{Script=Latin}/u, 'latin_letters')),
  nameArabic: line(120).pipe(z.string().regex(/\p{Script=Arabic}/u, 'arabic_letters')),
  /** Trade names and other spellings, in any script. */
  otherNames: listOf(line(120), 30),
  addressLines: listOf(line(120), 8).min(1, 'too_small'),
  phones: listOf(phoneNumber(), 10).min(1, 'too_small'),
  mails: listOf(mail, 10).min(1, 'too_small'),
  domains: listOf(domain, 10).min(1, 'too_small'),
  /** Fifteen digits, the first and the last a 3. */
  vatNumber: numberLike(/^3\d{13}3$/, 'vat_number'),
  registrationNumber: numberLike(/^[1-9]\d{9}$/, 'registration_number'),
  gs1Prefix: numberLike(/^\d{4,12}$/, 'gs1_prefix'),
});
export type SellerIdentityInput = z.output<typeof sellerIdentityInput>;

/** The account transfers go to. */
export const sellerAccountInput = z.strictObject({
  iban: z
    .string()
    .transform((text) => electronicFormatIBAN(asciiDigits(withoutInvisible(text))) ?? '')
    .refine((iban) => isValidIBAN(iban), 'iban'),
  bic: z
    .string()
    .transform((text) => plain(text).toUpperCase().replace(/\s/gu, ''))
    .pipe(z.string().regex(/^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/, 'bic')),
  bank: z.strictObject({ latin: line(80), arabic: line(80) }),
});
export type SellerAccountInput = z.output<typeof sellerAccountInput>;
