import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

/** Packaging specs of a company with every version they had, and what branding asks of an order. */
export class PackagingCreate1764000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table packaging_specs (
        company_id uuid not null,
        id uuid not null,
        name text not null,
        source text not null constraint ck_packaging_specs_source check (source in ('catalogue', 'own')),
        style text not null,
        brand_profile_id uuid,
        dieline_asset_id uuid,
        state text not null constraint ck_packaging_specs_state check (state in ('draft', 'ready', 'archived')),
        version int not null constraint ck_packaging_specs_version check (version > 0),
        unit_per10k bigint constraint ck_packaging_specs_price check (unit_per10k >= 0),
        currency char(3) not null,
        minimum_pieces int not null constraint ck_packaging_specs_minimum check (minimum_pieces > 0),
        lead_days int not null constraint ck_packaging_specs_lead check (lead_days > 0),
        created_at timestamptz not null,
        changed_at timestamptz not null,
        constraint pk_packaging_specs primary key (company_id, id),
        constraint ck_packaging_specs_dieline check (source = 'own' or dieline_asset_id is null),
        constraint fk_packaging_specs_profile foreign key (company_id, brand_profile_id)
          references brand_profiles (company_id, id),
        constraint fk_packaging_specs_dieline foreign key (company_id, dieline_asset_id)
          references assets (company_id, id)
      );
      create index ix_packaging_specs_changed on packaging_specs (company_id, changed_at desc, id);
      create table packaging_spec_versions (
        company_id uuid not null,
        spec_id uuid not null,
        version int not null,
        content jsonb not null,
        sha256 text not null generated always as (content_sha256(content)) stored,
        saved_by uuid constraint fk_packaging_spec_versions_person references people (id),
        saved_at timestamptz not null,
        constraint pk_packaging_spec_versions primary key (company_id, spec_id, version),
        constraint fk_packaging_spec_versions_spec foreign key (company_id, spec_id)
          references packaging_specs (company_id, id)
      );
      create trigger tr_packaging_spec_versions_once before update or delete on packaging_spec_versions
        for each row execute function refuse_change();
      -- A spec of before has no packaging behind it: it dresses from the first piece on, within a week.
      alter table production_specs
        add column minimum_pieces int not null default 1
          constraint ck_production_specs_minimum check (minimum_pieces > 0),
        add column lead_days int not null default 7
          constraint ck_production_specs_lead check (lead_days > 0);
      alter table production_specs
        alter column minimum_pieces drop default,
        alter column lead_days drop default;
    `);
    for (const table of ['packaging_specs', 'packaging_spec_versions']) await runner.query(walls(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table production_specs drop column minimum_pieces, drop column lead_days;
      drop table packaging_spec_versions, packaging_specs;
    `);
  }
}
