import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { getStatementImport } from '@qafila/shared/payments/statements.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ImportRepository, type StatementImport } from '../db/import.repository';
import { StatementRepository, type StatementRow, statementViewOf } from '../db/statement.repository';

/** How far an import has come, and what it brought. */
@Injectable()
export class ReadImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportRepository,
    private readonly statements: StatementRepository,
  ) {}

  run(actor: Actor, id: string): Promise<ReplyOf<typeof getStatementImport>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) =>
      importViewOf(await this.imports.read(tx, id), await this.statements.ofImport(tx, id)),
    );
  }
}

export const importViewOf = (found: StatementImport, statements: readonly StatementRow[]) => ({
  id: found.id,
  state: found.state,
  linesRead: found.linesRead,
  linesInAll: found.linesInAll,
  refusal: found.refusal,
  statements: statements.map(statementViewOf),
  newLines: found.newLines,
  knownLines: found.knownLines,
  proposed: found.proposed,
});
