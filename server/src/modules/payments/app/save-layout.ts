import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import { statementImportLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import { SHOWN_ROWS, type saveLayout } from '@qafila/shared/payments/statements.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { newId } from '../../../platform/ids/new-id';
import { DialectRepository } from '../db/dialect.repository';
import { ImportRepository } from '../db/import.repository';
import { headerKey, plainHeader } from '../domain/statements/csv-dialect';
import { acceptedStatements } from './accepted-statements';
import { importViewOf } from './read-import';
import { csvRowsOf } from './read-statement-file';

const { map } = statementImportLifecycle.steps;

/** Keeps a layout under the header of a file, and lets the worker import the file by it. */
@Injectable()
export class SaveLayout {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportRepository,
    private readonly dialects: DialectRepository,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    id: string,
    asked: InputOf<typeof saveLayout>['body'],
  ): Promise<ReplyOf<typeof saveLayout>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const { fileId } = await this.imports.unmapped(tx, id);
      const { bytes } = await this.files.read(tx, fileId);
      const { name, headerRow, layout } = asked;
      const header = plainHeader(csvRowsOf(bytes, SHOWN_ROWS)[headerRow - 1] ?? []);
      const dialect = { ...layout, name, header };
      // A layout that does not read its own file is not kept for others.
      acceptedStatements(bytes, [dialect]);
      const dialectId = await this.dialects.save(tx, {
        ...dialect,
        id: newId(),
        headerHash: createHash('sha256').update(headerKey(header)).digest('hex'),
        personId: actor.personId,
        at: this.clock.now(),
      });
      await this.audit.record(tx, {
        event: 'payments.layout_saved',
        companyId: null,
        subject: { kind: 'csv_dialect', id: dialectId },
        after: { name, header, layout },
      });
      await this.imports.move(tx, id, { from: 'unmapped', to: map.to });
      await this.imports.wakeWorker(tx);
      return importViewOf(await this.imports.read(tx, id), []);
    });
  }
}
