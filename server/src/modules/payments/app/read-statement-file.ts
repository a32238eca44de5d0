import { parseCamt } from '../domain/statements/camt';
import type { CsvDialect } from '../domain/statements/csv-dialect';
import { type CsvRows, dialectIn, parseCsv } from '../domain/statements/csv-statement';
import { decoded } from '../domain/statements/encodings';
import { isMt940, parseMt940 } from '../domain/statements/mt940';
import { NotReadable } from '../domain/statements/not-readable';
import type { ParsedStatement } from '../domain/statements/parsed';
import { readCsv } from './csv-rows';
import { fileHashOf } from './line-keys';
import { readXml } from './xml-tree';

/** The statements of a file; none of a CSV whose layout nobody has told yet. */
export type ReadFile =
  | { readonly kind: 'statements'; readonly statements: readonly ParsedStatement[] }
  | { readonly kind: 'unknown-csv' };

/** The seller's account is kept in this currency; a CSV tells none. */
export const ACCOUNT_CURRENCY = 'SAR';
/** Digits of its hash that a CSV is called by: the same bytes are known again. */
const NAME_LENGTH = 10;

/** Reads a bank's file by its content: camt.053, camt.054, MT940, or CSV. Throws `NotReadable` with the place. */
export function readStatementFile(bytes: Buffer, dialects: readonly CsvDialect[]): ReadFile {
  const text = decoded(bytes);
  if (text.trimStart().startsWith('<')) return { kind: 'statements', statements: parseCamt(readXml(text)) };
  if (isMt940(text)) return { kind: 'statements', statements: parseMt940(text) };
  const rows = readCsv(text);
  const found = dialectIn(rows, dialects);
  if (!found) return unknownCsv(rows);
  const name = fileHashOf(bytes).slice(0, NAME_LENGTH);
  return { kind: 'statements', statements: [parseCsv({ rows, ...found, name, currency: ACCOUNT_CURRENCY })] };
}

/** A table that could be a bank's has a column for the day, for the amount and for what it was. */
function unknownCsv(rows: CsvRows): ReadFile {
  if (rows.every((row) => row.length < 3)) throw new NotReadable('L1');
  return { kind: 'unknown-csv' };
}

/** The first rows of a file that was found to be a CSV. */
export const csvRowsOf = (bytes: Buffer, to: number): CsvRows => readCsv(decoded(bytes), { to });
