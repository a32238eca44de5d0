import { CsvError, parse } from 'csv-parse/sync';
import type { CsvRows } from '../domain/statements/csv-statement';
import { NotReadable } from '../domain/statements/not-readable';

const DELIMITERS = [',', ';', '\t', '|'];
/** How many rows show the delimiter of a file, and the largest row there is. */
const SAMPLE_ROWS = 40;
const MAX_ROW = 100_000;

/** Rows of a CSV, quoted line breaks and all; the first ones only with `to`. Throws `NotReadable` with the line. */
export function readCsv(text: string, options: { readonly to?: number } = {}): CsvRows {
  try {
    return rowsOf(text, delimiterOf(text), options);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new NotReadable(typeof error.lines === 'number' ? `L${error.lines}` : 'L1');
  }
}

const rowsOf = (text: string, delimiter: string, options: { readonly to?: number } = {}): string[][] =>
  parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    // A row keeps its number: an empty one counts, as it does in a spreadsheet.
    skip_empty_lines: false,
    max_record_size: MAX_ROW,
    ...options,
  });

/** The delimiter that cuts most rows of the beginning into the same number of columns, and into most of them. */
function delimiterOf(text: string): string {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, ...evenness(text, delimiter) }));
  return scored.toSorted((a, b) => b.rows - a.rows || b.width - a.width)[0]?.delimiter ?? ',';
}

function evenness(text: string, delimiter: string): { readonly rows: number; readonly width: number } {
  const widths = new Map<number, number>();
  for (const { length } of sampleOf(text, delimiter)) {
    if (length > 2) widths.set(length, (widths.get(length) ?? 0) + 1);
  }
  const [width = 0, rows = 0] = [...widths].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return { rows, width };
}

/** Cut by a delimiter that is not its own, a file may be no CSV at all. */
function sampleOf(text: string, delimiter: string): string[][] {
  try {
    return rowsOf(text, delimiter, { to: SAMPLE_ROWS });
  } catch (error) {
    if (error instanceof CsvError) return [];
    throw error;
  }
}
