import { sizeOf, type Units } from './amounts';
import { type CsvDialect, headerKey } from './csv-dialect';
import { dateOfCell, directionOfCell, unitsOfCell } from './csv-values';
import { NotReadable } from './not-readable';
import { type LineWithoutBalance, type ParsedStatement, statementOf } from './parsed';
import { ibanIn, isGiven, joined } from './texts';

/** Rows of a CSV as they stand; the first has number 1, as in a spreadsheet. */
export type CsvRows = readonly (readonly string[])[];

/** Deeper than any heading a bank puts above its columns. */
const DEEPEST_HEADER = 30;
/** Of a column's name, in the place of a fault. */
const NAME_LETTERS = 40;

/** Where the header of a known dialect stands; `undefined` when the file has none of theirs. */
export function dialectIn(
  rows: CsvRows,
  dialects: readonly CsvDialect[],
): { readonly dialect: CsvDialect; readonly header: number } | undefined {
  const known = new Map(dialects.map((dialect) => [headerKey(dialect.header), dialect]));
  for (const [header, row] of rows.slice(0, DEEPEST_HEADER).entries()) {
    const dialect = known.get(headerKey(row));
    if (dialect) return { dialect, header };
  }
  return undefined;
}

/** The row that looks most like a header: the first with three words or more and no figure among them. */
export function likelyHeader(rows: CsvRows): number {
  const at = rows.slice(0, DEEPEST_HEADER).findIndex((row) => {
    const filled = row.filter((cell) => cell.trim() !== '');
    return filled.length >= 3 && filled.every((cell) => /\p{L}/u.test(cell) && !/^\W*\d/.test(cell));
  });
  return Math.max(at, 0);
}

export interface CsvSource {
  readonly rows: CsvRows;
  readonly dialect: CsvDialect;
  /** Index of the header's row. */
  readonly header: number;
  /** What the statement is called: a CSV has no number. */
  readonly name: string;
  readonly currency: string;
}

interface CsvLine {
  readonly line: LineWithoutBalance;
  readonly balance: Units | null;
  readonly place: string;
}

/** A CSV as one statement. With a balance in every row each proves the one before; without, or of one row, it stays unproven. */
export function parseCsv(source: CsvSource): ParsedStatement {
  const { rows, header } = source;
  const found = datedRows(source).map((row) => lineOf(row, source));
  if (found.length === 0) throw new NotReadable(`row ${header + 2}`);
  const { lines, torn } = inOrder(found);
  const [first, last] = [lines[0], lines.at(-1)];
  const statement = statementOf({
    format: 'csv',
    number: `CSV ${source.name}`,
    pages: 1,
    account:
      rows
        .slice(0, header)
        .flat()
        .flatMap((cell) => ibanIn(cell) ?? [])[0] ?? null,
    currency: source.currency,
    told: [],
    balanceDates: [],
    opening: first?.balance == null ? null : first.balance - first.line.units,
    closing: last?.balance ?? null,
    lines: lines.map(({ line }) => line),
    pending: 0,
    isCopy: false,
    place: torn ?? `row ${header + 2}`,
  });
  if (torn !== null) return { ...statement, proof: { state: 'broken', fault: 'other', place: torn } };
  return lines.length === 1 && first?.balance != null
    ? { ...statement, proof: { state: 'unproven', reason: 'one_row' } }
    : statement;
}

interface DatedRow {
  readonly cells: readonly string[];
  readonly row: number;
  /** As it is printed in the row, or in the one above where the bank prints each day once. */
  readonly day: string;
}

