import type { PackagingContent } from '@qafila/shared/branding/packaging.contract';
import { brandingPrice, usualContent } from '@qafila/shared/branding/packaging.rules';
import { styleOf } from '@qafila/shared/branding/packaging-catalogue';
import type { Tx } from '../platform/database/unit-of-work';
import { newId } from '../platform/ids/new-id';

/** The label behind the demo spec, 114 × 64 mm: matt with foil, at the price the spec was locked with. */
const labelOf = (brand: string): PackagingContent => ({
  ...usualContent(styleOf('bottle-label'), `${brand} label`),
  dims: { diameter: 35, height: 64, overlap: 4 },
  finishes: ['matt', 'foil'],
});

/** The packaging of a demo brand, ready to be asked for in a brief. */
export async function loadPackaging(
  tx: Tx,
  given: {
    readonly companyId: string;
    readonly profileId: string;
    readonly brand: string;
    readonly at: Date;
  },
): Promise<void> {
  const { companyId, profileId, at } = given;
  const id = newId();
  const content = { ...labelOf(given.brand), brandProfileId: profileId };
  const terms = brandingPrice(content, { currency: 'SAR' });
  await tx.query(
    `insert into packaging_specs (company_id, id, name, source, style, brand_profile_id, state, version, unit_per10k,
       currency, minimum_pieces, lead_days, created_at, changed_at)
     values ($1, $2, $3, 'catalogue', $4, $5, 'ready', 1, $6, 'SAR', $7, $8, $9, $9)`,
    [
      ...[companyId, id, content.name, content.style, profileId],
      ...[terms.unitPrice?.per10k ?? null, terms.minimumPieces, terms.leadDays, at],
    ],
  );
  await tx.query(
    `insert into packaging_spec_versions (company_id, spec_id, version, content, saved_at)
     values ($1, $2, 1, $3, $4)`,
    [companyId, id, content, at],
  );
}
