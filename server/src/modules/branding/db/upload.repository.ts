import { Injectable } from '@nestjs/common';
import { UPLOAD_IDLE_MINUTES } from '@qafila/shared/branding/assets.rules';
import type { BriefState } from '@qafila/shared/branding/branding.lifecycle';
import { FieldCipher, type Place } from '../../../platform/crypto/field-cipher';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import type { QuarantineKey } from '../../../platform/files/quarantine';
import { Problem } from '../../../platform/problems/problem';
import type { ReceivedPart, Upload, Usage } from '../domain/upload';

interface Row {
  company_id: string;
  id: string;
  file_id: string;
  kind: Upload['kind'];
  name_enc: string;
  byte_count: number;
  rights_version: number | null;
  brief_id: string | null;
  replaces: string | null;
  asset_id: string | null;
  started_by: string;
}
const COLUMNS = `u.company_id, u.id, u.file_id, u.kind, u.name_enc, u.byte_count, u.rights_version, u.brief_id,
  u.replaces, u.asset_id, u.started_by`;
const namePlace = (id: string): Place => ({ table: 'asset_uploads', column: 'name_enc', rowId: id });
/** `share`: parts come side by side, but not while somebody finishes or removes the upload. */
const HOLDS = { read: '', share: 'for share', lock: 'for update' } as const;
const MINUTE_MS = 60_000;