/** The rows of the table, without the bank's footer: what stands below the last day and has no figure. */
function datedRows({ rows, header, dialect: { columns } }: CsvSource): readonly DatedRow[] {
  const dayIn = (cells: readonly string[]): string => (cells[columns.date] ?? '').trim();
  const figures = [columns.amount, columns.debit, columns.credit, columns.balance];
  const hasFigure = (cells: readonly string[]): boolean =>
    figures.some((column) => column !== null && /\p{Nd}/u.test(cells[column] ?? ''));
  const filled = rows
    .map((cells, i) => ({ cells, row: i + 1 }))
    .slice(header + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const lastDay = filled.findLastIndex(({ cells }) => dayIn(cells) !== '');
  const end = filled.findLastIndex(({ cells }) => dayIn(cells) !== '' || hasFigure(cells));
  const printsDaysOnce = filled.slice(0, lastDay).some(({ cells }) => dayIn(cells) === '');
  let day = '';
  return filled.slice(0, end + 1).map(({ cells, row }) => {
    const own = dayIn(cells);
    day = own === '' && printsDaysOnce && hasFigure(cells) ? day : own;
    return { cells, row, day };
  });
}

function lineOf({ cells, row, day }: DatedRow, { dialect, rows, header, currency }: CsvSource): CsvLine {
  const { columns, dateOrder, decimal } = dialect;
  const cell = (column: number | null): string => (column === null ? '' : (cells[column] ?? '')).trim();
  const place = (column: number | null): string =>
    `row ${row}, ${rows[header]?.[column ?? 0]?.trim().slice(0, NAME_LETTERS) || (column ?? 0) + 1}`;
  const units = (column: number | null): Units | null =>
    unitsOfCell(cell(column), { decimal, currency, place: place(column) });
  const bookedOn = dateOfCell(day, dateOrder, place(columns.date));
  const value = cell(columns.valueDate);
  const reference = cell(columns.reference);
  return {
    place: place(columns.balance),
    balance: units(columns.balance),
    line: {
      bookedOn,
      valueOn: value === '' ? bookedOn : dateOfCell(value, dateOrder, place(columns.valueDate)),
      units: movementOf({ ...columns, units, cell, place }),
      isReversal: false,
      payerName: cell(columns.payerName),
      payerIban: ibanIn(cell(columns.payerIban)),
      text: joined([...columns.text.map(cell), reference]),
      bankReference: isGiven(reference) ? reference : null,
      endToEnd: null,
    },
  };
}

/** Of two columns exactly one is filled, and its sign says nothing; a direction beside one column must agree with its sign. */
function movementOf(from: {
  readonly amount: number | null;
  readonly debit: number | null;
  readonly credit: number | null;
  readonly direction: number | null;
  readonly cell: (column: number | null) => string;
  readonly units: (column: number | null) => Units | null;
  readonly place: (column: number | null) => string;
}): Units {
  if (from.amount !== null) {
    const units = from.units(from.amount);
    if (units === null) throw new NotReadable(from.place(from.amount));
    if (from.direction === null) return units;
    const isOut = directionOfCell(from.cell(from.direction), from.place(from.direction)) === 'out';
    if (!isOut && units < 0n) throw new NotReadable(from.place(from.direction));
    return isOut ? -sizeOf(units) : units;
  }
  const [debit, credit] = [from.units(from.debit) ?? 0n, from.units(from.credit) ?? 0n];
  if ((debit === 0n) === (credit === 0n)) throw new NotReadable(from.place(from.credit));
  return credit === 0n ? -sizeOf(debit) : sizeOf(credit);
}

/** Oldest first, as the balances say; files begin at either end. `torn` is the first row whose balance does not follow. */
function inOrder(found: readonly CsvLine[]): {
  readonly lines: readonly CsvLine[];
  readonly torn: string | null;
} {
  const reversed = found.toReversed();
  const withBalance = found.filter(({ balance }) => balance !== null).length;
  if (withBalance === 0) return { lines: isNewestFirst(found) ? reversed : found, torn: null };
  const forward = tornAt(found);
  if (forward === null) return { lines: found, torn: null };
  const backward = tornAt(reversed);
  if (backward === null) return { lines: reversed, torn: null };
  return isNewestFirst(found) ? { lines: reversed, torn: backward } : { lines: found, torn: forward };
}

const isNewestFirst = (lines: readonly CsvLine[]): boolean =>
  (lines[0]?.line.bookedOn ?? '') > (lines.at(-1)?.line.bookedOn ?? '');

function tornAt(lines: readonly CsvLine[]): string | null {
  const at = lines.findIndex(({ balance, line }, i) => {
    const before = lines[i - 1]?.balance;
    return balance === null || (before != null && before + line.units !== balance);
  });
  return lines[at]?.place ?? null;
}
