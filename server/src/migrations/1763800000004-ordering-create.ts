import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

/** Orders with stored totals, their lines, recipients (sealed) and history. */
export class OrderingCreate1763800000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table orders (
        company_id uuid not null constraint fk_orders_company references companies (id),
        id uuid not null,
        code text not null constraint uq_orders_code unique,
        name text not null,
        state text not null constraint ck_orders_state check (state in
          ('draft', 'pending_approval', 'submitted', 'confirmed', 'completed', 'cancelled', 'expired')),
        version int not null,
        currency char(3) not null,
        ship_to text not null constraint ck_orders_ship_to check (ship_to in ('warehouse', 'customers')),
        address_id uuid,
        brand_profile_id uuid,
        goods_minor bigint not null default 0,
        branding_minor bigint not null default 0,
        shipping_minor bigint not null default 0,
        vat_minor bigint not null default 0,
        total_minor bigint not null default 0,
        received_minor bigint not null default 0,
        refunded_minor bigint not null default 0,
        units int not null default 0,
        weight_grams bigint not null default 0,
        line_count int not null default 0,
        parcel_count int not null default 0,
        parcels_out int not null default 0,
        vat_category text constraint ck_orders_vat_category check (vat_category in ('standard', 'export')),
        minimum_kind text constraint ck_orders_minimum_kind check (minimum_kind in ('first', 'later')),
        minimum_minor bigint,
        minimum_rule_version int,
        rate_e6 bigint,
        policy_version int,
        hold_until timestamptz,
        created_by uuid not null,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        submitted_at timestamptz,
        confirmed_at timestamptz,
        constraint pk_orders primary key (company_id, id),
        constraint uq_orders_id unique (id),
        constraint fk_orders_address foreign key (company_id, address_id) references company_addresses (company_id, id),
        constraint fk_orders_brand foreign key (company_id, brand_profile_id) references brand_profiles (company_id, id),
        constraint ck_orders_totals check (total_minor = goods_minor + branding_minor + shipping_minor + vat_minor
          and goods_minor >= 0 and branding_minor >= 0 and shipping_minor >= 0 and vat_minor >= 0),
        constraint ck_orders_submitted check (state in ('draft', 'pending_approval', 'cancelled') or
          (submitted_at is not null and minimum_minor is not null and goods_minor >= minimum_minor))
      );
      create index ix_orders_changed on orders (company_id, changed_at desc, id desc);
      create index ix_orders_submitted on orders (submitted_at desc, id desc) where submitted_at is not null;
      create index ix_orders_confirmed on orders (company_id) where confirmed_at is not null;
      create index ix_orders_holds on orders (hold_until) where state = 'submitted';

      create table order_lines (
        company_id uuid not null,
        id uuid not null,
        order_id uuid not null,
        variant_id uuid not null constraint fk_order_lines_variant references product_variants (id),
        product_id uuid not null constraint fk_order_lines_product references products (id),
        quantity int not null constraint ck_order_lines_quantity check (quantity > 0),
        pack text not null constraint ck_order_lines_pack check (pack in ('private_label', 'neutral')),
        spec_id uuid,
        unit_per10k bigint not null,
        percent_off int not null,
        net_minor bigint not null,
        branding_minor bigint not null,
        weight_grams bigint not null,
        constraint pk_order_lines primary key (company_id, id),
        constraint fk_order_lines_order foreign key (company_id, order_id) references orders (company_id, id),
        constraint fk_order_lines_spec foreign key (company_id, spec_id) references production_specs (company_id, id),
        constraint ck_order_lines_spec check ((pack = 'private_label') = (spec_id is not null)),
        constraint uq_order_lines_variant unique (company_id, order_id, variant_id)
      );

      create table order_recipients (
        company_id uuid not null,
        id uuid not null,
        order_id uuid not null,
        position int not null,
        name_enc text not null,
        phone_enc text not null,
        email_enc text,
        address_enc text not null,
        constraint pk_order_recipients primary key (company_id, id),
        constraint fk_order_recipients_order foreign key (company_id, order_id) references orders (company_id, id),
        constraint uq_order_recipients_position unique (company_id, order_id, position)
      );
      create table order_recipient_items (
        company_id uuid not null,
        recipient_id uuid not null,
        variant_id uuid not null constraint fk_order_recipient_items_variant references product_variants (id),
        quantity int not null constraint ck_order_recipient_items_quantity check (quantity > 0),
        constraint pk_order_recipient_items primary key (company_id, recipient_id, variant_id),
        constraint fk_order_recipient_items_recipient foreign key (company_id, recipient_id)
          references order_recipients (company_id, id) on delete cascade
      );
      create table order_steps (
        company_id uuid not null,
        id uuid not null,
        order_id uuid not null,
        step text not null,
        from_state text not null,
        to_state text not null,
        person_id uuid,
        at timestamptz not null,
        constraint pk_order_steps primary key (company_id, id),
        constraint fk_order_steps_order foreign key (company_id, order_id) references orders (company_id, id)
      );
      create index ix_order_steps_order on order_steps (company_id, order_id, id);
    `);
    for (const table of [
      'orders',
      'order_lines',
      'order_recipients',
      'order_recipient_items',
      'order_steps',
    ]) {
      await runner.query(walls(table));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table order_steps, order_recipient_items, order_recipients, order_lines, orders',
    );
  }
}
