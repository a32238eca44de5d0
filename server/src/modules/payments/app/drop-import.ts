import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import { statementImportLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import type { dropImport } from '@qafila/shared/payments/statements.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ImportRepository } from '../db/import.repository';
import { importViewOf } from './read-import';

/** Lets go of a file whose columns nobody names. The worker removes it. */
@Injectable()
export class DropImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportRepository,
  ) {}

  run(actor: Actor, id: string): Promise<ReplyOf<typeof dropImport>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      await this.imports.unmapped(tx, id);
      await this.imports.move(tx, id, { from: 'unmapped', to: statementImportLifecycle.steps.drop.to });
      await this.imports.wakeWorker(tx);
      return importViewOf(await this.imports.read(tx, id), []);
    });
  }
}
