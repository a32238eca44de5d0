import { readStatementFile } from '../app/read-statement-file';
import type { CsvDialect } from '../domain/statements/csv-dialect';
import { INVENTED_DIALECTS } from '../domain/statements/csv-dialects';
import { NotReadable } from '../domain/statements/not-readable';
import type { ParsedStatement } from '../domain/statements/parsed';

/** The statements of a file as the import reads it; a text is sent in UTF-8. */
export function statementsIn(
  file: string | Buffer,
  dialects: readonly CsvDialect[] = INVENTED_DIALECTS,
): readonly ParsedStatement[] {
  const read = readStatementFile(Buffer.from(file), dialects);
  if (read.kind === 'unknown-csv') throw new Error('The layout of this CSV is not known');
  return read.statements;
}

/** The only statement of a file. */
export function statementIn(file: string | Buffer): ParsedStatement {
  const [statement, ...others] = statementsIn(file);
  if (!statement || others.length > 0) throw new Error(`${others.length + 1} statements`);
  return statement;
}

/** Where a file is refused; `readable` when it is not. */
export function placeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof NotReadable) return error.place;
    throw error;
  }
  return 'readable';
}
