import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

/** Goods, prices and stock (shared by all companies), and the brands and locked specs of each company. */
export class CatalogueCreate1763800000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table categories (
        slug text constraint pk_categories primary key,
        position int not null constraint uq_categories_position unique,
        name jsonb not null
      );
      create table products (
        id uuid constraint pk_products primary key,
        slug text not null constraint uq_products_slug unique,
        category_slug text not null constraint fk_products_category references categories (slug),
        position int not null,
        name jsonb not null,
        blurb jsonb not null,
        origin char(2) not null,
        can_private_label boolean not null,
        picture_svg text not null,
        picture_hash text not null,
        search_text text not null,
        is_sold boolean not null default true
      );
      create index ix_products_order on products (position, id) where is_sold;
      create index ix_products_search on products using gin (search_text gin_trgm_ops);
      create table product_variants (
        id uuid constraint pk_product_variants primary key,
        product_id uuid not null constraint fk_product_variants_product references products (id),
        sku text not null constraint uq_product_variants_sku unique,
        gtin text not null constraint uq_product_variants_gtin unique,
        size jsonb not null,
        position int not null,
        case_size int not null constraint ck_product_variants_case check (case_size > 0),
        minimum_quantity int not null constraint ck_product_variants_minimum check (minimum_quantity > 0),
        step int not null constraint ck_product_variants_step check (step > 0),
        weight_grams int not null constraint ck_product_variants_weight check (weight_grams > 0),
        shelf text not null,
        tiers jsonb not null,
        is_sold boolean not null default true
      );
      create index ix_product_variants_product on product_variants (product_id, position);
      create table variant_prices (
        variant_id uuid not null constraint fk_variant_prices_variant references product_variants (id),
        currency char(3) not null,
        per10k bigint not null constraint ck_variant_prices_positive check (per10k > 0),
        constraint pk_variant_prices primary key (variant_id, currency)
      );
      create table exchange_rates (
        currency char(3) constraint pk_exchange_rates primary key,
        sar_rate_e6 bigint not null constraint ck_exchange_rates_positive check (sar_rate_e6 > 0),
        source text not null,
        quoted_at timestamptz not null
      );
      create table stock (
        variant_id uuid constraint pk_stock primary key constraint fk_stock_variant references product_variants (id),
        on_hand int not null,
        reserved int not null default 0,
        arrives_on date,
        constraint ck_stock_reserved check (reserved between 0 and on_hand)
      );
      create table stock_reservations (
        company_id uuid not null,
        order_id uuid not null,
        variant_id uuid not null constraint fk_stock_reservations_variant references product_variants (id),
        quantity int not null constraint ck_stock_reservations_quantity check (quantity > 0),
        shipped int not null default 0,
        state text not null constraint ck_stock_reservations_state
          check (state in ('held', 'confirmed', 'released', 'shipped')),
        constraint ck_stock_reservations_shipped check (shipped between 0 and quantity),
        constraint pk_stock_reservations primary key (company_id, order_id, variant_id)
      );

      create table brand_profiles (
        company_id uuid not null,
        id uuid not null,
        brand_code text not null constraint uq_brand_profiles_code unique,
        name_latin text not null,
        name_arabic text,
        ink text not null,
        accent text not null,
        logo_file_id uuid,
        reply_email text not null,
        return_lines text[] not null,
        state text not null constraint ck_brand_profiles_state
          check (state in ('draft', 'active', 'suspended', 'archived')),
        version int not null,
        constraint pk_brand_profiles primary key (company_id, id),
        constraint fk_brand_profiles_logo foreign key (company_id, logo_file_id) references stored_files (company_id, id)
      );
      create table production_specs (
        company_id uuid not null,
        id uuid not null,
        brand_profile_id uuid not null,
        code text not null constraint uq_production_specs_code unique,
        name text not null,
        version int not null,
        unit_per10k bigint not null constraint ck_production_specs_price check (unit_per10k >= 0),
        currency char(3) not null,
        content_hash text not null,
        state text not null constraint ck_production_specs_state
          check (state in ('draft', 'locked', 'released', 'retired')),
        locked_at timestamptz,
        constraint pk_production_specs primary key (company_id, id),
        constraint fk_production_specs_profile foreign key (company_id, brand_profile_id)
          references brand_profiles (company_id, id)
      );
      create table production_spec_products (
        company_id uuid not null,
        spec_id uuid not null,
        product_id uuid not null constraint fk_production_spec_products_product references products (id),
        constraint pk_production_spec_products primary key (company_id, spec_id, product_id),
        constraint fk_production_spec_products_spec foreign key (company_id, spec_id)
          references production_specs (company_id, id)
      );
    `);
    for (const table of [
      'stock_reservations',
      'brand_profiles',
      'production_specs',
      'production_spec_products',
    ]) {
      await runner.query(walls(table));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table production_spec_products, production_specs, brand_profiles, stock_reservations, stock,
      exchange_rates, variant_prices, product_variants, products, categories`);
  }
}
