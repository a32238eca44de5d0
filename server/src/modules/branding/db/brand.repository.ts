import { Injectable } from '@nestjs/common';
import type { Currency } from '@qafila/shared/kernel/currency';
import type { Tx } from '../../../platform/database/unit-of-work';

interface ProfileRow {
  company_id: string;
  id: string;
  brand_code: string;
  name_latin: string;
  name_arabic: string | null;
  ink: string;
  accent: string;
  logo_file_id: string | null;
  reply_email: string;
  return_lines: string[];
  state: 'draft' | 'active' | 'suspended' | 'archived';
  version: number;
}
interface SpecRow {
  company_id: string;
  id: string;
  brand_profile_id: string;
  code: string;
  name: string;
  version: number;
  unit_per10k: string;
  currency: Currency;
  state: 'draft' | 'locked' | 'released' | 'retired';
  product_ids: string[];
}

const PROFILES = `select company_id, id, brand_code, name_latin, name_arabic, ink, accent, logo_file_id, reply_email,
    return_lines, state, version
  from brand_profiles`;
const SPECS = `select s.company_id, s.id, s.brand_profile_id, s.code, s.name, s.version, s.unit_per10k, s.currency, s.state,
    array(select d.product_id from production_spec_products d
      where d.company_id = s.company_id and d.spec_id = s.id order by d.product_id) as product_ids
  from production_specs s`;

/** Brand profiles and production specs of one company. */
@Injectable()
export class BrandRepository {
  async activeProfiles(tx: Tx, companyId: string) {
    const rows = await tx.query<ProfileRow>(
      `${PROFILES} where company_id = $1 and state = 'active' order by name_latin, id`,
      [companyId],
    );
    return rows.map(profileOf);
  }

  async profiles(tx: Tx, companyId: string, ids: readonly string[]) {
    if (ids.length === 0) return [];
    const rows = await tx.query<ProfileRow>(`${PROFILES} where company_id = $1 and id = any($2::uuid[])`, [
      companyId,
      ids,
    ]);
    return rows.map(profileOf);
  }

  /** Specs that production may use: locked or released. */
  async lockedSpecs(tx: Tx, companyId: string) {
    const rows = await tx.query<SpecRow>(
      `${SPECS} where s.company_id = $1 and s.state in ('locked', 'released') order by s.name, s.id`,
      [companyId],
    );
    return rows.map(specOf);
  }

  async specs(tx: Tx, companyId: string, ids: readonly string[]) {
    if (ids.length === 0) return [];
    const rows = await tx.query<SpecRow>(`${SPECS} where s.company_id = $1 and s.id = any($2::uuid[])`, [
      companyId,
      ids,
    ]);
    return rows.map(specOf);
  }
}

const profileOf = (row: ProfileRow) => ({
  companyId: row.company_id,
  id: row.id,
  brandCode: row.brand_code,
  nameLatin: row.name_latin,
  nameArabic: row.name_arabic,
  ink: row.ink,
  accent: row.accent,
  logoFileId: row.logo_file_id,
  replyEmail: row.reply_email,
  returnLines: row.return_lines,
  isActive: row.state === 'active',
  version: row.version,
});

const specOf = (row: SpecRow) => ({
  companyId: row.company_id,
  id: row.id,
  brandProfileId: row.brand_profile_id,
  code: row.code,
  name: row.name,
  version: row.version,
  unitPrice: { per10k: Number(row.unit_per10k), currency: row.currency },
  isLocked: row.state === 'locked' || row.state === 'released',
  productIds: row.product_ids,
});
