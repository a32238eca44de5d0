import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

/**
 * What a brand profile says stands in its versions, each row for ever as it was saved; an order names the version it
 * ships under. Permissions (portfolio, name) are rows of their own that are only ever added.
 */
export class ProfilesGrow1764000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The owner stands before the walls too: without this no row of a company would be carried over.
    await runner.query(`select set_config('app.staff', 'on', true)`);
    await runner.query(`
      create function content_sha256(content jsonb) returns text language sql immutable parallel safe as $$
        select encode(sha256(convert_to(content::text, 'UTF8')), 'hex')
      $$;
      create table brand_profile_versions (
        company_id uuid not null,
        profile_id uuid not null,
        version int not null constraint ck_brand_profile_versions_version check (version > 0),
        content jsonb not null,
        -- of the text PostgreSQL prints for the content: anybody with the row can compute it again
        sha256 text not null generated always as (content_sha256(content)) stored,
        logo_file_id uuid,
        mono_file_id uuid,
        saved_by uuid constraint fk_brand_profile_versions_person references people (id),
        saved_at timestamptz not null,
        constraint pk_brand_profile_versions primary key (company_id, profile_id, version),
        constraint fk_brand_profile_versions_profile foreign key (company_id, profile_id)
          references brand_profiles (company_id, id),
        constraint fk_brand_profile_versions_logo foreign key (company_id, logo_file_id)
          references stored_files (company_id, id),
        constraint fk_brand_profile_versions_mono foreign key (company_id, mono_file_id)
          references stored_files (company_id, id)
      );
      create table brand_consents (
        company_id uuid not null,
        id uuid not null,
        profile_id uuid not null,
        kind text not null constraint ck_brand_consents_kind check (kind in ('portfolio', 'name')),
        decision text not null constraint ck_brand_consents_decision check (decision in ('granted', 'withdrawn')),
        -- the words that were agreed to, as they stood on the screen
        text_version int not null,
        text text not null,
        locale text not null constraint ck_brand_consents_locale check (locale in ('en', 'ar', 'no', 'fr')),
        person_id uuid not null constraint fk_brand_consents_person references people (id),
        at timestamptz not null,
        constraint pk_brand_consents primary key (company_id, id),
        constraint fk_brand_consents_profile foreign key (company_id, profile_id)
          references brand_profiles (company_id, id)
      );
      create index ix_brand_consents_profile on brand_consents (company_id, profile_id, id desc);
      create function refuse_change() returns trigger language plpgsql as $$
        begin
          raise exception 'rows of % are written once', tg_table_name using errcode = 'restrict_violation';
        end $$;
      create trigger tr_brand_profile_versions_once before update or delete on brand_profile_versions
        for each row execute function refuse_change();
      create trigger tr_brand_consents_once before update or delete on brand_consents
        for each row execute function refuse_change();

      insert into brand_profile_versions (company_id, profile_id, version, content, logo_file_id, saved_at)
        select b.company_id, b.id, b.version, jsonb_build_object(
            'names', jsonb_build_object('latin', b.name_latin, 'arabic', b.name_arabic, 'french', null, 'norwegian', null),
            'colours', jsonb_build_array(
              jsonb_build_object('role', 'ink', 'hex', lower(b.ink), 'cmyk', null, 'pantone', null),
              jsonb_build_object('role', 'accent', 'hex', lower(b.accent), 'cmyk', null, 'pantone', null)),
            'logos', jsonb_build_object('primary', b.logo_file_id, 'mono', null, 'reversed', null, 'icon', null),
            'sender', jsonb_build_object('name', null, 'phone', null, 'lines', to_jsonb(b.return_lines)),
            'returns', 'own', 'replyEmail', b.reply_email, 'website', null,
            'slip', jsonb_build_object('arabic', null, 'latin', null),
            'tracking', jsonb_build_object('accent', null, 'arabic', null, 'latin', null, 'showsContact', true)),
          b.logo_file_id, now()
        from brand_profiles b;
      alter table brand_profiles
        drop column name_latin, drop column name_arabic, drop column ink, drop column accent,
        drop column logo_file_id, drop column reply_email, drop column return_lines,
        add constraint fk_brand_profiles_version foreign key (company_id, id, version)
          references brand_profile_versions (company_id, profile_id, version) deferrable initially deferred;

      alter table orders
        add column ships_as_profile_id uuid,
        add column ships_as_version int,
        add constraint fk_orders_ships_as foreign key (company_id, ships_as_profile_id, ships_as_version)
          references brand_profile_versions (company_id, profile_id, version),
        add constraint ck_orders_ships_as check ((ships_as_profile_id is null) = (ships_as_version is null));
      update orders o set ships_as_profile_id = b.id, ships_as_version = b.version from brand_profiles b
        where b.company_id = o.company_id and b.id = o.brand_profile_id and o.submitted_at is not null;
      create index ix_orders_ships_as on orders (company_id, ships_as_profile_id) where state in ('submitted', 'confirmed');
    `);
    for (const table of ['brand_profile_versions', 'brand_consents']) await runner.query(walls(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`select set_config('app.staff', 'on', true)`);
    await runner.query(`
      drop index ix_orders_ships_as;
      alter table orders
        drop constraint ck_orders_ships_as, drop constraint fk_orders_ships_as,
        drop column ships_as_version, drop column ships_as_profile_id;
      alter table brand_profiles
        drop constraint fk_brand_profiles_version,
        add column name_latin text, add column name_arabic text, add column ink text, add column accent text,
        add column logo_file_id uuid, add column reply_email text, add column return_lines text[],
        add constraint fk_brand_profiles_logo foreign key (company_id, logo_file_id)
          references stored_files (company_id, id);
      update brand_profiles b set name_latin = v.content -> 'names' ->> 'latin',
          name_arabic = v.content -> 'names' ->> 'arabic',
          ink = v.content -> 'colours' -> 0 ->> 'hex', accent = v.content -> 'colours' -> 1 ->> 'hex',
          logo_file_id = v.logo_file_id, reply_email = v.content ->> 'replyEmail',
          return_lines = array(select jsonb_array_elements_text(v.content -> 'sender' -> 'lines'))
        from brand_profile_versions v
        where v.company_id = b.company_id and v.profile_id = b.id and v.version = b.version;
      alter table brand_profiles
        alter column name_latin set not null, alter column ink set not null, alter column accent set not null,
        alter column reply_email set not null, alter column return_lines set not null;
      drop table brand_consents, brand_profile_versions;
      drop function refuse_change(), content_sha256(jsonb);
    `);
  }
}
