import { composeIBAN, electronicFormatIBAN, isValidIBAN } from 'ibantools';

/** An IBAN as machines write it: no blanks, upper case. */
export const plainIban = (text: string): string => electronicFormatIBAN(text) ?? '';

/** True when country, length and check digits agree; blanks and lower case are forgiven. */
export const isIban = (text: string): boolean => isValidIBAN(plainIban(text));

/** The last four characters, for screens that must not show the whole. */
export const ibanTail = (iban: string): string => plainIban(iban).slice(-4);

/** A masked IBAN that tells which account is meant: `SA03 … 7519`. */
export const maskedIban = (iban: string): string => `${plainIban(iban).slice(0, 4)} … ${ibanTail(iban)}`;

/** A Saudi IBAN of a bank (two digits) and an account (digits, 18 at most). Throws when they make none. */
export function saudiIban(bank: string, account: string): string {
  const iban = composeIBAN({ countryCode: 'SA', bban: `${bank}${account.padStart(18, '0')}` });
  if (iban === null) throw new RangeError(`Not a Saudi account: ${bank} ${account}`);
  return iban;
}
