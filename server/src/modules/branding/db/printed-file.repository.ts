import { Injectable } from '@nestjs/common';
import { type AssetFacts, assetFactsSchema } from '@qafila/shared/branding/asset-facts';
import type { AssetCheckView, AssetPageView } from '@qafila/shared/branding/asset-views';
import type { AssetKind } from '@qafila/shared/branding/assets.rules';
import type { PackagingContent } from '@qafila/shared/branding/packaging.contract';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';

interface Row {
  kind: AssetKind;
  facts: unknown;
  ruleset_version: number | null;
  packaging: { version: number; content: PackagingContent } | null;
  pages: AssetPageView[];
  checks: AssetCheckView[];
}
/** A file with what was measured of it and the packaging it is for. */
export interface PrintedFile {
  readonly kind: AssetKind;
  /** `null` for a file that was never opened to the end. */
  readonly facts: AssetFacts | null;
  readonly rulesetVersion: number | null;
  readonly packaging: { readonly version: number; readonly content: PackagingContent } | null;
  readonly pages: readonly AssetPageView[];
  /** As the file was judged by itself. */
  readonly checks: readonly AssetCheckView[];
}
export interface FileOfProof {
  readonly companyId: string;
  readonly id: string;
  /** The version of a proof it is looked at for; without it the newest of whatever it stands with. */
  readonly proofId?: string;
}

/** Files with what was found in them and the packaging they are printed on. */
@Injectable()
export class PrintedFileRepository {
  /**
   * One statement. A proof is for the packaging version it was made for, or what its brief names now; artwork and a proof
   * file in the making for what the newest brief names that has them. Whoever has no company sees briefs that were sent.
   */
  async read(tx: Tx, of: FileOfProof): Promise<PrintedFile> {
    const row = oneRow(
      await tx.query<Row>(
        `select a.kind, a.facts, a.ruleset_version, w.packaging,
           (select coalesce(jsonb_agg(jsonb_build_object('page', g.page, 'widthPx', g.width_px, 'heightPx', g.height_px,
              'mediaWMm', g.media_w_mm, 'mediaHMm', g.media_h_mm, 'trimXMm', g.trim_x_mm, 'trimYMm', g.trim_y_mm,
              'trimWMm', g.trim_w_mm, 'trimHMm', g.trim_h_mm, 'tileLevels', g.tile_levels) order by g.page), '[]')
            from asset_pages g where g.company_id = a.company_id and g.asset_id = a.id) as pages,
           (select coalesce(jsonb_agg(jsonb_build_object('ruleId', c.rule_id, 'page', c.page, 'verdict', c.verdict)
              || c.measured order by c.position), '[]')
            from asset_checks c where c.company_id = a.company_id and c.asset_id = a.id) as checks
         from assets a left join lateral (
           select jsonb_build_object('version', k.version, 'content', k.content) as packaging
           from briefs x
           left join proofs p on p.company_id = x.company_id and p.brief_id = x.id and p.asset_id = a.id
           join packaging_specs s on s.company_id = x.company_id
             and s.id = coalesce(p.packaging_spec_id, x.packaging_spec_id)
           join packaging_spec_versions k on k.company_id = s.company_id and k.spec_id = s.id
             and k.version = coalesce(p.packaging_version, s.version)
           where x.company_id = a.company_id and ($3::uuid is null or p.id = $3) and ($4 or x.submitted_at is not null)
             and (p.id is not null or x.id = a.brief_id or exists (select 1 from brief_references r
               where r.company_id = x.company_id and r.brief_id = x.id and r.asset_id = a.id))
           order by p.id desc nulls last, x.id desc limit 1
         ) w on a.kind in ('artwork', 'proof')
         where a.company_id = $1 and a.id = $2`,
        [of.companyId, of.id, of.proofId ?? null, tx.scope.kind !== 'staff'],
      ),
    );
    return {
      kind: row.kind,
      facts: row.facts === null ? null : assetFactsSchema.parse(row.facts),
      rulesetVersion: row.ruleset_version,
      packaging: row.packaging,
      pages: row.pages,
      checks: row.checks,
    };
  }
}