/** Uploads and their parts. */
@Injectable()
export class UploadRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** What the company keeps and sends; nobody else of it can begin an upload until this transaction ends. */
  async lockUsage(tx: Tx, companyId: string, at: { isProof: boolean; now: Date }): Promise<Usage> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`uploads/${companyId}`]);
    const [row] = await tx.query<{ running: number; files: number; bytes: string }>(
      `select
         (select count(*)::int from asset_uploads where company_id = $1 and asset_id is null
            and (kind = 'proof') = $2 and touched_at > $3) as running,
         (select count(*)::int from assets where company_id = $1 and state <> 'purged' and (kind = 'proof') = $2)
           + (select count(*)::int from asset_uploads where company_id = $1 and asset_id is null
              and (kind = 'proof') = $2) as files,
         (select coalesce(sum(byte_count), 0) from assets where company_id = $1 and state <> 'purged'
            and (kind = 'proof') = $2)
           + (select coalesce(sum(byte_count), 0) from asset_uploads where company_id = $1 and asset_id is null
              and (kind = 'proof') = $2) as bytes`,
      [companyId, at.isProof, new Date(at.now.getTime() - UPLOAD_IDLE_MINUTES.value * MINUTE_MS)],
    );
    return { running: row?.running ?? 0, files: row?.files ?? 0, bytes: Number(row?.bytes ?? 0) };
  }

  async insert(tx: Tx, upload: Upload, at: Date): Promise<void> {
    const sealer = await this.cipher.sealerFor(upload.companyId);
    await tx.query(
      `insert into asset_uploads (company_id, id, file_id, kind, name_enc, byte_count, rights_version, brief_id,
         replaces, started_by, started_at, touched_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)`,
      [
        ...[upload.companyId, upload.id, upload.fileId, upload.kind],
        sealer.seal(namePlace(upload.id), upload.name),
        ...[upload.byteCount, upload.rightsVersion, upload.briefId, upload.replaces, upload.startedBy, at],
      ],
    );
  }

  /** An upload the scope shows; of staff, only whose it is. Throws `NOT_FOUND`. */
  async find(tx: Tx, id: string, hold: keyof typeof HOLDS = 'read'): Promise<Upload> {
    const [row] = await tx.query<Row>(
      `select ${COLUMNS} from asset_uploads u
       where u.id = $1 and ($2::uuid is null or u.company_id = $2)
         and ($2::uuid is not null or (u.kind = 'proof' and u.started_by = $3))
       ${HOLDS[hold]}`,
      [id, tx.scope.companyId, tx.scope.personId],
    );
    if (!row || (tx.scope.companyId !== null && row.kind === 'proof')) throw new Problem('NOT_FOUND');
    return this.map(row);
  }

  async open(tx: Tx, companyId: string, limit: number): Promise<Upload[]> {
    const rows = await tx.query<Row>(
      `select ${COLUMNS} from asset_uploads u
       where u.company_id = $1 and u.asset_id is null and u.kind <> 'proof' order by u.started_at, u.id
       limit $2`,
      [companyId, limit],
    );
    return Promise.all(rows.map((row) => this.map(row)));
  }

  parts(tx: Tx, upload: Pick<Upload, 'companyId' | 'id'>): Promise<ReceivedPart[]> {
    return tx.query<ReceivedPart>(
      'select n, sha256 from asset_chunks where company_id = $1 and upload_id = $2 order by n',
      [upload.companyId, upload.id],
    );
  }

  /** Parts of several uploads, by upload. */
  async partsOf(tx: Tx, companyId: string, ids: readonly string[]): Promise<Map<string, ReceivedPart[]>> {
    const rows = await tx.query<ReceivedPart & { upload_id: string }>(
      `select upload_id, n, sha256 from asset_chunks where company_id = $1 and upload_id = any($2::uuid[])
       order by upload_id, n`,
      [companyId, ids],
    );
    const found = new Map<string, ReceivedPart[]>(ids.map((id) => [id, []]));
    for (const { upload_id, n, sha256 } of rows) found.get(upload_id)?.push({ n, sha256 });
    return found;
  }

  /** The brief that a proof is made for. Throws `NOT_FOUND`. */
  async briefOf(tx: Tx, id: string): Promise<{ companyId: string; state: BriefState }> {
    const row = oneRow(
      await tx.query<{ company_id: string; state: BriefState }>(
        `select company_id, state from briefs where id = $1 and submitted_at is not null`,
        [id],
      ),
    );
    return { companyId: row.company_id, state: row.state };
  }

  /** Notes that something came: the time to keep the upload begins anew. */
  async touch(tx: Tx, upload: Pick<Upload, 'companyId' | 'id'>, at: Date): Promise<void> {
    await tx.query(
      'update asset_uploads set touched_at = $3 where company_id = $1 and id = $2 and touched_at < $3',
      [upload.companyId, upload.id, at],
    );
  }

  /** Notes a part; answers the hash that stands there, which is another one when it came before with other content. */
  async addPart(
    tx: Tx,
    upload: Pick<Upload, 'companyId' | 'id'>,
    part: ReceivedPart & { readonly byteCount: number },
  ): Promise<{ sha256: string; received: number }> {
    await tx.query(
      `insert into asset_chunks (company_id, upload_id, n, byte_count, sha256) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [upload.companyId, upload.id, part.n, part.byteCount, part.sha256],
    );
    const [row] = await tx.query<{ sha256: string; received: number }>(
      `select (select sha256 from asset_chunks where company_id = $1 and upload_id = $2 and n = $3) as sha256,
         (select count(*)::int from asset_chunks where company_id = $1 and upload_id = $2) as received`,
      [upload.companyId, upload.id, part.n],
    );
    return { sha256: row?.sha256 ?? '', received: row?.received ?? 0 };
  }

  async finish(tx: Tx, upload: Pick<Upload, 'companyId' | 'id'>, assetId: string): Promise<void> {
    await tx.query('update asset_uploads set asset_id = $3 where company_id = $1 and id = $2', [
      ...[upload.companyId, upload.id, assetId],
    ]);
    await tx.query('delete from asset_chunks where company_id = $1 and upload_id = $2', [
      ...[upload.companyId, upload.id],
    ]);
  }

  async remove(tx: Tx, upload: Pick<Upload, 'companyId' | 'id'>): Promise<void> {
    await tx.query('delete from asset_uploads where company_id = $1 and id = $2', [
      ...[upload.companyId, upload.id],
    ]);
  }

  /** Uploads whose last part came before a moment, whole ones included; held until this transaction ends. */
  async lockStale(tx: Tx, before: Date): Promise<Upload[]> {
    const rows = await tx.query<Row>(
      `select ${COLUMNS} from asset_uploads u where u.touched_at < $1 order by u.touched_at limit 100
       for update skip locked`,
      [before],
    );
    return Promise.all(rows.map((row) => this.map(row)));
  }

  /** Uploads whose parts are still needed. */
  async kept(tx: Tx): Promise<QuarantineKey[]> {
    const rows = await tx.query<{ company_id: string; id: string }>(
      'select company_id, id from asset_uploads where asset_id is null',
    );
    return rows.map(({ company_id, id }) => ({ companyId: company_id, id }));
  }

  private async map(row: Row): Promise<Upload> {
    const sealer = await this.cipher.sealerFor(row.company_id);
    return {
      companyId: row.company_id,
      id: row.id,
      fileId: row.file_id,
      kind: row.kind,
      name: sealer.open(namePlace(row.id), row.name_enc),
      byteCount: row.byte_count,
      rightsVersion: row.rights_version,
      briefId: row.brief_id,
      replaces: row.replaces,
      assetId: row.asset_id,
      startedBy: row.started_by,
    };
  }
}
