import type { CsvDialect } from '../domain/statements/csv-dialect';
import { decimal, type TrueLine, type Truth } from './made-truth';

export interface CsvWriting {
  readonly dialect: CsvDialect;
  readonly delimiter: ',' | ';' | '\t';
  readonly newestFirst: boolean;
  /** Digits and separators of an Arabic keyboard; not every encoding has them. */
  readonly arabicDigits: boolean;
  /** What stands between the parts of a date. */
  readonly dateSign: '/' | '-';
}

const arabic = (text: string): string =>
  text
    .replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)))
    .replaceAll(',', '٬')
    .replaceAll('.', '٫');
const grouped = (units: bigint): string => decimal(units).replace(/\B(?=(\d{3})+\.)/g, ',');
const quoted = (cell: string, delimiter: string): string =>
  /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;

function cellsOf(line: TrueLine, balance: bigint, writing: CsvWriting): string[] {
  const { dialect, dateSign } = writing;
  const { columns } = dialect;
  const digits = writing.arabicDigits ? arabic : (text: string): string => text;
  const date = (iso: string): string => {
    const parts = dialect.dateOrder === 'ymd' ? iso.split('-') : iso.split('-').reverse();
    return digits(parts.join(dateSign));
  };
  const signed = (units: bigint): string => digits(`${units < 0n ? '-' : ''}${grouped(units)}`);
  const cells = dialect.header.map(() => '');
  const put = (column: number | null | undefined, cell: string): void => {
    if (column !== null && column !== undefined) cells[column] = cell;
  };
  put(columns.date, date(line.bookedOn));
  put(columns.valueDate, date(line.valueOn));
  // Banks break long texts inside their cell.
  put(columns.text[0], line.text.replace(' ', '\n'));
  put(columns.payerName, line.payerName);
  put(columns.payerIban, line.payerIban);
  put(columns.reference, line.bankReference);
  const hasSign = columns.direction === null;
  put(columns.amount, `${hasSign ? signed(line.units) : digits(grouped(line.units))} SAR`);
  put(columns.direction, line.units < 0n ? 'Dr' : 'CR.');
  put(line.units < 0n ? columns.debit : columns.credit, digits(grouped(line.units)));
  put(columns.balance, signed(balance));
  return cells;
}

/** A CSV that says the truth, with the heading and the footer of a bank. */
export function csvOf(truth: Truth, writing: CsvWriting): string {
  let balance = truth.opening;
  const rows = truth.lines.map((line) => {
    balance += line.units;
    return cellsOf(line, balance, writing);
  });
  if (writing.newestFirst) rows.reverse();
  const table = [
    ['Statement of account'],
    ['IBAN', truth.account],
    [],
    [...writing.dialect.header],
    ...rows,
    [],
    ['', 'End of statement'],
  ];
  return `${table.map((row) => row.map((cell) => quoted(cell, writing.delimiter)).join(writing.delimiter)).join('\n')}\n`;
}
