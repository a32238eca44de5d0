import type { TestApp } from '../../../../test/support/test-app';
import { Files } from '../../../platform/files/files';
import { newId, newPublicCode } from '../../../platform/ids/new-id';

/** An active brand profile of a company; returns its id. */
export function aBrand(
  app: TestApp,
  companyId: string,
  given: { readonly logo?: Buffer; readonly nameLatin?: string } = {},
): Promise<string> {
  const id = newId();
  return app.system(async (tx) => {
    const logoFileId = given.logo
      ? await app.get(Files).put(tx, { companyId, kind: 'logo', contentType: 'image/png', bytes: given.logo })
      : null;
    await tx.query(
      `insert into brand_profiles (company_id, id, brand_code, name_latin, name_arabic, ink, accent, logo_file_id,
         reply_email, return_lines, state, version)
       values ($1, $2, $3, $4, null, '#221f1a', '#b08d3e', $5, 'hello@brand.example', $6, 'active', 1)`,
      [companyId, id, newPublicCode(), given.nameLatin ?? 'Brand', logoFileId, ['Box 7', 'Riyadh']],
    );
    return id;
  });
}

/** A production spec, locked unless said otherwise; returns its id. */
export function aSpec(
  app: TestApp,
  companyId: string,
  given: {
    readonly brandId: string;
    readonly productIds: readonly string[];
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
         content_hash, state, locked_at, minimum_pieces, lead_days)
       values ($1, $2, $3, $4, 'Label and ribbon', 1, $5, 'SAR', 'hash', $6, $7, $8, 7)`,
      [
        companyId,
        id,
        given.brandId,
        newPublicCode(),
        given.unitPer10k ?? 15_000,
        given.state ?? 'locked',
        app.clock.now(),
        given.minimumPieces ?? 1,
      ],
    );
    await tx.query(
      `insert into production_spec_products (company_id, spec_id, product_id)
       select $1, $2, d.product_id from unnest($3::uuid[]) as d(product_id)`,
      [companyId, id, given.productIds],
    );
    return id;
  });
}
