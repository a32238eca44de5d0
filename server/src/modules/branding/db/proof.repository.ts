import { Injectable } from '@nestjs/common';
import type { ProofState } from '@qafila/shared/branding/branding.lifecycle';
import type { ProofPageView } from '@qafila/shared/branding/proof-views';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import type { Brief, BriefKey } from '../domain/brief';
import type { Proof } from '../domain/proof';
import { BriefRepository } from './brief.repository';

interface ProofRow {
  company_id: string;
  id: string;
  brief_id: string;
  version: number;
  revision: number;
  asset_id: string;
  packaging_spec_id: string | null;
  packaging_version: number | null;
  state: ProofState;
  made_by: string;
  sent_back_for: string | null;
  sent_by: string | null;
  sent_at: Date | null;
  viewed_at: Date | null;
  expires_at: Date | null;
  decided_at: Date | null;
  locked_at: Date | null;
  reminded: number;
}
/** What a step writes beside the state; what is left out stays. */
export type ProofStep = { readonly to: ProofState } & Partial<
  Pick<
    Proof,
    | 'assetId'
    | 'madeBy'
    | 'sentBackFor'
    | 'sentBy'
    | 'sentAt'
    | 'viewedAt'
    | 'expiresAt'
    | 'decidedAt'
    | 'lockedAt'
  >
>;

const COLUMNS = `company_id, id, brief_id, version, revision, asset_id, packaging_spec_id, packaging_version, state, made_by,
  sent_back_for, sent_by, sent_at, viewed_at, expires_at, decided_at, locked_at, reminded`;
/** A trader's own that were sent; for staff every version. */
const VISIBLE = '($2::uuid is null or company_id = $2 and sent_at is not null)';

/** Versions of proofs; a change happens under the lock of their brief. */
@Injectable()
export class ProofRepository {
  constructor(private readonly briefs: BriefRepository) {}

  /** Throws `NOT_FOUND` for another company's, and for a trader before it was sent. */
  async read(tx: Tx, id: string): Promise<Proof> {
    const rows = await tx.query<ProofRow>(`select ${COLUMNS} from proofs where id = $1 and ${VISIBLE}`, [
      id,
      tx.scope.companyId,
    ]);
    return toProof(oneRow(rows));
  }

  /** The proof with its brief, both held until the transaction ends: read again once the lock is there. */
  async hold(tx: Tx, id: string): Promise<{ brief: Brief; proof: Proof }> {
    const { briefId } = await this.read(tx, id);
    const brief = await this.briefs.hold(tx, briefId);
    return { brief, proof: await this.read(tx, id) };
  }

  /** Held, in the revision its caller saw. Throws `STALE_RECORD`. */
  async holdRevision(
    tx: Tx,
    at: { readonly id: string; readonly version: number },
  ): Promise<{ brief: Brief; proof: Proof }> {
    const held = await this.hold(tx, at.id);
    if (held.proof.revision !== at.version) throw new Problem('STALE_RECORD');
    return held;
  }

  /** Makes the next version of a brief that is held. Throws `PROOF_OPEN` while one is in work. */
  async add(
    tx: Tx,
    brief: BriefKey,
    given: {
      readonly id: string;
      readonly assetId: string;
      readonly packaging: { readonly id: string; readonly version: number } | null;
      readonly by: string;
      readonly at: Date;
    },
  ): Promise<Proof> {
    const rows = await tx.query<ProofRow>(
      `insert into proofs (company_id, id, brief_id, version, revision, asset_id, packaging_spec_id, packaging_version, state,
         made_by, made_at)
       select $1, $2, $3, 1 + count(*), 1, $4, $5, $6, 'draft', $7, $8 from proofs
       where company_id = $1 and brief_id = $3
       having count(*) filter (where state in ('draft', 'internal_review')) = 0
       returning ${COLUMNS}`,
      [
        ...[brief.companyId, given.id, brief.id, given.assetId],
        ...[given.packaging?.id ?? null, given.packaging?.version ?? null, given.by, given.at],
      ],
    );
    const [row] = rows;
    if (!row) throw new Problem('PROOF_OPEN');
    return toProof(row);
  }

