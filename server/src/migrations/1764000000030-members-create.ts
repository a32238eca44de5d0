import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

/** Invitations, own roles, limits and settings of a company; who placed an order. */
export class MembersCreate1764000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table company_settings (
        company_id uuid not null constraint fk_company_settings_company references companies (id),
        time_zone text not null,
        locale text not null constraint ck_company_settings_locale check (locale in ('en', 'ar', 'no', 'fr')),
        limit_minor bigint constraint ck_company_settings_limit check (limit_minor > 0),
        limit_window text constraint ck_company_settings_window check (limit_window in ('day', 'week', 'month', 'year')),
        version int not null,
        constraint pk_company_settings primary key (company_id),
        constraint ck_company_settings_pair check ((limit_minor is null) = (limit_window is null))
      );
      alter table company_addresses add column removed_at timestamptz;

      create table company_roles (
        company_id uuid not null constraint fk_company_roles_company references companies (id),
        id uuid not null,
        name text not null,
        permissions text[] not null,
        version int not null,
        created_at timestamptz not null,
        constraint pk_company_roles primary key (company_id, id)
      );
      create unique index uq_company_roles_name on company_roles (company_id, lower(name));
      create table member_own_roles (
        company_id uuid not null,
        person_id uuid not null constraint fk_member_own_roles_person references people (id),
        role_id uuid not null,
        constraint pk_member_own_roles primary key (company_id, person_id, role_id),
        constraint fk_member_own_roles_role foreign key (company_id, role_id) references company_roles (company_id, id)
      );
      create index ix_member_own_roles_role on member_own_roles (company_id, role_id);
      create table member_terms (
        company_id uuid not null constraint fk_member_terms_company references companies (id),
        person_id uuid not null constraint fk_member_terms_person references people (id),
        limit_minor bigint constraint ck_member_terms_limit check (limit_minor > 0),
        limit_window text constraint ck_member_terms_window check (limit_window in ('day', 'week', 'month', 'year')),
        joined_at timestamptz,
        version int not null,
        constraint pk_member_terms primary key (company_id, person_id),
        constraint ck_member_terms_pair check ((limit_minor is null) = (limit_window is null))
      );

      create table invitations (
        company_id uuid not null constraint fk_invitations_company references companies (id),
        id uuid not null,
        token_hash text not null constraint uq_invitations_token unique,
        email_enc text not null,
        email_hash text not null,
        name_enc text not null,
        locale text not null constraint ck_invitations_locale check (locale in ('en', 'ar', 'no', 'fr')),
        roles text[] not null constraint ck_invitations_roles check (cardinality(roles) > 0),
        own_role_ids uuid[] not null,
        limit_minor bigint constraint ck_invitations_limit check (limit_minor > 0),
        limit_window text constraint ck_invitations_window check (limit_window in ('day', 'week', 'month', 'year')),
        invited_by uuid not null constraint fk_invitations_inviter references people (id),
        created_at timestamptz not null,
        sent_at timestamptz not null,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        accepted_by uuid constraint fk_invitations_accepted references people (id),
        revoked_at timestamptz,
        constraint pk_invitations primary key (company_id, id),
        constraint ck_invitations_pair check ((limit_minor is null) = (limit_window is null)),
        constraint ck_invitations_end check (accepted_at is null or revoked_at is null),
        constraint ck_invitations_accepted check ((accepted_at is null) = (accepted_by is null))
      );
      create unique index uq_invitations_open on invitations (company_id, email_hash)
        where accepted_at is null and revoked_at is null;

      alter table orders add column submitted_by uuid constraint fk_orders_submitter references people (id);
      update orders o set submitted_by = s.person_id from order_steps s
        where s.company_id = o.company_id and s.order_id = o.id and s.step = 'submit';
      create index ix_orders_spent on orders (company_id, submitted_at) where state in ('submitted', 'confirmed', 'completed');
    `);
    for (const table of [
      'company_settings',
      'company_roles',
      'member_own_roles',
      'member_terms',
      'invitations',
    ])
      await runner.query(walls(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table orders drop column submitted_by;
      drop table invitations, member_terms, member_own_roles, company_roles;
      alter table company_addresses drop column removed_at;
      drop table company_settings;
    `);
  }
}
