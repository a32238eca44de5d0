import { RECOVERY_CODES } from '@qafila/shared/identity/identity.rules';
import { asciiDigits, withoutInvisible } from '@qafila/shared/kernel/digits';
import { CODE_ALPHABET } from '@qafila/shared/kernel/ids';

const LENGTH = 10;
/** Numbers from 0 to 30 that a whole set is made of. */
export const RECOVERY_SYMBOLS = RECOVERY_CODES.value * LENGTH;

/**
 * A set of codes from random symbols; the number in front says which hash a typed code is compared with:
 * `3-K7M2Q-X9ABC`. Ten symbols of 31 are 49 bits, behind a password hash.
 */
export const recoveryCodesOf = (symbols: readonly number[]): string[] =>
  Array.from({ length: RECOVERY_CODES.value }, (_, index) => {
    const own = symbols.slice(index * LENGTH, (index + 1) * LENGTH);
    const text = own.map((symbol) => CODE_ALPHABET[symbol] ?? '').join('');
    return `${index + 1}-${text.slice(0, 5)}-${text.slice(5)}`;
  });

/** A typed code without blanks, in capitals, with its number; `undefined` for what is no such code. */
export function readRecoveryCode(typed: string): { position: number; code: string } | undefined {
  const code = asciiDigits(withoutInvisible(typed)).replace(/\s/g, '').toUpperCase();
  const position = Number(/^(\d{1,2})-/.exec(code)?.[1] ?? Number.NaN);
  return Number.isInteger(position) ? { position, code } : undefined;
}
