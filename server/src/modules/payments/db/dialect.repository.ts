import { Injectable } from '@nestjs/common';
import { csvLayout } from '@qafila/shared/payments/statements.contract';
import { z } from 'zod';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { CsvDialect } from '../domain/statements/csv-dialect';
import { INVENTED_DIALECTS } from '../domain/statements/csv-dialects';

export interface SavedDialect extends CsvDialect {
  readonly id: string;
  readonly headerHash: string;
  readonly personId: string | null;
  readonly at: Date;
}

@Injectable()
export class DialectRepository {
  /** Every known layout; one that a person named goes before one of ours with the same header. */
  async all(tx: Tx): Promise<readonly CsvDialect[]> {
    const rows = await tx.query<{ name: string; header: unknown; layout: unknown }>(
      'select name, header, layout from csv_dialects order by saved_at, id',
    );
    const saved = rows.map((row) => ({
      ...csvLayout.parse(row.layout),
      name: row.name,
      header: z.array(z.string()).parse(row.header),
    }));
    return [...INVENTED_DIALECTS, ...saved];
  }

  /** Keeps a layout; one for the same header takes the place of the older one. Answers its id. */
  async save(tx: Tx, dialect: SavedDialect): Promise<string> {
    const { dateOrder, decimal, columns } = dialect;
    const [row] = await tx.query<{ id: string }>(
      `insert into csv_dialects (id, header_hash, header, name, layout, saved_at, saved_by)
       values ($1, $2, $3::jsonb, $4, $5::jsonb, $6, $7)
       on conflict (header_hash) do update set name = excluded.name, layout = excluded.layout,
         saved_at = excluded.saved_at, saved_by = excluded.saved_by
       returning id`,
      [
        ...[dialect.id, dialect.headerHash, JSON.stringify(dialect.header), dialect.name],
        ...[JSON.stringify({ dateOrder, decimal, columns }), dialect.at, dialect.personId],
      ],
    );
    return row?.id ?? dialect.id;
  }
}
