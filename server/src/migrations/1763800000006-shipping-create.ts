import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

/** Consignments (recipient sealed), what is packed, their documents and the verdict of the leak scan. */
export class ShippingCreate1763800000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consignments (
        company_id uuid not null,
        id uuid not null,
        order_id uuid not null,
        brand_profile_id uuid,
        parcel_code text not null constraint uq_consignments_parcel_code unique,
        position int not null,
        parcel_count int not null,
        state text not null constraint ck_consignments_state check (state in
          ('planned', 'on_hold', 'picking', 'packed', 'labelled', 'handed_over', 'in_transit', 'delivered',
           'exception', 'returning', 'returned', 'cancelled')),
        version int not null default 1,
        locale text not null,
        recipient_enc text not null,
        brand jsonb not null,
        logo_file_id uuid,
        pieces int not null,
        goods_grams int not null,
        measured_grams int,
        carrier text,
        tracking_number text,
        tracking_token_enc text not null,
        tracking_token_hash text not null constraint uq_consignments_token unique,
        scan_verdict text constraint ck_consignments_scan check (scan_verdict in ('pass', 'blocked')),
        scan_surfaces int,
        scanned_at timestamptz,
        confirmed_at timestamptz not null,
        handed_over_at timestamptz,
        delivered_at timestamptz,
        constraint pk_consignments primary key (company_id, id),
        constraint uq_consignments_id unique (id),
        constraint uq_consignments_position unique (company_id, order_id, position),
        constraint fk_consignments_order foreign key (company_id, order_id) references orders (company_id, id),
        constraint fk_consignments_logo foreign key (company_id, logo_file_id) references stored_files (company_id, id),
        constraint ck_consignments_labelled check (state not in ('labelled', 'handed_over') or scan_verdict = 'pass'),
        constraint ck_consignments_handed_over check (state <> 'handed_over' or
          (handed_over_at is not null and carrier is not null and tracking_number is not null))
      );
      create index ix_consignments_queue on consignments (state, confirmed_at, id);
      create table consignment_items (
        company_id uuid not null,
        consignment_id uuid not null,
        variant_id uuid not null constraint fk_consignment_items_variant references product_variants (id),
        line_id uuid not null,
        quantity int not null constraint ck_consignment_items_quantity check (quantity > 0),
        packed int not null default 0,
        pack text not null,
        spec_code text,
        constraint pk_consignment_items primary key (company_id, consignment_id, variant_id),
        constraint fk_consignment_items_consignment foreign key (company_id, consignment_id)
          references consignments (company_id, id),
        constraint ck_consignment_items_packed check (packed between 0 and quantity)
      );
      create table consignment_documents (
        company_id uuid not null,
        consignment_id uuid not null,
        kind text not null constraint ck_consignment_documents_kind check (kind in ('slip', 'label')),
        file_id uuid not null,
        constraint pk_consignment_documents primary key (company_id, consignment_id, kind),
        constraint fk_consignment_documents_consignment foreign key (company_id, consignment_id)
          references consignments (company_id, id),
        constraint fk_consignment_documents_file foreign key (company_id, file_id) references stored_files (company_id, id)
      );
      create table leak_findings (
        company_id uuid not null,
        id uuid not null,
        consignment_id uuid not null,
        surface text not null,
        list text not null constraint ck_leak_findings_list check (list in ('seller', 'foreign')),
        kind text not null,
        masked text not null,
        found_at timestamptz not null,
        constraint pk_leak_findings primary key (company_id, id),
        constraint fk_leak_findings_consignment foreign key (company_id, consignment_id)
          references consignments (company_id, id)
      );
    `);
    for (const table of ['consignments', 'consignment_items', 'consignment_documents', 'leak_findings']) {
      await runner.query(walls(table));
    }
    // A recipient's link opens one parcel, its items and its logo, and nothing else; only after hand-over.
    await runner.query(`
      create policy recipient on consignments for select using (
        tracking_token_hash = (select app_tracking())
        and state in ('handed_over', 'in_transit', 'delivered', 'exception', 'returning', 'returned'));
      create policy recipient on consignment_items for select using ((select app_tracking()) is not null and exists (
        select 1 from consignments c where c.company_id = consignment_items.company_id
          and c.id = consignment_items.consignment_id and c.tracking_token_hash = (select app_tracking())));
      create policy recipient on stored_files for select using ((select app_tracking()) is not null and exists (
        select 1 from consignments c where c.company_id = stored_files.company_id
          and c.logo_file_id = stored_files.id and c.tracking_token_hash = (select app_tracking())));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy recipient on stored_files;
      drop table leak_findings, consignment_documents, consignment_items, consignments;
    `);
  }
}
