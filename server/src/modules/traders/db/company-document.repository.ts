import { Injectable } from '@nestjs/common';
import type { ItemKind } from '@qafila/shared/traders/checklist';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { documentNamePlace } from './sealed-places';

export interface CompanyDocument {
  readonly companyId: string;
  readonly id: string;
  readonly kind: ItemKind;
  readonly fileName: string;
  readonly fileId: string;
  /** The day of the next confirmation. */
  readonly confirmBy: string;
  readonly reminded: number | null;
}
interface Row {
  company_id: string;
  id: string;
  kind: ItemKind;
  file_id: string;
  file_name_enc: string;
  confirm_by: string;
  reminded: number | null;
}
const COLUMNS = `company_id, id, kind, file_id, file_name_enc, to_char(confirm_by, 'YYYY-MM-DD') as confirm_by, reminded`;

/** Documents kept after an approval, the current one of each kind. */
@Injectable()
export class CompanyDocumentRepository {
  constructor(private readonly cipher: FieldCipher) {}

  async current(tx: Tx, companyId: string): Promise<CompanyDocument[]> {
    const rows = await tx.query<Row>(
      `select ${COLUMNS} from company_documents where company_id = $1 and is_current order by kind`,
      [companyId],
    );
    return Promise.all(rows.map((row) => this.map(row)));
  }

  /** Current documents of companies in a state, due on a day or before. */
  async dueBy(
    tx: Tx,
    given: { readonly day: string; readonly state: string; readonly limit: number },
  ): Promise<CompanyDocument[]> {
    const rows = await tx.query<Row>(
      `select d.company_id, d.id, d.kind, d.file_id, d.file_name_enc,
         to_char(d.confirm_by, 'YYYY-MM-DD') as confirm_by, d.reminded
       from company_documents d join companies c on c.id = d.company_id
       where d.is_current and d.confirm_by <= $1::date and c.state = $2 order by d.confirm_by, d.id limit $3`,
      [given.day, given.state, given.limit],
    );
    return Promise.all(rows.map((row) => this.map(row)));
  }

  /** The documents that a reminder is due for and has not been sent. */
  async toRemind(
    tx: Tx,
    given: { readonly today: string; readonly steps: readonly number[] },
  ): Promise<(CompanyDocument & { readonly step: number })[]> {
    const rows = await tx.query<Row & { step: number }>(
      `select * from (
         select ${COLUMNS}, (select min(step) from unnest($2::int[]) step where confirm_by - $1::date <= step) as step
         from company_documents where is_current and company_id in (select c.id from companies c where c.state <> 'closed')
           and confirm_by - $1::date <= (select max(step) from unnest($2::int[]) step)
       ) due where step is not null and (reminded is null or reminded > step) order by confirm_by, id limit 200`,
      [given.today, given.steps],
    );
    return Promise.all(rows.map(async (row) => ({ ...(await this.map(row)), step: row.step })));
  }

  /** Notes a reminder; false when another worker was quicker. */
  async noteReminder(tx: Tx, document: CompanyDocument, step: number): Promise<boolean> {
    const rows = await tx.query(
      `update company_documents set reminded = $3
       where company_id = $1 and id = $2 and is_current and (reminded is null or reminded > $3) returning id`,
      [document.companyId, document.id, step],
    );
    return rows.length > 0;
  }

  /** Puts a newly approved document in place of the one before. */
  async replace(
    tx: Tx,
    given: Pick<CompanyDocument, 'companyId' | 'kind' | 'fileId' | 'fileName' | 'confirmBy'> & {
      readonly applicationId: string;
      readonly at: Date;
    },
  ): Promise<void> {
    const id = newId();
    const sealer = await this.cipher.sealerFor(given.companyId);
    await tx.query(
      'update company_documents set is_current = false where company_id = $1 and kind = $2 and is_current',
      [given.companyId, given.kind],
    );
    await tx.query(
      `insert into company_documents (company_id, id, kind, application_id, file_id, file_name_enc, confirm_by, is_current, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, true, $8)`,
      [
        given.companyId,
        id,
        given.kind,
        given.applicationId,
        given.fileId,
        sealer.seal(documentNamePlace(id), given.fileName),
        given.confirmBy,
        given.at,
      ],
    );
  }

  private async map(row: Row): Promise<CompanyDocument> {
    const sealer = await this.cipher.sealerFor(row.company_id);
    return {
      companyId: row.company_id,
      id: row.id,
      kind: row.kind,
      fileId: row.file_id,
      fileName: sealer.open(documentNamePlace(row.id), row.file_name_enc),
      confirmBy: row.confirm_by,
      reminded: row.reminded,
    };
  }
}
