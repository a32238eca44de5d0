import { createHash } from 'node:crypto';
import type { ParsedLine } from '../domain/statements/parsed';

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

/**
 * What tells one movement of an account from every other: the bank's reference, and where it gives none, text and
 * balance after it; without balances, the number of its statement. Two that are alike even then are counted.
 */
export function lineKeys(
  accountHash: string,
  { number, lines }: { readonly number: string; readonly lines: readonly ParsedLine[] },
): string[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const { valueOn, units, bankReference, balanceAfter } = line;
    const own = bankReference
      ? ['reference', bankReference]
      : [
          'text',
          line.payerIban ?? '',
          line.payerName,
          line.text,
          balanceAfter === null ? number : String(balanceAfter),
        ];
    const alike = sha256(JSON.stringify([accountHash, valueOn, String(units), ...own]));
    const ordinal = (seen.get(alike) ?? 0) + 1;
    seen.set(alike, ordinal);
    return sha256(`${alike}#${ordinal}`);
  });
}

/** SHA-256 of a file, in hexadecimal. */
export const fileHashOf = (bytes: Buffer): string => sha256(bytes);
