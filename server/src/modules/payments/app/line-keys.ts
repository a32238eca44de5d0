import { createHash } from 'node:crypto';
import type { ParsedLine } from '../domain/statements/camt-entry';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * What tells one movement of an account from every other: the bank's reference, and where it gives none, text and
 * balance after it. Two that are alike even then are counted.
 */
export function lineKeys(accountHash: string, lines: readonly ParsedLine[]): string[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const { bookedOn, amount, bankReference } = line;
    const own = bankReference
      ? ['reference', bankReference]
      : ['text', line.payerIban ?? '', line.payerName, line.text, line.balanceAfter.minor];
    const alike = JSON.stringify([accountHash, bookedOn, amount.minor, amount.currency, ...own]);
    const ordinal = (seen.get(alike) ?? 0) + 1;
    seen.set(alike, ordinal);
    return sha256(`${alike}#${ordinal}`);
  });
}

/** SHA-256 of a file, in hexadecimal. */
export const fileHashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
