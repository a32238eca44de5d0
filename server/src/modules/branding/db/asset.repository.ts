import { Injectable } from '@nestjs/common';
import { type AssetFacts, assetFactsSchema } from '@qafila/shared/branding/asset-facts';
import type { Rejection } from '@qafila/shared/branding/asset-views';
import type { AssetState } from '@qafila/shared/branding/branding.lifecycle';
import { FieldCipher, type Place } from '../../../platform/crypto/field-cipher';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import type { Asset, AssetClaim } from '../domain/asset';

interface Row {
  company_id: string;
  id: string;
  kind: Asset['kind'];
  name_enc: string;
  state: AssetState;
  content_type: string | null;
  byte_count: number;
  original_file_id: string | null;
  page_count: number | null;
  ruleset_version: number | null;
  rejection: Rejection | null;
  uploaded_by: string;
  uploaded_at: Date;
  brief_id: string | null;
  replaces: string | null;
  replaced_by: string | null;
  tries: number;
  has_preview: boolean;
  passes: number;
  warns: number;
  fails: number;
}
const COLUMNS = `a.company_id, a.id, a.kind, a.name_enc, a.state, a.content_type, a.byte_count, a.original_file_id,
  a.page_count, a.ruleset_version, a.rejection, a.uploaded_by, a.uploaded_at, a.brief_id, a.replaces, a.replaced_by,
  a.tries, exists (select 1 from asset_files f where f.company_id = a.company_id and f.asset_id = a.id
    and f.kind = 'thumb') as has_preview,
  (select count(*)::int from asset_checks c where c.company_id = a.company_id and c.asset_id = a.id
    and c.verdict = 'pass') as passes,
  (select count(*)::int from asset_checks c where c.company_id = a.company_id and c.asset_id = a.id
    and c.verdict = 'warn') as warns,
  (select count(*)::int from asset_checks c where c.company_id = a.company_id and c.asset_id = a.id
    and c.verdict = 'fail') as fails`;
/** What a designer may see: proofs, and what a brief that was sent shows him: references, logos, dieline, its files. */
const SENT = `b.company_id = a.company_id and b.submitted_at is not null`;
const SEEN_BY_DESIGN = `(
  exists (select 1 from proofs p where p.company_id = a.company_id and p.asset_id = a.id)
  or exists (select 1 from briefs b where ${SENT} and b.id = a.brief_id)
  or exists (select 1 from briefs b join brief_references r on r.company_id = b.company_id and r.brief_id = b.id
    where ${SENT} and r.asset_id = a.id)
  or exists (select 1 from briefs b join brand_profiles w on w.company_id = b.company_id and w.id = b.brand_profile_id
    join brand_profile_versions v on v.company_id = w.company_id and v.profile_id = w.id and v.version = w.version
    cross join lateral jsonb_each_text(v.content -> 'logos') l where ${SENT} and l.value = a.id::text)
  or exists (select 1 from briefs b join packaging_specs s on s.company_id = b.company_id and s.id = b.packaging_spec_id
    where ${SENT} and s.dieline_asset_id = a.id))`;
/** What a trader may see: his own files, and proofs that the gatekeeper sent. */
const SEEN_BY_TRADER = `(a.kind <> 'proof' or exists (select 1 from proofs p
    where p.company_id = a.company_id and p.asset_id = a.id and p.sent_at is not null))`;
const namePlace = (id: string): Place => ({ table: 'assets', column: 'name_enc', rowId: id });

export interface NewAsset
  extends Pick<
    Asset,
    'companyId' | 'id' | 'kind' | 'name' | 'byteCount' | 'uploadedBy' | 'briefId' | 'replaces'
  > {
  readonly originalFileId: string;
  readonly sha256: string;
  readonly rightsVersion: number | null;
  readonly at: Date;
}
export interface AssetFilter {
  readonly kind: string | null;
  readonly state: string | null;
  /** Sort key after which to go on: moment and id, or two nulls. */
  readonly after: readonly (string | null)[];
  readonly limit: number;
}

/** Files of companies. Whoever has no company sees what designers may see. */
@Injectable()
export class AssetRepository {
  constructor(private readonly cipher: FieldCipher) {}

