import { Injectable } from '@nestjs/common';
import type { PackagingContent } from '@qafila/shared/branding/packaging.contract';
import { brandingPrice } from '@qafila/shared/branding/packaging.rules';
import type { Currency } from '@qafila/shared/kernel/currency';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import type { Signed, SignedPage } from '../domain/approval';
import type { Brief } from '../domain/brief';
import type { Proof } from '../domain/proof';
import { BRAND_WORDS } from './brand-columns';

interface Row {
  brand_code: string;
  brand_version: number;
  brand_sha256: string;
  name_latin: string;
  name_arabic: string | null;
  file_sha256: string;
  currency: Currency;
  products: { id: string; name: Record<string, string> }[];
  pages: SignedPage[];
  packaging: { id: string; version: number; sha256: string; content: PackagingContent } | null;
}

/** What an approval of a version signs, as it stands now. */
@Injectable()
export class ApprovalFactsRepository {
  /**
   * One statement. The packaging is the version the proof was made for; a proof that was made before its brief named
   * one takes what the brief names now.
   */
  async signed(tx: Tx, { brief, proof }: { brief: Brief; proof: Proof }): Promise<Signed> {
    const row = oneRow(
      await tx.query<Row>(
        `select b.brand_code, v.version as brand_version, v.sha256 as brand_sha256, ${BRAND_WORDS},
           a.sha256 as file_sha256, c.currency,
           (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name) order by d.position), '[]')
            from products d where d.id = any(x.product_ids)) as products,
           (select coalesce(jsonb_agg(jsonb_build_object('page', g.page, 'widthMm', g.trim_w_mm, 'heightMm', g.trim_h_mm)
              order by g.page), '[]') from asset_pages g where g.company_id = a.company_id and g.asset_id = a.id) as pages,
           (select jsonb_build_object('id', k.spec_id, 'version', k.version, 'sha256', k.sha256, 'content', k.content)
            from packaging_spec_versions k
            left join packaging_specs s on s.company_id = k.company_id and s.id = k.spec_id
            where k.company_id = x.company_id and k.spec_id = coalesce(p.packaging_spec_id, x.packaging_spec_id)
              and k.version = coalesce(p.packaging_version, s.version)) as packaging
         from proofs p
         join briefs x on x.company_id = p.company_id and x.id = p.brief_id
         join companies c on c.id = x.company_id
         join assets a on a.company_id = p.company_id and a.id = p.asset_id
         join brand_profiles b on b.company_id = x.company_id and b.id = x.brand_profile_id
         join brand_profile_versions v on v.company_id = b.company_id and v.profile_id = b.id and v.version = b.version
         where p.company_id = $1 and p.id = $2`,
        [proof.companyId, proof.id],
      ),
    );
    return signedOf(row, { brief, proof });
  }
}

const signedOf = (row: Row, { brief, proof }: { brief: Brief; proof: Proof }): Signed => ({
  brief: { id: brief.id, code: brief.code, title: brief.title },
  proof: { id: proof.id, version: proof.version },
  brand: {
    id: brief.brandProfileId,
    code: row.brand_code,
    version: row.brand_version,
    sha256: row.brand_sha256,
    nameLatin: row.name_latin,
    nameArabic: row.name_arabic,
  },
  products: row.products,
  quantity: brief.quantity,
  languages: brief.languages,
  artwork: { assetId: proof.assetId, sha256: row.file_sha256, pages: row.pages },
  packaging: row.packaging,
  terms: row.packaging && brandingPrice(row.packaging.content, { currency: row.currency }),
});
