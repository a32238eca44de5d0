import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import { type getImportTable, SHOWN_ROWS } from '@qafila/shared/payments/statements.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { ImportRepository } from '../db/import.repository';
import { guessedLayout } from '../domain/statements/csv-guess';
import { likelyHeader } from '../domain/statements/csv-statement';
import { csvRowsOf } from './read-statement-file';

/** First rows of a CSV whose columns nobody has told yet, and what they look like. */
@Injectable()
export class ReadImportTable {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportRepository,
    private readonly files: Files,
  ) {}

  async run(actor: Actor, id: string): Promise<ReplyOf<typeof getImportTable>> {
    const { bytes } = await this.unitOfWork.run(staffScope(actor), async (tx) => {
      const { fileId } = await this.imports.unmapped(tx, id);
      return this.files.read(tx, fileId);
    });
    const rows = csvRowsOf(bytes, SHOWN_ROWS).map((row) => [...row]);
    const header = likelyHeader(rows);
    return {
      rows,
      headerRow: header + 1,
      guess: guessedLayout(rows[header] ?? [], rows.slice(header + 1)),
    };
  }
}