  async insert(tx: Tx, asset: NewAsset): Promise<void> {
    const sealer = await this.cipher.sealerFor(asset.companyId);
    await tx.query(
      `insert into assets (company_id, id, kind, name_enc, state, byte_count, sha256, original_file_id, uploaded_by,
         uploaded_at, rights_version, brief_id, replaces, state_since)
       values ($1, $2, $3, $4, 'quarantined', $5, $6, $7, $8, $9, $10, $11, $12, $9)`,
      [
        ...[asset.companyId, asset.id, asset.kind, sealer.seal(namePlace(asset.id), asset.name)],
        ...[asset.byteCount, asset.sha256, asset.originalFileId, asset.uploadedBy, asset.at],
        ...[asset.rightsVersion, asset.briefId, asset.replaces],
      ],
    );
  }

  /** An asset the scope shows, removed ones excepted. Throws `NOT_FOUND`. */
  async find(tx: Tx, id: string, hold: 'read' | 'lock' = 'read'): Promise<Asset> {
    const row = oneRow(
      await tx.query<Row>(
        `select ${COLUMNS} from assets a where a.id = $1 and a.state <> 'purged'
           and ($2::uuid is null or a.company_id = $2) and case when $3 then ${SEEN_BY_TRADER} else ${SEEN_BY_DESIGN} end
         ${hold === 'lock' ? 'for update of a' : ''}`,
        [id, tx.scope.companyId, tx.scope.kind !== 'staff'],
      ),
    );
    return this.map(row);
  }

