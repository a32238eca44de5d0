import { randomBytes, randomInt } from 'node:crypto';
import { CODE_ALPHABET } from '@qafila/shared/kernel/ids';
import { v7 } from 'uuid';

/** A UUIDv7: sorts by the time it was made. */
export const newId = (): string => v7();

/** A random public code such as `K7M-2QX9`: no prefix, no volume. */
export function newPublicCode(): string {
  const symbols = Array.from({ length: 7 }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
  return `${symbols.slice(0, 3)}-${symbols.slice(3)}`;
}

/** Whole random numbers from 0 to 30, for references. */
export const randomSymbols = (count: number): number[] => Array.from({ length: count }, () => randomInt(31));

/** A secret of `byteCount` random bytes, base64url. */
export const newSecret = (byteCount: number): string => randomBytes(byteCount).toString('base64url');
