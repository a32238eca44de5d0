import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import type { LeakHit } from '../domain/leak-scan';

interface OwnedParcel {
  readonly companyId: string;
  readonly id: string;
}
export type PaperKind = 'slip' | 'label';

/** Papers that may print, and what the scan found in those that may not. */
@Injectable()
export class PaperRepository {
  async add(tx: Tx, parcel: OwnedParcel, files: Readonly<Record<PaperKind, string>>): Promise<void> {
    await tx.query(
      `insert into consignment_documents (company_id, consignment_id, kind, file_id)
       values ($1, $2, 'slip', $3), ($1, $2, 'label', $4)`,
      [parcel.companyId, parcel.id, files.slip, files.label],
    );
  }

  /** The file of a paper; `null` while none may print. */
  async fileOf(tx: Tx, parcel: OwnedParcel, kind: PaperKind): Promise<string | null> {
    const [row] = await tx.query<{ file_id: string }>(
      'select file_id from consignment_documents where company_id = $1 and consignment_id = $2 and kind = $3',
      [parcel.companyId, parcel.id, kind],
    );
    return row?.file_id ?? null;
  }

  async addFindings(
    tx: Tx,
    parcel: OwnedParcel,
    found: { hits: readonly LeakHit[]; at: Date },
  ): Promise<void> {
    const { hits } = found;
    await tx.query(
      `insert into leak_findings (company_id, id, consignment_id, surface, list, kind, masked, found_at)
       select $1, n.id, $2, n.surface, n.list, n.kind, n.masked, $3
       from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[]) as n(id, surface, list, kind, masked)`,
      [
        parcel.companyId,
        parcel.id,
        found.at,
        hits.map(() => newId()),
        hits.map((hit) => hit.surface),
        hits.map((hit) => hit.list),
        hits.map((hit) => hit.kind),
        hits.map((hit) => hit.masked),
      ],
    );
  }

  /** Where the latest scan of a parcel found a leak first. */
  async leakSurface(tx: Tx, parcel: OwnedParcel): Promise<string | undefined> {
    const [row] = await tx.query<{ surface: string }>(
      `select surface from leak_findings where company_id = $1 and consignment_id = $2
       order by found_at desc, id limit 1`,
      [parcel.companyId, parcel.id],
    );
    return row?.surface;
  }
}
