import { parseCamt } from '../domain/statements/camt';
import type { CsvDialect } from '../domain/statements/csv-dialect';
import { type CsvRows, dialectIn, parseCsv } from '../domain/statements/csv-statement';
import { decoded } from '../domain/statements/encodings';
import { isMt940, parseMt940 } from '../domain/statements/mt940';
import type { ParsedStatement } from '../domain/statements/parsed';
import { readCsv } from './csv-rows';
import { fileHashOf } from './line-keys';
import { readXml } from './xml-tree';

/** The statements of a file, or the rows of a CSV whose layout nobody has told yet. */
export type ReadFile =
  | { readonly kind: 'statements'; readonly statements: readonly ParsedStatement[] }
  | { readonly kind: 'unknown-csv'; readonly rows: CsvRows };

/** The seller's account is kept in this currency; a CSV tells none. */
export const ACCOUNT_CURRENCY = 'SAR';
const NAME_LENGTH = 8;

/** Reads a bank's file by its content: camt.053, camt.054, MT940, or CSV. Throws `NotReadable` with the place. */
export function readStatementFile(bytes: Buffer, dialects: readonly CsvDialect[]): ReadFile {
  const text = decoded(bytes);
  if (text.trimStart().startsWith('<')) return { kind: 'statements', statements: parseCamt(readXml(text)) };
  if (isMt940(text)) return { kind: 'statements', statements: parseMt940(text) };
  const rows = readCsv(text);
  const found = dialectIn(rows, dialects);
  if (!found) return { kind: 'unknown-csv', rows };
  const name = fileHashOf(bytes).slice(0, NAME_LENGTH);
  return { kind: 'statements', statements: [parseCsv({ rows, ...found, name, currency: ACCOUNT_CURRENCY })] };
}
