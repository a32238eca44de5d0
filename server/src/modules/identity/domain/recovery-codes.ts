import { randomInt } from 'node:crypto';
import { RECOVERY_CODES } from '@qafila/shared/identity/identity.rules';
import { asciiDigits, withoutInvisible } from '@qafila/shared/kernel/digits';
import { CODE_ALPHABET } from '@qafila/shared/kernel/ids';

/** Ten symbols of 31: 49 bits, behind a password hash. */
const symbols = (count: number): string =>
  Array.from({ length: count }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');

/** A whole new set; the number in front says which hash a typed code is compared with: `3-K7M2Q-X9ABC`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES.value }, (_, index) => `${index + 1}-${symbols(5)}-${symbols(5)}`);

/** A typed code without blanks, in capitals, with its number; `undefined` for what is no such code. */
export function readRecoveryCode(typed: string): { position: number; code: string } | undefined {
  const code = asciiDigits(withoutInvisible(typed)).replace(/\s/g, '').toUpperCase();
  const position = Number(/^(\d{1,2})-/.exec(code)?.[1] ?? Number.NaN);
  return Number.isInteger(position) ? { position, code } : undefined;
}