  /** True once the company approved a proof made of this file: until then only watermarked pictures are shown. */
  async isApproved(tx: Tx, asset: Pick<Asset, 'companyId' | 'id'>): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from proofs where company_id = $1 and asset_id = $2 and state = 'approved' limit 1`,
      [asset.companyId, asset.id],
    );
    return rows.length > 0;
  }

  /** Assets by id, in whatever state; unknown and foreign ids are left out. */
  async byIds(tx: Tx, companyId: string, ids: readonly string[]): Promise<Asset[]> {
    if (ids.length === 0) return [];
    const rows = await tx.query<Row>(
      `select ${COLUMNS} from assets a where a.company_id = $1 and a.id = any($2::uuid[])`,
      [companyId, ids],
    );
    return Promise.all(rows.map((row) => this.map(row)));
  }

  /** The newest first, one row more than the limit; proofs stand with their briefs. */
  async list(tx: Tx, companyId: string, filter: AssetFilter): Promise<Asset[]> {
    const rows = await tx.query<Row>(
      `select ${COLUMNS} from assets a
       where a.company_id = $1 and a.state <> 'purged' and a.kind <> 'proof'
         and ($2::text is null or a.kind = $2) and ($3::text is null or a.state = $3)
         and ($4::timestamptz is null or (a.uploaded_at, a.id) < ($4::timestamptz, $5::uuid))
       order by a.uploaded_at desc, a.id desc limit $6`,
      [companyId, filter.kind, filter.state, ...filter.after, filter.limit + 1],
    );
    return Promise.all(rows.map((row) => this.map(row)));
  }

  /** What was measured; `null` for a file that was never opened to the end. */
  async facts(tx: Tx, asset: Pick<Asset, 'companyId' | 'id'>): Promise<AssetFacts | null> {
    const row = oneRow(
      await tx.query<{ facts: unknown }>('select facts from assets where company_id = $1 and id = $2', [
        ...[asset.companyId, asset.id],
      ]),
    );
    return row.facts === null ? null : assetFactsSchema.parse(row.facts);
  }

  /** Writes the state that the lifecycle decided. Throws `WRONG_STATE` when somebody was faster. */
  async advance(
    tx: Tx,
    asset: Pick<Asset, 'companyId' | 'id' | 'state'>,
    to: { readonly state: AssetState; readonly at: Date; readonly replacedBy?: string },
  ): Promise<void> {
    const moved = await tx.query(
      `update assets set state = $4, state_since = $5, replaced_by = coalesce($6, replaced_by)
       where company_id = $1 and id = $2 and state = $3 returning id`,
      [asset.companyId, asset.id, asset.state, to.state, to.at, to.replacedBy ?? null],
    );
    if (moved.length === 0) throw new Problem('WRONG_STATE');
  }

  /** The next file to open: one that waits, or one whose try did not end in time. Held until this transaction ends. */
  async lockWaiting(tx: Tx, now: Date): Promise<Asset | null> {
    const [row] = await tx.query<Row>(
      `select ${COLUMNS} from assets a
       where a.state = 'quarantined' or (a.state = 'checking' and (a.claimed_until is null or a.claimed_until < $1))
       order by a.uploaded_at, a.id limit 1 for update of a skip locked`,
      [now],
    );
    return row ? this.map(row) : null;
  }

  /** Wakes the worker once this transaction is there for all to see. */
  async wakeWorker(tx: Tx): Promise<void> {
    await tx.query(
      `select graphile_worker.add_job('branding.inspect_assets', '{}'::json, job_key := 'branding.inspect_assets')`,
    );
  }

  /** A file whose tries begin anew. */
  async forgetTries(tx: Tx, asset: Pick<Asset, 'companyId' | 'id'>): Promise<void> {
    await tx.query(
      'update assets set tries = 0, claim_id = null, claimed_until = null where company_id = $1 and id = $2',
      [asset.companyId, asset.id],
    );
  }

  /** Lets go of a try that did not end; the next one may come at once. */
  async letGo(tx: Tx, claim: AssetClaim): Promise<void> {
    await tx.query(
      `update assets set claim_id = null, claimed_until = null
       where company_id = $1 and id = $2 and claim_id = $3`,
      [claim.companyId, claim.id, claim.claimId],
    );
  }

  /** Notes a try and who holds it. */
  async claim(tx: Tx, claim: AssetClaim, until: Date): Promise<void> {
    await tx.query(
      `update assets set claim_id = $3, claimed_until = $4, tries = tries + 1 where company_id = $1 and id = $2`,
      [claim.companyId, claim.id, claim.claimId, until],
    );
  }

  /** The asset of a try, while it is still held by it; `null` when another one took it over. */
  async lockClaimed(tx: Tx, claim: AssetClaim): Promise<Asset | null> {
    const [row] = await tx.query<Row>(
      `select ${COLUMNS} from assets a where a.company_id = $1 and a.id = $2 and a.claim_id = $3 and a.state = 'checking'
       for update of a`,
      [claim.companyId, claim.id, claim.claimId],
    );
    return row ? this.map(row) : null;
  }

  /** Writes what was found and lets go of the try. */
  async note(
    tx: Tx,
    asset: Pick<Asset, 'companyId' | 'id'>,
    found: {
      readonly contentType: string | null;
      readonly pageCount: number | null;
      readonly facts: AssetFacts | null;
      readonly rulesetVersion: number | null;
      readonly rejection: Rejection | null;
    },
  ): Promise<void> {
    await tx.query(
      `update assets set content_type = coalesce($3, content_type), page_count = coalesce($4, page_count),
         facts = coalesce($5::jsonb, facts), ruleset_version = coalesce($6, ruleset_version), rejection = $7::jsonb,
         claim_id = null, claimed_until = null
       where company_id = $1 and id = $2`,
      [
        ...[asset.companyId, asset.id, found.contentType, found.pageCount],
        ...[found.facts, found.rulesetVersion, found.rejection],
      ],
    );
  }

  /** Rejected files whose time is over; held until this transaction ends. */
  async lockExpired(tx: Tx, before: Date): Promise<Asset[]> {
    const rows = await tx.query<Row>(
      `select ${COLUMNS} from assets a where a.state = 'rejected' and a.state_since < $1
       order by a.state_since limit 20 for update of a skip locked`,
      [before],
    );
    return Promise.all(rows.map((row) => this.map(row)));
  }

  /** Lets go of the original; answers the file that stood there. */
  async releaseOriginal(tx: Tx, asset: Pick<Asset, 'companyId' | 'id'>): Promise<void> {
    await tx.query('update assets set original_file_id = null where company_id = $1 and id = $2', [
      ...[asset.companyId, asset.id],
    ]);
  }

  private async map(row: Row): Promise<Asset> {
    const sealer = await this.cipher.sealerFor(row.company_id);
    return {
      companyId: row.company_id,
      id: row.id,
      kind: row.kind,
      name: sealer.open(namePlace(row.id), row.name_enc),
      state: row.state,
      contentType: row.content_type,
      byteCount: row.byte_count,
      originalFileId: row.original_file_id,
      pageCount: row.page_count,
      rulesetVersion: row.ruleset_version,
      rejection: row.rejection,
      uploadedBy: row.uploaded_by,
      uploadedAt: row.uploaded_at,
      briefId: row.brief_id,
      replaces: row.replaces,
      replacedBy: row.replaced_by,
      tries: row.tries,
      hasPreview: row.has_preview,
      checks: { pass: row.passes, warn: row.warns, fail: row.fails },
    };
  }
}
