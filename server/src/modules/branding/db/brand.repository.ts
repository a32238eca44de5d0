import { Injectable } from '@nestjs/common';
import type { BrandProfileState } from '@qafila/shared/branding/branding.lifecycle';
import type { ProfileContent } from '@qafila/shared/branding/profile-content';
import { colourOf } from '@qafila/shared/branding/profiles.rules';
import type { Currency } from '@qafila/shared/kernel/currency';
import type { Tx } from '../../../platform/database/unit-of-work';

interface ProfileRow {
  company_id: string;
  id: string;
  brand_code: string;
  state: BrandProfileState;
  version: number;
  content: ProfileContent;
  logo_file_id: string | null;
  mono_file_id: string | null;
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
  minimum_pieces: number;
  lead_days: number;
  brand_version: number | null;
  state: 'draft' | 'locked' | 'released' | 'retired';
  product_ids: string[];
}

const FIELDS = `select b.company_id, b.id, b.brand_code, b.state, v.version, v.content, v.logo_file_id, v.mono_file_id`;
const VERSIONS = `${FIELDS} from brand_profiles b
  join brand_profile_versions v on v.company_id = b.company_id and v.profile_id = b.id`;
const PROFILES = `${VERSIONS} and v.version = b.version`;
const BY_NAME = `order by v.content -> 'names' ->> 'latin', b.id`;
const SPECS = `select s.company_id, s.id, s.brand_profile_id, s.code, s.name, s.version, s.unit_per10k, s.currency, s.minimum_pieces,
    s.lead_days, s.state, (s.content #>> '{brand,version}')::int as brand_version,
    array(select d.product_id from production_spec_products d
      where d.company_id = s.company_id and d.spec_id = s.id order by d.product_id) as product_ids
  from production_specs s`;

/** Brand profiles as they are in force, and production specs, of one company. */
@Injectable()
export class BrandRepository {
  async activeProfiles(tx: Tx, companyId: string) {
    const rows = await tx.query<ProfileRow>(
      `${PROFILES} where b.company_id = $1 and b.state = 'active' ${BY_NAME}`,
      [companyId],
    );
    return rows.map(profileOf);
  }

  async profiles(tx: Tx, companyId: string, ids: readonly string[]) {
    if (ids.length === 0) return [];
    const rows = await tx.query<ProfileRow>(
      `${PROFILES} where b.company_id = $1 and b.id = any($2::uuid[])`,
      [companyId, ids],
    );
    return rows.map(profileOf);
  }

  /** One version of a profile, whatever it says by now. */
  async version(tx: Tx, companyId: string, at: { readonly profileId: string; readonly version: number }) {
    const rows = await tx.query<ProfileRow>(
      `${VERSIONS} where b.company_id = $1 and b.id = $2 and v.version = $3`,
      [companyId, at.profileId, at.version],
    );
    return rows.map(profileOf)[0];
  }

  /** The active profile of that id, or the first by name for none; its version stands still until the end. */
  async inForce(tx: Tx, companyId: string, profileId: string | null) {
    const rows = await tx.query<{ profileId: string; version: number }>(
      `select b.id as "profileId", b.version from brand_profiles b
       join brand_profile_versions v on v.company_id = b.company_id and v.profile_id = b.id and v.version = b.version
       where b.company_id = $1 and b.state = 'active' and ($2::uuid is null or b.id = $2) ${BY_NAME} limit 1
       for share of b`,
      [companyId, profileId],
    );
    return rows[0] ?? null;
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

  /** Products that a brief in work names, or a spec that waits for its technical check. */
  async underWay(tx: Tx, companyId: string, productIds: readonly string[]): Promise<string[]> {
    if (productIds.length === 0) return [];
    const rows = await tx.query<{ id: string }>(
      `select p.id from unnest($2::uuid[]) as p(id)
       where exists (select 1 from briefs b where b.company_id = $1 and p.id = any(b.product_ids)
           and b.state in ('submitted', 'needs_info', 'in_design', 'on_hold'))
         or exists (select 1 from production_spec_products d
           join production_specs s on s.company_id = d.company_id and s.id = d.spec_id
           where d.company_id = $1 and d.product_id = p.id and s.state = 'draft')`,
      [companyId, productIds],
    );
    return rows.map((row) => row.id);
  }
}

const profileOf = (row: ProfileRow) => ({
  companyId: row.company_id,
  id: row.id,
  brandCode: row.brand_code,
  nameLatin: row.content.names.latin,
  nameArabic: row.content.names.arabic,
  ink: colourOf(row.content, 'ink') ?? '#000000',
  accent: colourOf(row.content, 'accent') ?? '#000000',
  logoFileId: row.logo_file_id,
  monoFileId: row.mono_file_id,
  replyEmail: row.content.replyEmail,
  returnLines: row.content.sender.lines,
  content: row.content,
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
  minimumPieces: row.minimum_pieces,
  leadDays: row.lead_days,
  brandVersion: row.brand_version,
  isLocked: row.state === 'locked' || row.state === 'released',
  productIds: row.product_ids,
});
