import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

/** Files of brands: uploads in parts, the asset, its pages, pictures and checks. */
export class AssetsCreate1764000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table stored_files add column is_parted boolean not null default false;

      create table assets (
        company_id uuid not null constraint fk_assets_company references companies (id),
        id uuid not null,
        kind text not null constraint ck_assets_kind
          check (kind in ('logo', 'artwork', 'dieline', 'reference', 'proof')),
        name_enc text not null,
        state text not null constraint ck_assets_state
          check (state in ('quarantined', 'checking', 'ready', 'rejected', 'superseded', 'purged')),
        content_type text,
        byte_count int not null constraint ck_assets_bytes check (byte_count > 0),
        sha256 text not null,
        original_file_id uuid,
        page_count int,
        facts jsonb,
        ruleset_version int,
        rejection jsonb,
        uploaded_by uuid not null constraint fk_assets_uploaded references people (id),
        uploaded_at timestamptz not null,
        rights_version int,
        brief_id uuid,
        replaces uuid,
        replaced_by uuid,
        state_since timestamptz not null,
        tries int not null default 0,
        claim_id uuid,
        claimed_until timestamptz,
        constraint pk_assets primary key (company_id, id),
        constraint fk_assets_original foreign key (company_id, original_file_id)
          references stored_files (company_id, id),
        constraint fk_assets_replaces foreign key (company_id, replaces) references assets (company_id, id),
        constraint fk_assets_replaced_by foreign key (company_id, replaced_by) references assets (company_id, id),
        constraint ck_assets_rejection check (state <> 'rejected' or rejection is not null),
        constraint ck_assets_claim check ((claim_id is null) = (claimed_until is null)),
        constraint ck_assets_rights check (kind = 'proof' or rights_version is not null)
      );
      create index ix_assets_newest on assets (company_id, uploaded_at desc, id desc);
      create index ix_assets_id on assets (id);
      create index ix_assets_waiting on assets (uploaded_at, id) where state in ('quarantined', 'checking');
      create index ix_assets_since on assets (state_since) where state in ('rejected', 'purged');

      create table asset_pages (
        company_id uuid not null,
        asset_id uuid not null,
        page int not null,
        width_px int not null,
        height_px int not null,
        media_w_mm numeric(9, 3) not null,
        media_h_mm numeric(9, 3) not null,
        trim_x_mm numeric(9, 3) not null,
        trim_y_mm numeric(9, 3) not null,
        trim_w_mm numeric(9, 3) not null,
        trim_h_mm numeric(9, 3) not null,
        tile_levels int not null,
        constraint pk_asset_pages primary key (company_id, asset_id, page),
        constraint fk_asset_pages_asset foreign key (company_id, asset_id) references assets (company_id, id)
      );

      create table asset_files (
        company_id uuid not null,
        asset_id uuid not null,
        page int not null,
        kind text not null constraint ck_asset_files_kind check (kind in ('thumb', 'preview', 'tile')),
        level int not null default 0,
        col int not null default 0,
        "row" int not null default 0,
        file_id uuid not null,
        constraint pk_asset_files primary key (company_id, asset_id, page, kind, level, col, "row"),
        constraint fk_asset_files_asset foreign key (company_id, asset_id) references assets (company_id, id),
        constraint fk_asset_files_file foreign key (company_id, file_id) references stored_files (company_id, id)
      );

      create table asset_checks (
        company_id uuid not null,
        asset_id uuid not null,
        position int not null,
        rule_id text not null,
        page int not null,
        verdict text not null constraint ck_asset_checks_verdict check (verdict in ('pass', 'warn', 'fail')),
        measured jsonb not null,
        ruleset_version int not null,
        constraint pk_asset_checks primary key (company_id, asset_id, position),
        constraint fk_asset_checks_asset foreign key (company_id, asset_id) references assets (company_id, id)
      );

      create table asset_uploads (
        company_id uuid not null constraint fk_asset_uploads_company references companies (id),
        id uuid not null,
        file_id uuid not null,
        kind text not null constraint ck_asset_uploads_kind
          check (kind in ('logo', 'artwork', 'dieline', 'reference', 'proof')),
        name_enc text not null,
        byte_count int not null constraint ck_asset_uploads_bytes check (byte_count > 0),
        rights_version int,
        brief_id uuid,
        replaces uuid,
        asset_id uuid,
        started_by uuid not null constraint fk_asset_uploads_started references people (id),
        started_at timestamptz not null,
        touched_at timestamptz not null,
        constraint pk_asset_uploads primary key (company_id, id),
        constraint fk_asset_uploads_asset foreign key (company_id, asset_id) references assets (company_id, id),
        constraint fk_asset_uploads_replaces foreign key (company_id, replaces) references assets (company_id, id)
      );
      create index ix_asset_uploads_id on asset_uploads (id);
      create index ix_asset_uploads_touched on asset_uploads (touched_at);

      create table asset_chunks (
        company_id uuid not null,
        upload_id uuid not null,
        n int not null,
        byte_count int not null,
        sha256 text not null,
        constraint pk_asset_chunks primary key (company_id, upload_id, n),
        constraint fk_asset_chunks_upload foreign key (company_id, upload_id)
          references asset_uploads (company_id, id) on delete cascade
      );
    `);
    for (const table of [
      'assets',
      'asset_pages',
      'asset_files',
      'asset_checks',
      'asset_uploads',
      'asset_chunks',
    ])
      await runner.query(walls(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table asset_chunks, asset_uploads, asset_checks, asset_files, asset_pages, assets;
      alter table stored_files drop column is_parted;
    `);
  }
}
