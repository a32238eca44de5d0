import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Drafts that the store prepared, and traders found by any spelling. `company_fold` does for names what
 * `shared/shipping/fold` does: marks, stretching and the forms of alef, ya and ta marbuta make no difference.
 */
export class ActingGrow1764000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table orders
        add column prepared_reason text,
        add column prepared_at timestamptz,
        add column taken_over_at timestamptz,
        add constraint ck_orders_prepared check ((prepared_reason is null) = (prepared_at is null)),
        add constraint ck_orders_taken_over check (taken_over_at is null or prepared_reason is not null),
        add constraint ck_orders_placed_by_trader
          check (prepared_reason is null or taken_over_at is not null or state in ('draft', 'cancelled'));

      create function company_fold(name text) returns text language sql immutable parallel safe as $$
        select regexp_replace(
          translate(
            replace(replace(replace(normalize(lower(normalize(name, NFKD)), NFKD), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'),
            'ٱىیېےةەہھکڪøłđðı٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
            'اييييههههككolddi01234567890123456789'),
          '[^a-z0-9ء-غف-ي]', '', 'g')
      $$;
      alter table companies
        add column search text generated always as (
          company_fold(name_latin) || ' ' || company_fold(coalesce(name_arabic, '')) || ' ' ||
          company_fold(coalesce(registration_number, ''))) stored;
      create index ix_companies_search on companies using gin (search gin_trgm_ops);
      create index ix_companies_created on companies (created_at desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index ix_companies_created;
      alter table companies drop column search;
      drop function company_fold(text);
      alter table orders
        drop constraint ck_orders_placed_by_trader,
        drop constraint ck_orders_taken_over,
        drop constraint ck_orders_prepared,
        drop column taken_over_at,
        drop column prepared_at,
        drop column prepared_reason;
    `);
  }
}
