import { Injectable } from '@nestjs/common';
import type { BrandProfileState } from '@qafila/shared/branding/branding.lifecycle';
import type { ConsentKind } from '@qafila/shared/branding/consent-texts';
import type { ProfileContent } from '@qafila/shared/branding/profile-content';
import type { ConsentView, ProfileCard } from '@qafila/shared/branding/profiles.contract';
import { colourOf } from '@qafila/shared/branding/profiles.rules';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { newId, newPublicCode } from '../../../platform/ids/new-id';
import type { LogoFiles, Profile } from '../domain/profile';

export interface ProfileKey {
  readonly companyId: string;
  readonly id: string;
}
/** A version as it is written: once. */
export interface NewVersion {
  readonly content: ProfileContent;
  readonly files: LogoFiles;
  readonly personId: string;
  readonly at: Date;
}
export interface NewConsent extends Omit<ConsentView, 'by' | 'at'> {
  readonly personId: string;
  readonly at: Date;
}
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
interface CardRow extends ProfileRow {
  saved_at: Date;
}
export interface VersionRow {
  readonly version: number;
  readonly content: ProfileContent;
  readonly sha256: string;
  readonly savedAt: Date;
  readonly savedBy: string | null;
}

const PROFILE = `select b.company_id, b.id, b.brand_code, b.state, b.version, v.content, v.logo_file_id, v.mono_file_id,
    v.saved_at
  from brand_profiles b join brand_profile_versions v
    on v.company_id = b.company_id and v.profile_id = b.id and v.version = b.version`;
