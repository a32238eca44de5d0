import { money } from '@qafila/shared/kernel/money';
import { Problem } from '../../../platform/problems/problem';
import type { CsvDialect } from '../domain/statements/csv-dialect';
import { NotReadable } from '../domain/statements/not-readable';
import type { ParsedStatement } from '../domain/statements/parsed';
import { ACCOUNT_CURRENCY, readStatementFile } from './read-statement-file';

/**
 * Reads a file and refuses it whole when one of its statements is unreadable or does not prove; `null` for a CSV of
 * columns nobody has told yet.
 */
export function acceptedStatements(
  file: Buffer,
  dialects: readonly CsvDialect[],
): readonly ParsedStatement[] | null {
  return orProblem(() => {
    const read = readStatementFile(file, dialects);
    if (read.kind === 'unknown-csv') return null;
    read.statements.forEach(accepted);
    return read.statements;
  });
}

/** What a reader throws, as the refusal that a call answers. */
export function orProblem<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof NotReadable)) throw error;
    throw new Problem(error.reason === 'hijri' ? 'STATEMENT_HIJRI_DATE' : 'STATEMENT_NOT_READABLE', {
      place: error.place,
    });
  }
}

/** Refuses a statement in another currency, or of figures that do not agree. */
export function accepted({ currency, number, proof, opening, movements, closing }: ParsedStatement): void {
  if (currency !== ACCOUNT_CURRENCY) throw new NotReadable(`${number}: ${currency}`);
  if (proof.state !== 'broken') return;
  if (proof.fault === 'other' || opening === null || closing === null) throw new NotReadable(proof.place);
  const sar = (units: bigint) => money(Number(units), ACCOUNT_CURRENCY);
  throw new Problem('STATEMENT_NOT_PROVEN', {
    opening: sar(opening),
    movements: sar(movements),
    closing: sar(closing),
  });
}
