import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an enrolment made stands apart until it is complete: nothing of a session that never finishes is a factor, and
 * whoever enrols again keeps the old factors until the new ones stand. A case of a lost factor knows its one session.
 */
export class EnrolmentsGrow1764000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table totp_drafts
        drop constraint pk_totp_drafts,
        add constraint pk_totp_drafts primary key (session_id),
        add column confirmed_step bigint,
        add column confirmed_at timestamptz,
        add constraint ck_totp_drafts_confirmed check ((confirmed_step is null) = (confirmed_at is null));
      create table recovery_code_drafts (
        session_id uuid not null constraint fk_recovery_code_drafts_session references sessions (id),
        position int not null,
        code_hash text not null,
        constraint pk_recovery_code_drafts primary key (session_id, position)
      );
      create table passkey_drafts (
        id uuid constraint pk_passkey_drafts primary key,
        session_id uuid not null constraint fk_passkey_drafts_session references sessions (id),
        credential_id text not null constraint uq_passkey_drafts_credential unique,
        public_key text not null,
        counter bigint not null,
        transports text[] not null,
        is_synced boolean not null,
        name text not null,
        created_at timestamptz not null
      );
      create index ix_passkey_drafts_session on passkey_drafts (session_id);
      alter table factor_cases
        add column session_id uuid constraint fk_factor_cases_session references sessions (id);
      create index ix_factor_cases_session on factor_cases (session_id) where session_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table factor_cases drop column session_id;
      drop table passkey_drafts, recovery_code_drafts;
      delete from totp_drafts;
      alter table totp_drafts
        drop constraint ck_totp_drafts_confirmed,
        drop column confirmed_at,
        drop column confirmed_step,
        drop constraint pk_totp_drafts,
        add constraint pk_totp_drafts primary key (person_id);
    `);
  }
}