  /** Takes a step that the lifecycle decided. Throws `STALE_RECORD` when state or revision moved since. */
  async advance(tx: Tx, proof: Proof, step: ProofStep): Promise<Proof> {
    const next = { ...proof, ...step };
    const rows = await tx.query<ProofRow>(
      `update proofs set state = $5, revision = revision + 1, asset_id = $6, made_by = $7, sent_back_for = $8, sent_by = $9,
         sent_at = $10, viewed_at = $11, expires_at = $12, decided_at = $13, locked_at = $14
       where company_id = $1 and id = $2 and state = $3 and revision = $4
       returning ${COLUMNS}`,
      [
        proof.companyId,
        proof.id,
        proof.state,
        proof.revision,
        step.to,
        next.assetId,
        next.madeBy,
        next.sentBackFor,
        next.sentBy,
        next.sentAt,
        next.viewedAt,
        next.expiresAt,
        next.decidedAt,
        next.lockedAt,
      ],
    );
    const [row] = rows;
    if (!row) throw new Problem('STALE_RECORD');
    return toProof(row);
  }

  /** Locks every version before this one, or all of them; answers which. */
  async advanceOlder(
    tx: Tx,
    brief: BriefKey,
    given: { readonly before: number | null; readonly from: readonly ProofState[]; readonly at: Date },
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `update proofs set state = 'superseded', locked_at = coalesce(locked_at, $5), revision = revision + 1
       where company_id = $1 and brief_id = $2 and ($3::int is null or version < $3) and state = any($4)
       returning id`,
      [brief.companyId, brief.id, given.before, given.from, given.at],
    );
    return rows.map((row) => row.id);
  }

  /** Pages of a checked proof file of the company; none while it is not ready or not for this brief. */
  async pagesOf(tx: Tx, brief: BriefKey, assetId: string): Promise<ProofPageView[]> {
    return this.pages(tx, {
      companyId: brief.companyId,
      assetId,
      briefId: brief.id,
    });
  }

  /** Pages of a version's file, whatever became of the file since. */
  async pagesShown(tx: Tx, proof: Proof): Promise<ProofPageView[]> {
    return this.pages(tx, { companyId: proof.companyId, assetId: proof.assetId, briefId: null });
  }

  private async pages(
    tx: Tx,
    of: { readonly companyId: string; readonly assetId: string; readonly briefId: string | null },
  ): Promise<ProofPageView[]> {
    const rows = await tx.query<Record<PageColumn, string>>(
      `select p.page, p.width_px, p.height_px, p.media_w_mm, p.media_h_mm, p.trim_x_mm, p.trim_y_mm, p.trim_w_mm,
         p.trim_h_mm, p.tile_levels
       from asset_pages p join assets a on a.company_id = p.company_id and a.id = p.asset_id
       where p.company_id = $1 and p.asset_id = $2
         and ($3::uuid is null or a.kind = 'proof' and a.state = 'ready' and (a.brief_id is null or a.brief_id = $3))
       order by p.page`,
      [of.companyId, of.assetId, of.briefId],
    );
    return rows.map((row) => ({
      page: Number(row.page),
      widthPx: Number(row.width_px),
      heightPx: Number(row.height_px),
      mediaWMm: Number(row.media_w_mm),
      mediaHMm: Number(row.media_h_mm),
      trimXMm: Number(row.trim_x_mm),
      trimYMm: Number(row.trim_y_mm),
      trimWMm: Number(row.trim_w_mm),
      trimHMm: Number(row.trim_h_mm),
      tileLevels: Number(row.tile_levels),
    }));
  }
}
type PageColumn =
  | 'page'
  | 'width_px'
  | 'height_px'
  | 'media_w_mm'
  | 'media_h_mm'
  | 'trim_x_mm'
  | 'trim_y_mm'
  | 'trim_w_mm'
  | 'trim_h_mm'
  | 'tile_levels';

const toProof = (row: ProofRow): Proof => ({
  companyId: row.company_id,
  id: row.id,
  briefId: row.brief_id,
  version: row.version,
  revision: row.revision,
  assetId: row.asset_id,
  packagingSpecId: row.packaging_spec_id,
  packagingVersion: row.packaging_version,
  state: row.state,
  madeBy: row.made_by,
  sentBackFor: row.sent_back_for,
  sentBy: row.sent_by,
  sentAt: row.sent_at,
  viewedAt: row.viewed_at,
  expiresAt: row.expires_at,
  decidedAt: row.decided_at,
  lockedAt: row.locked_at,
  reminded: row.reminded,
});
