import { Injectable } from '@nestjs/common';
import type { PackagingState } from '@qafila/shared/branding/branding.lifecycle';
import type { PackagingContent } from '@qafila/shared/branding/packaging.contract';
import type { BrandingTerms } from '@qafila/shared/branding/packaging.rules';
import type { Currency } from '@qafila/shared/kernel/currency';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import type { Packaging, PackagingVersion } from '../domain/packaging';

export interface PackagingKey {
  readonly companyId: string;
  readonly id: string;
}
/** A version as it is saved, with what it is worth. */
export interface NewPackaging {
  readonly content: PackagingContent;
  readonly currency: Currency;
  readonly terms: BrandingTerms;
  readonly personId: string;
  readonly at: Date;
}
interface Row {
  company_id: string;
  id: string;
  state: PackagingState;
  version: number;
  content: PackagingContent;
  sha256: string;
  unit_per10k: string | null;
  currency: Currency;
  minimum_pieces: number;
  lead_days: number;
  changed_at: Date;
}

const SPECS = `select s.company_id, s.id, s.state, s.version, v.content, v.sha256, s.unit_per10k, s.currency,
    s.minimum_pieces, s.lead_days, s.changed_at
  from packaging_specs s join packaging_spec_versions v
    on v.company_id = s.company_id and v.spec_id = s.id and v.version = s.version`;

/** Packaging specs of one company, each version of them for ever as it was saved. */
@Injectable()
export class PackagingRepository {
  /** Throws `NOT_FOUND`, also for another company's. */
  async find(tx: Tx, key: PackagingKey): Promise<Packaging> {
    return packagingOf(
      oneRow(await tx.query<Row>(`${SPECS} where s.company_id = $1 and s.id = $2`, keyOf(key))),
    );
  }

  /** As `find`, and nobody else saves or moves it until this transaction ends. */
  async lock(tx: Tx, key: PackagingKey): Promise<Packaging> {
    oneRow(
      await tx.query(
        'select id from packaging_specs where company_id = $1 and id = $2 for update',
        keyOf(key),
      ),
    );
    return this.find(tx, key);
  }

  /** The last changed first; those of the archive only where they are asked for. */
  async list(tx: Tx, companyId: string, isArchived: boolean): Promise<Packaging[]> {
    const rows = await tx.query<Row>(
      `${SPECS} where s.company_id = $1 and (s.state = 'archived') = $2 order by s.changed_at desc, s.id`,
      [companyId, isArchived],
    );
    return rows.map(packagingOf);
  }

  async versions(tx: Tx, key: PackagingKey): Promise<PackagingVersion[]> {
    return tx.query<PackagingVersion>(
      `select version, saved_at as at, sha256 from packaging_spec_versions
       where company_id = $1 and spec_id = $2 order by version desc limit 50`,
      keyOf(key),
    );
  }

  /** Throws `NOT_FOUND`, also for another company's. */
  async version(
    tx: Tx,
    key: PackagingKey,
    version: number,
  ): Promise<PackagingVersion & { readonly content: PackagingContent }> {
    return oneRow(
      await tx.query<PackagingVersion & { content: PackagingContent }>(
        `select version, saved_at as at, sha256, content from packaging_spec_versions
         where company_id = $1 and spec_id = $2 and version = $3`,
        [...keyOf(key), version],
      ),
    );
  }

  /** Specs outside of the archive; the company stands still until the end, so that nobody adds one beside. */
  async countLive(tx: Tx, companyId: string): Promise<number> {
    oneRow(await tx.query('select id from companies where id = $1 for no key update', [companyId]));
    const [row] = await tx.query<{ count: number }>(
      `select count(*)::int as count from packaging_specs where company_id = $1 and state <> 'archived'`,
      [companyId],
    );
    return row?.count ?? 0;
  }

  async insert(tx: Tx, companyId: string, given: NewPackaging): Promise<string> {
    const key = { companyId, id: newId() };
    await tx.query(
      `insert into packaging_specs (company_id, id, name, source, style, brand_profile_id, dieline_asset_id,
         unit_per10k, currency, minimum_pieces, lead_days, changed_at, created_at, state, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, 'draft', 1)`,
      [...keyOf(key), ...headValues(given)],
    );
    await this.addVersion(tx, key, { version: 1, given });
    return key.id;
  }

  /** Writes the next version. */
  async save(tx: Tx, before: Packaging, given: NewPackaging): Promise<void> {
    const version = before.version + 1;
    await tx.query(
      `update packaging_specs set name = $3, source = $4, style = $5, brand_profile_id = $6, dieline_asset_id = $7,
         unit_per10k = $8, currency = $9, minimum_pieces = $10, lead_days = $11, changed_at = $12, version = $13
       where company_id = $1 and id = $2`,
      [...keyOf(before), ...headValues(given), version],
    );
    await this.addVersion(tx, before, { version, given });
  }

  async advance(tx: Tx, key: PackagingKey, step: { readonly to: PackagingState; readonly at: Date }) {
    await tx.query(
      'update packaging_specs set state = $3, changed_at = $4 where company_id = $1 and id = $2',
      [...keyOf(key), step.to, step.at],
    );
  }

  /** True where two contents are one as the database keeps them, whatever the order of their fields. */
  async isSame(tx: Tx, { companyId, id, version }: Packaging, content: PackagingContent): Promise<boolean> {
    const [row] = await tx.query<{ same: boolean }>(
      `select content = $4::jsonb as same from packaging_spec_versions
       where company_id = $1 and spec_id = $2 and version = $3`,
      [companyId, id, version, content],
    );
    return row?.same === true;
  }

  async currencyOf(tx: Tx, companyId: string): Promise<Currency> {
    const row = oneRow(
      await tx.query<{ currency: Currency }>('select currency from companies where id = $1', [companyId]),
    );
    return row.currency;
  }

  private async addVersion(
    tx: Tx,
    key: PackagingKey,
    { version, given }: { readonly version: number; readonly given: NewPackaging },
  ): Promise<void> {
    await tx.query(
      `insert into packaging_spec_versions (company_id, spec_id, version, content, saved_by, saved_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [...keyOf(key), version, given.content, given.personId, given.at],
    );
  }
}

const keyOf = ({ companyId, id }: PackagingKey): [string, string] => [companyId, id];

const headValues = ({ content, currency, terms, at }: NewPackaging): unknown[] => [
  ...[content.name, content.source, content.style, content.brandProfileId, content.dielineAssetId],
  ...[terms.unitPrice?.per10k ?? null, currency, terms.minimumPieces, terms.leadDays, at],
];

const packagingOf = (row: Row): Packaging => ({
  companyId: row.company_id,
  id: row.id,
  state: row.state,
  version: row.version,
  content: row.content,
  sha256: row.sha256,
  terms: {
    unitPrice: row.unit_per10k === null ? null : { per10k: Number(row.unit_per10k), currency: row.currency },
    minimumPieces: row.minimum_pieces,
    leadDays: row.lead_days,
  },
  changedAt: row.changed_at,
});
