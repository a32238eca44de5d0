import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { ApplicationKey, Item } from '../domain/application';
import { type ItemRow, sealedItem, toItem } from './application.mapper';

/** Items of an application, sealed with the company's key. */
@Injectable()
export class ApplicationItemRepository {
  constructor(private readonly cipher: FieldCipher) {}

  async of(tx: Tx, { companyId, id }: ApplicationKey): Promise<Item[]> {
    const sealer = await this.cipher.sealerFor(companyId);
    const rows = await tx.query<ItemRow>(
      `select i.application_id, i.kind, i.values_enc, i.last_values_enc, i.is_changed, i.is_file_changed, i.verdict,
         i.reason_code, i.reason_text_enc, i.marks, i.decided_at, i.file_id, i.file_name_enc, i.file_pages, i.file_at,
         f.content_type
       from application_items i left join stored_files f on f.company_id = i.company_id and f.id = i.file_id
       where i.company_id = $1 and i.application_id = $2 order by i.position`,
      [companyId, id],
    );
    return rows.map((row) => toItem(row, sealer));
  }

  /** Writes items as they are now; a new one is put behind those that stand. */
  async put(tx: Tx, { companyId, id }: ApplicationKey, items: readonly Item[]): Promise<void> {
    if (items.length === 0) return;
    const sealer = await this.cipher.sealerFor(companyId);
    const rows = items.map((item, position) => ({ ...sealedItem(item, id, sealer), position }));
    await tx.query(
      `insert into application_items as old (company_id, application_id, kind, position, values_enc, last_values_enc,
         is_changed, is_file_changed, verdict, reason_code, reason_text_enc, marks, decided_at, file_id, file_name_enc,
         file_pages, file_at)
       select $1, $2, e.kind, e.position, e.values_enc, e.last_values_enc, e.is_changed, e.is_file_changed, e.verdict,
         e.reason_code, e.reason_text_enc, e.marks, e.decided_at, e.file_id, e.file_name_enc, e.file_pages, e.file_at
       from jsonb_to_recordset($3::jsonb) as e (kind text, position int, values_enc text, last_values_enc text,
         is_changed boolean, is_file_changed boolean, verdict text, reason_code text, reason_text_enc text, marks jsonb,
         decided_at timestamptz, file_id uuid, file_name_enc text, file_pages int, file_at timestamptz)
       on conflict (company_id, application_id, kind) do update set values_enc = excluded.values_enc,
         last_values_enc = excluded.last_values_enc, is_changed = excluded.is_changed,
         is_file_changed = excluded.is_file_changed, verdict = excluded.verdict, reason_code = excluded.reason_code,
         reason_text_enc = excluded.reason_text_enc, marks = excluded.marks, decided_at = excluded.decided_at,
         file_id = excluded.file_id, file_name_enc = excluded.file_name_enc, file_pages = excluded.file_pages,
         file_at = excluded.file_at
       where old.company_id = $1`,
      [companyId, id, JSON.stringify(rows)],
    );
  }
}
