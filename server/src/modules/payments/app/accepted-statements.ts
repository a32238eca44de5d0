import { money } from '@qafila/shared/kernel/money';
import { Problem } from '../../../platform/problems/problem';
import { INVENTED_DIALECTS } from '../domain/statements/csv-dialects';
import { NotReadable } from '../domain/statements/not-readable';
import type { ParsedStatement } from '../domain/statements/parsed';
import { ACCOUNT_CURRENCY, readStatementFile } from './read-statement-file';

/** Reads a file and refuses it whole when one of its statements is unreadable or does not prove. */
export function acceptedStatements(file: Buffer): readonly ParsedStatement[] {
  try {
    const read = readStatementFile(file, INVENTED_DIALECTS);
    if (read.kind === 'unknown-csv') throw new NotReadable('row 1');
    read.statements.forEach(accepted);
    return read.statements;
  } catch (error) {
    if (!(error instanceof NotReadable)) throw error;
    throw new Problem(error.reason === 'hijri' ? 'STATEMENT_HIJRI_DATE' : 'STATEMENT_NOT_READABLE', {
      place: error.place,
    });
  }
}

function accepted({ currency, number, proof, opening, movements, closing }: ParsedStatement): void {
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
