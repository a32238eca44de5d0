import { firstContent, type ProfileContent } from '@qafila/shared/branding/profile-content';
import type { TestApp } from '../../../../test/support/test-app';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { newId, newPublicCode } from '../../../platform/ids/new-id';

/** A profile that may ship: reply address and a way back. */
export const aContent = (given: Partial<ProfileContent> = {}): ProfileContent => ({
  ...firstContent({ latin: 'Brand', arabic: null }),
  colours: [
    { role: 'ink', hex: '#221f1a', cmyk: null, pantone: null },
    { role: 'accent', hex: '#b08d3e', cmyk: null, pantone: null },
  ],
  sender: { name: null, phone: null, lines: ['Box 7', 'Riyadh'] },
  replyEmail: 'hello@brand.example',
  ...given,
});

/** An active brand profile of a company; returns its id. */
export function aBrand(
  app: TestApp,
  companyId: string,
  given: {
    readonly logo?: Buffer;
    readonly nameLatin?: string;
    readonly content?: Partial<ProfileContent>;
    readonly state?: 'draft' | 'active' | 'suspended' | 'archived';
  } = {},
): Promise<string> {
  const id = newId();
  const names = { latin: given.nameLatin ?? 'Brand', arabic: null, french: null, norwegian: null };
  return app.system(async (tx) => {
    const logoFileId = given.logo
      ? await app.get(Files).put(tx, { companyId, kind: 'logo', contentType: 'image/png', bytes: given.logo })
      : null;
    const logos = { primary: logoFileId, mono: null, reversed: null, icon: null };
    await tx.query(
      `insert into brand_profiles (company_id, id, brand_code, state, version) values ($1, $2, $3, $4, 1)`,
      [companyId, id, newPublicCode(), given.state ?? 'active'],
    );
    await tx.query(
      `insert into brand_profile_versions (company_id, profile_id, version, content, logo_file_id, saved_at)
       values ($1, $2, 1, $3, $4, $5)`,
      [companyId, id, aContent({ names, logos, ...given.content }), logoFileId, app.clock.now()],
    );
    return id;
  });
}

/** Makes the next version of every profile of a company, with these parts changed. */
export const changeBrand = (tx: Tx, companyId: string, change: Partial<ProfileContent>): Promise<unknown> =>
  tx.query(
    `with old as (
       update brand_profiles set version = version + 1 where company_id = $1 returning company_id, id, version
     )
     insert into brand_profile_versions (company_id, profile_id, version, content, logo_file_id, mono_file_id, saved_at)
     select o.company_id, o.id, o.version, v.content || $2::jsonb, v.logo_file_id, v.mono_file_id, v.saved_at
     from old o join brand_profile_versions v
       on v.company_id = o.company_id and v.profile_id = o.id and v.version = o.version - 1`,
    [companyId, JSON.stringify(change)],
  );

/** A production spec, locked unless said otherwise; returns its id. */
export function aSpec(
  app: TestApp,
  companyId: string,
  given: {
    readonly brandId: string;
    readonly productIds: readonly string[];
    readonly name?: string;
    readonly unitPer10k?: number;
    /** Fewest pieces this dressing is made for; one unless said otherwise. */
    readonly minimumPieces?: number;
    readonly state?: 'draft' | 'locked' | 'retired';
  },
): Promise<string> {
  const id = newId();
  return app.system(async (tx) => {
    await tx.query(
      `insert into production_specs (company_id, id, brand_profile_id, code, name, version, unit_per10k, currency,
         content_hash, state, made_at, minimum_pieces, lead_days)
       values ($1, $2, $3, $4, $5, 1, $6, 'SAR', 'hash', 'draft', $7, $8, 7)`,
      [
        ...[companyId, id, given.brandId, newPublicCode(), given.name ?? 'Label and ribbon'],
        ...[given.unitPer10k ?? 15_000, app.clock.now(), given.minimumPieces ?? 1],
      ],
    );
    await tx.query(
      `insert into production_spec_products (company_id, spec_id, product_id)
       select $1, $2, d.product_id from unnest($3::uuid[]) as d(product_id)`,
      [companyId, id, given.productIds],
    );
    const state = given.state ?? 'locked';
    if (state !== 'draft')
      await tx.query(`update production_specs set state = $2, locked_at = $3 where id = $1`, [
        ...[id, state, app.clock.now()],
      ]);
    return id;
  });
}
