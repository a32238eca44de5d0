import { Injectable } from '@nestjs/common';
import type { AssetPageView } from '@qafila/shared/branding/asset-views';
import type { PreflightCheck } from '@qafila/shared/branding/preflight-ruleset';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { Asset, PicturePlace } from '../domain/asset';

type Of = Pick<Asset, 'companyId' | 'id'>;
interface PageRow {
  page: number;
  width_px: number;
  height_px: number;
  media_w_mm: string;
  media_h_mm: string;
  trim_x_mm: string;
  trim_y_mm: string;
  trim_w_mm: string;
  trim_h_mm: string;
  tile_levels: number;
}
/** What was found in a file: its pages, our pictures of them, and how each rule judged it. */
@Injectable()
export class AssetContentRepository {
  async pages(tx: Tx, of: Of): Promise<AssetPageView[]> {
    const rows = await tx.query<PageRow>(
      `select page, width_px, height_px, media_w_mm, media_h_mm, trim_x_mm, trim_y_mm, trim_w_mm, trim_h_mm, tile_levels
       from asset_pages where company_id = $1 and asset_id = $2 order by page`,
      [of.companyId, of.id],
    );
    return rows.map(pageOf);
  }

  async putPages(tx: Tx, of: Of, pages: readonly AssetPageView[]): Promise<void> {
    await tx.query('delete from asset_pages where company_id = $1 and asset_id = $2', [of.companyId, of.id]);
    await tx.query(
      `insert into asset_pages (company_id, asset_id, page, width_px, height_px, media_w_mm, media_h_mm, trim_x_mm,
         trim_y_mm, trim_w_mm, trim_h_mm, tile_levels)
       select $1, $2, p.page, p."widthPx", p."heightPx", p."mediaWMm", p."mediaHMm", p."trimXMm", p."trimYMm",
         p."trimWMm", p."trimHMm", p."tileLevels"
       from jsonb_to_recordset($3::jsonb) as p (page int, "widthPx" int, "heightPx" int, "mediaWMm" numeric,
         "mediaHMm" numeric, "trimXMm" numeric, "trimYMm" numeric, "trimWMm" numeric, "trimHMm" numeric,
         "tileLevels" int)`,
      [of.companyId, of.id, JSON.stringify(pages)],
    );
  }

  /** Puts these in place of whatever an older rule set said. */
  async putChecks(
    tx: Tx,
    of: Of,
    judged: { readonly checks: readonly PreflightCheck[]; readonly rulesetVersion: number },
  ): Promise<void> {
    await tx.query('delete from asset_checks where company_id = $1 and asset_id = $2', [of.companyId, of.id]);
    const rows = judged.checks.map((check, position) => ({
      position,
      rule_id: check.ruleId,
      page: check.page,
      verdict: check.verdict,
      measured: { measured: check.measured, limit: check.limit, unit: check.unit },
    }));
    await tx.query(
      `insert into asset_checks (company_id, asset_id, position, rule_id, page, verdict, measured, ruleset_version)
       select $1, $2, c.position, c.rule_id, c.page, c.verdict, c.measured, $4
       from jsonb_to_recordset($3::jsonb) as c (position int, rule_id text, page int, verdict text, measured jsonb)`,
      [of.companyId, of.id, JSON.stringify(rows), judged.rulesetVersion],
    );
  }

  async addPicture(tx: Tx, of: Of, picture: PicturePlace & { readonly fileId: string }): Promise<void> {
    await tx.query(
      `insert into asset_files (company_id, asset_id, page, kind, level, col, "row", file_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[of.companyId, of.id, picture.page, picture.kind, picture.level, picture.col, picture.row],
        picture.fileId,
      ],
    );
  }

  /** The stored file of one picture; `null` when there is none. */
  async picture(tx: Tx, of: Of, at: PicturePlace): Promise<string | null> {
    const [row] = await tx.query<{ file_id: string }>(
      `select file_id from asset_files where company_id = $1 and asset_id = $2 and page = $3 and kind = $4
         and level = $5 and col = $6 and "row" = $7`,
      [of.companyId, of.id, at.page, at.kind, at.level, at.col, at.row],
    );
    return row?.file_id ?? null;
  }

  /** Takes the pictures of an asset away; answers the stored files they were. */
  async removePictures(tx: Tx, of: Of): Promise<string[]> {
    const rows = await tx.query<{ file_id: string }>(
      'delete from asset_files where company_id = $1 and asset_id = $2 returning file_id',
      [of.companyId, of.id],
    );
    return rows.map(({ file_id }) => file_id);
  }
}

const pageOf = (row: PageRow): AssetPageView => ({
  page: row.page,
  widthPx: row.width_px,
  heightPx: row.height_px,
  mediaWMm: Number(row.media_w_mm),
  mediaHMm: Number(row.media_h_mm),
  trimXMm: Number(row.trim_x_mm),
  trimYMm: Number(row.trim_y_mm),
  trimWMm: Number(row.trim_w_mm),
  trimHMm: Number(row.trim_h_mm),
  tileLevels: row.tile_levels,
});
