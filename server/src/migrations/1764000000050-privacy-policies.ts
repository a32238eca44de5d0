import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions of the policy, their texts, the draft of the next one, and who saw which when. */
export class PrivacyPolicies1764000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table policy_versions (
        version int constraint pk_policy_versions primary key
          constraint ck_policy_versions_version check (version >= 1),
        -- null for the policy the store opened with
        published_at timestamptz,
        published_by uuid constraint fk_policy_versions_person references people (id),
        constraint ck_policy_versions_published check ((version = 1) = (published_at is null))
      );
      -- the texts of version 1 are the published document and come with the program
      create table policy_texts (
        version int not null constraint fk_policy_texts_version references policy_versions (version),
        locale text not null constraint ck_policy_texts_locale check (locale in ('en', 'ar', 'no', 'fr')),
        body text not null,
        constraint pk_policy_texts primary key (version, locale)
      );
      create table policy_draft (
        id int constraint pk_policy_draft primary key constraint ck_policy_draft_one check (id = 1),
        based_on int not null constraint fk_policy_draft_version references policy_versions (version),
        texts jsonb not null,
        version int not null,
        saved_at timestamptz not null,
        saved_by uuid not null constraint fk_policy_draft_person references people (id)
      );
      create table policy_seen (
        person_id uuid not null constraint fk_policy_seen_person references people (id),
        version int not null constraint fk_policy_seen_version references policy_versions (version),
        seen_at timestamptz not null,
        constraint pk_policy_seen primary key (person_id, version)
      );
      insert into policy_versions (version) values (1);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table policy_seen, policy_draft, policy_texts, policy_versions');
  }
}
