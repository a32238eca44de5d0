import { asciiDigits, withoutInvisible } from '@qafila/shared/kernel/digits';

/** In which order a date is written; the signs between may be `/`, `-` or `.`. */
export type DateOrder = 'dmy' | 'ymd' | 'mdy';

/** Where a bank's CSV has what: places of columns, counted from 0. */
export interface CsvColumns {
  readonly date: number;
  readonly valueDate: number | null;
  /** One signed column, or two of which one is filled. */
  readonly amount: number | null;
  readonly debit: number | null;
  readonly credit: number | null;
  readonly text: readonly number[];
  readonly payerName: number | null;
  readonly payerIban: number | null;
  readonly reference: number | null;
  readonly balance: number | null;
}
/** How the CSV of one bank is read. Found again by its header, whatever stands above it. */
export interface CsvDialect {
  readonly name: string;
  readonly header: readonly string[];
  readonly dateOrder: DateOrder;
  readonly decimal: '.' | ',';
  readonly columns: CsvColumns;
}

/** A header as it is compared: case, marks of direction, signs and blanks do not count. */
export const plainHeader = (cells: readonly string[]): string[] => {
  const plain = cells.map((cell) =>
    asciiDigits(withoutInvisible(cell.normalize('NFKC')))
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  // A delimiter at the end of each line makes an empty column.
  while (plain.at(-1) === '') plain.pop();
  return plain;
};

/** Headers are equal when their columns are, in their order. */
export const headerKey = (cells: readonly string[]): string => JSON.stringify(plainHeader(cells));