const ADD_VERSION = `insert into brand_profile_versions
    (company_id, profile_id, version, content, logo_file_id, mono_file_id, saved_by, saved_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** Brand profiles with their versions and permissions, as their company edits them. */
@Injectable()
export class ProfileRepository {
  /** Throws `NOT_FOUND`, also for another company's. */
  async find(tx: Tx, key: ProfileKey): Promise<Profile> {
    return profileOf(
      oneRow(await tx.query<ProfileRow>(`${PROFILE} where b.company_id = $1 and b.id = $2`, keyOf(key))),
    );
  }

  /** As `find`, and nobody else saves or moves it until this transaction ends. */
  async lock(tx: Tx, key: ProfileKey): Promise<Profile> {
    // First the row, then what its version says: a version saved meanwhile would else be read with the old number.
    oneRow(
      await tx.query(
        'select id from brand_profiles where company_id = $1 and id = $2 for update',
        keyOf(key),
      ),
    );
    return this.find(tx, key);
  }

  async cards(tx: Tx, companyId: string): Promise<ProfileCard[]> {
    const rows = await tx.query<CardRow>(
      `${PROFILE} where b.company_id = $1 order by b.state = 'archived', v.content -> 'names' ->> 'latin', b.id`,
      [companyId],
    );
    return rows.map((row) => ({
      id: row.id,
      nameLatin: row.content.names.latin,
      nameArabic: row.content.names.arabic,
      ink: colourOf(row.content, 'ink') ?? '',
      accent: colourOf(row.content, 'accent') ?? '',
      hasLogo: row.logo_file_id !== null,
      state: row.state,
      version: row.version,
      savedAt: row.saved_at.toISOString(),
    }));
  }

  /** Profiles that are not archived; the company stands still until the end, so that nobody adds one beside. */
  async countLive(tx: Tx, companyId: string): Promise<number> {
    oneRow(await tx.query('select id from companies where id = $1 for no key update', [companyId]));
    const [row] = await tx.query<{ count: number }>(
      `select count(*)::int as count from brand_profiles where company_id = $1 and state <> 'archived'`,
      [companyId],
    );
    return row?.count ?? 0;
  }

  async insert(tx: Tx, companyId: string, first: NewVersion): Promise<string> {
    const id = newId();
    await tx.query(
      `insert into brand_profiles (company_id, id, brand_code, state, version) values ($1, $2, $3, 'draft', 1)`,
      [companyId, id, newPublicCode()],
    );
    await tx.query(ADD_VERSION, versionValues({ companyId, id }, 1, first));
    return id;
  }

  async addVersion(tx: Tx, profile: Profile, next: NewVersion): Promise<void> {
    const version = profile.version + 1;
    await tx.query('update brand_profiles set version = $3 where company_id = $1 and id = $2', [
      ...keyOf(profile),
      version,
    ]);
    await tx.query(ADD_VERSION, versionValues(profile, version, next));
  }

  async move(tx: Tx, profile: Profile, to: BrandProfileState): Promise<void> {
    await tx.query('update brand_profiles set state = $3 where company_id = $1 and id = $2', [
      ...keyOf(profile),
      to,
    ]);
  }

  /** Versions below `before`, the latest first, at most `limit`. */
  async versions(
    tx: Tx,
    key: ProfileKey,
    page: { readonly before: string | null; readonly limit: number },
  ): Promise<VersionRow[]> {
    return tx.query<VersionRow>(
      `select v.version, v.content, v.sha256, v.saved_at as "savedAt", p.name as "savedBy"
       from brand_profile_versions v left join people p on p.id = v.saved_by
       where v.company_id = $1 and v.profile_id = $2 and ($3::int is null or v.version < $3::int)
       order by v.version desc limit $4`,
      [...keyOf(key), page.before, page.limit],
    );
  }

  async lockedSpecs(tx: Tx, key: ProfileKey): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `select count(*)::int as count from production_specs
       where company_id = $1 and brand_profile_id = $2 and state in ('locked', 'released')`,
      keyOf(key),
    );
    return row?.count ?? 0;
  }

  /** Every decision on a permission, the latest first. */
  async consents(tx: Tx, key: ProfileKey): Promise<ConsentView[]> {
    const rows = await tx.query<Omit<ConsentView, 'at'> & { at: Date }>(
      `select c.kind, c.decision, c.text_version as "textVersion", c.text, c.locale, p.name as by, c.at
       from brand_consents c join people p on p.id = c.person_id
       where c.company_id = $1 and c.profile_id = $2 order by c.at desc, c.id desc`,
      keyOf(key),
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  /** The decision in force; `undefined` while none was ever taken. */
  async latestConsent(
    tx: Tx,
    key: ProfileKey,
    kind: ConsentKind,
  ): Promise<ConsentView['decision'] | undefined> {
    const [row] = await tx.query<{ decision: ConsentView['decision'] }>(
      `select decision from brand_consents where company_id = $1 and profile_id = $2 and kind = $3
       order by at desc, id desc limit 1`,
      [...keyOf(key), kind],
    );
    return row?.decision;
  }

  async addConsent(tx: Tx, key: ProfileKey, given: NewConsent): Promise<void> {
    await tx.query(
      `insert into brand_consents
         (company_id, id, profile_id, kind, decision, text_version, text, locale, person_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[key.companyId, newId(), key.id, given.kind, given.decision],
        ...[given.textVersion, given.text, given.locale, given.personId, given.at],
      ],
    );
  }

  /** The picture of a ready logo, drawn again at its intake; `undefined` for anything else. */
  async logoPicture(tx: Tx, companyId: string, assetId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ file_id: string }>(
      `select f.file_id from assets a
       join asset_files f on f.company_id = a.company_id and f.asset_id = a.id and f.kind = 'preview' and f.page = 1
       where a.company_id = $1 and a.id = $2 and a.kind = 'logo' and a.state = 'ready' limit 1`,
      [companyId, assetId],
    );
    return row?.file_id;
  }
}

const keyOf = ({ companyId, id }: ProfileKey): [string, string] => [companyId, id];

const versionValues = ({ companyId, id }: ProfileKey, version: number, next: NewVersion): unknown[] => [
  ...[companyId, id, version, next.content],
  ...[next.files.logoFileId, next.files.monoFileId, next.personId, next.at],
];

const profileOf = (row: ProfileRow): Profile => ({
  companyId: row.company_id,
  id: row.id,
  brandCode: row.brand_code,
  state: row.state,
  version: row.version,
  content: row.content,
  logoFileId: row.logo_file_id,
  monoFileId: row.mono_file_id,
});
