import { createHash } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { firstContent, type ProfileContent } from '@qafila/shared/branding/profile-content';
import { composeIBAN } from 'ibantools';
import sharp from 'sharp';
import { Clock } from '../platform/clock/clock';
import { BlindIndex } from '../platform/crypto/blind-index';
import { FieldCipher } from '../platform/crypto/field-cipher';
import type { Tx } from '../platform/database/unit-of-work';
import { Files } from '../platform/files/files';
import { newId } from '../platform/ids/new-id';
import { drawLogo } from './art/draw-logo';
import { DEMO_COMPANIES, DEMO_SELLER, type DemoCompany, type DemoSpec } from './demo-companies';
import { loadPackaging } from './load-packaging';

const DAY_MS = 86_400_000;
/** The spec of a demo brand is older than the first order that is made with it. */
const SPEC_DAYS = 30;
const daysAgo = (app: INestApplicationContext, days: number): Date =>
  new Date(app.get(Clock).now().getTime() - days * DAY_MS);

/** The seller: identity for the deny-lists, the sealed IBAN of the transfers. */
export async function loadSeller(app: INestApplicationContext, tx: Tx): Promise<void> {
  const iban = composeIBAN({ countryCode: 'SA', bban: DEMO_SELLER.bban });
  if (!iban) throw new Error('The demo seller has no valid IBAN');
  const sealer = await app.get(FieldCipher).sealerFor(null);
  await tx.query(
    'insert into seller_settings (id, identity, iban_enc, iban_hash, bic, version) values (1, $1, $2, $3, $4, 1)',
    [
      DEMO_SELLER.identity,
      sealer.seal({ table: 'seller_settings', column: 'iban_enc', rowId: '1' }, iban),
      app.get(BlindIndex).ofIban(iban),
      DEMO_SELLER.bic,
    ],
  );
}

/** The demo companies with address, brand, logo and locked specs. Returns their ids by key. */
export async function loadCompanies(
  app: INestApplicationContext,
  tx: Tx,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const company of DEMO_COMPANIES) {
    const id = newId();
    ids.set(company.key, id);
    await tx.query(
      `insert into companies (id, name_latin, name_arabic, country, currency, registration_number, vat_number, state, policy_version, created_at)
       values ($1, $2, $3, $4, 'SAR', $5, $6, 'active', 1, $7)`,
      [
        id,
        company.nameLatin,
        company.nameArabic,
        company.country,
        company.registrationNumber,
        company.vatNumber,
        app.get(Clock).now(),
      ],
    );
    await tx.query(
      'insert into company_addresses (company_id, id, label, country, lines, is_default) values ($1, $2, $3, $4, $5, true)',
      [id, newId(), company.address.label, company.country, company.address.lines],
    );
    await loadBrand(app, tx, { id, company });
  }
  return ids;
}

async function loadBrand(
  app: INestApplicationContext,
  tx: Tx,
  { id: companyId, company }: { id: string; company: DemoCompany },
): Promise<void> {
  const { brand } = company;
  const bytes = await sharp(Buffer.from(drawLogo(brand.logo)))
    .resize(480, 480)
    .png()
    .toBuffer();
  const logo = await app.get(Files).put(tx, { companyId, kind: 'logo', contentType: 'image/png', bytes });
  const profileId = newId();
  await tx.query(
    `insert into brand_profiles (company_id, id, brand_code, state, version) values ($1, $2, $3, 'active', 1)`,
    [companyId, profileId, brand.code],
  );
  await tx.query(
    `insert into brand_profile_versions (company_id, profile_id, version, content, logo_file_id, saved_at)
     values ($1, $2, 1, $3, $4, $5)`,
    [companyId, profileId, contentOf(brand, logo), logo, app.get(Clock).now()],
  );
  await loadPackaging(tx, { companyId, profileId, brand: brand.nameLatin, at: app.get(Clock).now() });
  for (const spec of brand.specs)
    await loadSpec(tx, { companyId, profileId, spec, at: daysAgo(app, SPEC_DAYS) });
}

/** The demo brand as its first version says it. */
function contentOf(brand: DemoCompany['brand'], logoFileId: string): ProfileContent {
  const plain = { cmyk: null, pantone: null };
  return {
    ...firstContent({ latin: brand.nameLatin, arabic: brand.nameArabic }),
    colours: [
      { role: 'ink', hex: brand.logo.ink, ...plain },
      { role: 'accent', hex: brand.logo.accent, ...plain },
    ],
    logos: { primary: logoFileId, mono: null, reversed: null, icon: null },
    sender: { name: null, phone: null, lines: [...brand.returnLines] },
    replyEmail: brand.replyEmail,
  };
}

async function loadSpec(
  tx: Tx,
  given: { companyId: string; profileId: string; spec: DemoSpec; at: Date },
): Promise<void> {
  const { companyId, profileId, spec, at } = given;
  const specId = newId();
  const content = createHash('sha256').update(JSON.stringify(spec)).digest('hex');
  await tx.query(
    `insert into production_specs (company_id, id, brand_profile_id, code, name, version, unit_per10k, currency,
       content_hash, state, made_at, minimum_pieces, lead_days)
     values ($1, $2, $3, $4, $5, $6, $7, 'SAR', $8, 'draft', $9, $10, $11)`,
    [
      ...[companyId, specId, profileId, spec.code, spec.name, spec.version, spec.unitPer10k, content, at],
      ...[spec.minimumPieces, spec.leadDays],
    ],
  );
  await tx.query(
    `insert into production_spec_products (company_id, spec_id, product_id)
     select $1, $2, id from products where slug = any($3)`,
    [companyId, specId, spec.products],
  );
  await tx.query(`update production_specs set state = 'locked', locked_at = made_at where id = $1`, [specId]);
}
