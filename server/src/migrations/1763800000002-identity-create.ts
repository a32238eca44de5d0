import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

/** Companies, people, their roles, second factors and sessions. */
export class IdentityCreate1763800000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table companies (
        id uuid constraint pk_companies primary key,
        name_latin text not null,
        name_arabic text,
        country char(2) not null,
        currency char(3) not null,
        registration_number text,
        vat_number text,
        state text not null constraint ck_companies_state check (state in ('pending', 'active', 'suspended', 'closed')),
        policy_version int not null,
        created_at timestamptz not null
      );
      create table company_addresses (
        company_id uuid not null constraint fk_company_addresses_company references companies (id),
        id uuid not null,
        label text not null,
        country char(2) not null,
        lines text[] not null,
        is_default boolean not null default false,
        constraint pk_company_addresses primary key (company_id, id)
      );

      create table people (
        id uuid constraint pk_people primary key,
        kind text not null constraint ck_people_kind check (kind in ('trader', 'staff')),
        name text not null,
        email_enc text not null,
        email_hash text not null constraint uq_people_email unique,
        locale text not null constraint ck_people_locale check (locale in ('en', 'ar', 'no', 'fr')),
        password_hash text not null,
        state text not null constraint ck_people_state check (state in ('active', 'suspended')),
        created_at timestamptz not null
      );
      create table memberships (
        company_id uuid not null constraint fk_memberships_company references companies (id),
        person_id uuid not null constraint fk_memberships_person references people (id),
        role text not null constraint ck_memberships_role
          check (role in ('owner', 'buyer', 'approver', 'brand_manager', 'accountant')),
        state text not null constraint ck_memberships_state
          check (state in ('invited', 'enrolling', 'active', 'suspended', 'removed')),
        constraint pk_memberships primary key (company_id, person_id, role)
      );
      create index ix_memberships_person on memberships (person_id);
      create table staff_roles (
        person_id uuid not null constraint fk_staff_roles_person references people (id),
        role text not null constraint ck_staff_roles_role
          check (role in ('account_manager', 'designer', 'warehouse', 'finance', 'privacy_officer', 'admin')),
        constraint pk_staff_roles primary key (person_id, role)
      );

      create table totp_factors (
        person_id uuid constraint pk_totp_factors primary key
          constraint fk_totp_factors_person references people (id),
        secret_enc text not null,
        last_step bigint not null default 0,
        confirmed_at timestamptz not null
      );
      create table recovery_codes (
        person_id uuid not null constraint fk_recovery_codes_person references people (id),
        position int not null,
        code_hash text not null,
        used_at timestamptz,
        constraint pk_recovery_codes primary key (person_id, position)
      );

      create table sessions (
        id uuid constraint pk_sessions primary key,
        person_id uuid not null constraint fk_sessions_person references people (id),
        company_id uuid,
        roles text[] not null,
        level text not null constraint ck_sessions_level check (level in ('half', 'full')),
        created_at timestamptz not null,
        last_used_at timestamptz not null,
        idle_until timestamptz not null,
        ends_at timestamptz not null,
        closed_at timestamptz,
        closed_reason text,
        agent text not null default ''
      );
      create index ix_sessions_person on sessions (person_id) where closed_at is null;
      create table refresh_tokens (
        token_hash text constraint pk_refresh_tokens primary key,
        session_id uuid not null constraint fk_refresh_tokens_session references sessions (id),
        generation int not null,
        issued_at timestamptz not null,
        replaced_at timestamptz,
        successor_enc text,
        constraint uq_refresh_tokens_generation unique (session_id, generation)
      );
    `);
    await runner.query(walls('companies', 'id'));
    for (const table of ['company_addresses', 'memberships']) await runner.query(walls(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table refresh_tokens, sessions, recovery_codes, totp_factors, staff_roles, memberships,
      people, company_addresses, companies`);
  }
}
