import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import { money } from '@qafila/shared/kernel/money';
import type { importStatement } from '@qafila/shared/payments/statements.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { INVENTED_DIALECTS } from '../domain/statements/csv-dialects';
import { NotReadable } from '../domain/statements/not-readable';
import type { ParsedStatement } from '../domain/statements/parsed';
import { fileHashOf } from './line-keys';
import { ACCOUNT_CURRENCY, readStatementFile } from './read-statement-file';
import { StoreStatements } from './store-statements';

/** Imports a bank's file whole or not at all, and proposes matches in the same transaction. */
@Injectable()
export class ImportStatement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: StoreStatements,
  ) {}

  async run(actor: Actor, file: Buffer): Promise<ReplyOf<typeof importStatement>> {
    const statements = acceptedStatements(file);
    return this.unitOfWork.run(staffScope(actor), (tx) =>
      this.store.run(tx, { statements, fileHash: fileHashOf(file), personId: actor.personId }),
    );
  }
}

/** Reads a file and refuses it whole when one of its statements is unreadable or does not prove. */
function acceptedStatements(file: Buffer): readonly ParsedStatement[] {
  if (file.length === 0) throw new Problem('WRONG_FILE_TYPE', { types: 'camt.053, camt.054, MT940, CSV' });
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
  const [before, moved, after] = [opening, movements, closing].map((units) =>
    money(Number(units), ACCOUNT_CURRENCY),
  );
  if (before && moved && after) {
    throw new Problem('STATEMENT_NOT_PROVEN', { opening: before, movements: moved, closing: after });
  }
}
