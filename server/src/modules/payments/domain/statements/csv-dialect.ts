import { asciiDigits, withoutInvisible } from '@qafila/shared/kernel/digits';
import type { CsvLayout } from '@qafila/shared/payments/statements.contract';

/** How the CSV of one bank is read. Found again by its header, whatever stands above it. */
export interface CsvDialect extends CsvLayout {
  readonly name: string;
  readonly header: readonly string[];
}
export type CsvColumns = CsvLayout['columns'];
export type DateOrder = CsvLayout['dateOrder'];

/** A header as it is compared: case, marks of direction, signs and blanks do not count. */
export function plainHeader(cells: readonly string[]): string[] {
  const plain = cells.map((cell) =>
    asciiDigits(withoutInvisible(cell.normalize('NFKC')))
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  // A delimiter at the end of each line makes an empty column.
  while (plain.at(-1) === '') plain.pop();
  return plain;
}

/** Headers are equal when their columns are, in their order. */
export const headerKey = (cells: readonly string[]): string => JSON.stringify(plainHeader(cells));
