import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Registration, passkeys, known devices, mailed links, limits of tries, and cases of lost factors. */
export class IdentityGrow1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table people
        add column enrolled_at timestamptz,
        add column codes_confirmed_at timestamptz,
        add column checkup_at timestamptz;
      update people p set enrolled_at = p.created_at, codes_confirmed_at = p.created_at
        where exists (select 1 from totp_factors t where t.person_id = p.id);
      alter table sessions add column network text;

      create table totp_drafts (
        person_id uuid constraint pk_totp_drafts primary key
          constraint fk_totp_drafts_person references people (id),
        session_id uuid not null constraint fk_totp_drafts_session references sessions (id),
        secret_enc text not null,
        expires_at timestamptz not null
      );
      create table passkeys (
        id uuid constraint pk_passkeys primary key,
        person_id uuid not null constraint fk_passkeys_person references people (id),
        credential_id text not null constraint uq_passkeys_credential unique,
        public_key text not null,
        counter bigint not null,
        transports text[] not null,
        is_synced boolean not null,
        name text not null,
        created_at timestamptz not null,
        last_used_at timestamptz
      );
      create index ix_passkeys_person on passkeys (person_id);
      create table passkey_challenges (
        challenge text constraint pk_passkey_challenges primary key,
        purpose text not null constraint ck_passkey_challenges_purpose
          check (purpose in ('register', 'second_factor', 'sign_in', 'step_up')),
        session_id uuid constraint fk_passkey_challenges_session references sessions (id),
        browser_hash text,
        operation text,
        expires_at timestamptz not null,
        used_at timestamptz,
        constraint ck_passkey_challenges_bound check ((session_id is null) = (purpose = 'sign_in')),
        constraint ck_passkey_challenges_browser check ((browser_hash is null) = (purpose <> 'sign_in')),
        constraint ck_passkey_challenges_operation check ((operation is null) = (purpose <> 'step_up'))
      );
      create index ix_passkey_challenges_expiry on passkey_challenges (expires_at);
      create table step_up_tokens (
        token_hash text constraint pk_step_up_tokens primary key,
        session_id uuid not null constraint fk_step_up_tokens_session references sessions (id),
        operation text not null,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create table known_devices (
        token_hash text not null,
        person_id uuid not null constraint fk_known_devices_person references people (id),
        created_at timestamptz not null,
        last_used_at timestamptz not null,
        constraint pk_known_devices primary key (person_id, token_hash)
      );
      create table try_streaks (
        bucket text constraint pk_try_streaks primary key,
        failures int not null,
        next_at timestamptz not null,
        last_at timestamptz not null
      );

      create table identity_links (
        token_hash text constraint pk_identity_links primary key,
        purpose text not null constraint ck_identity_links_purpose
          check (purpose in ('registration', 'password_reset', 'email_change', 'unlock', 'lost_factor')),
        person_id uuid constraint fk_identity_links_person references people (id),
        email_enc text not null,
        email_hash text not null,
        locale text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        constraint ck_identity_links_person check ((person_id is null) = (purpose = 'registration'))
      );
      create index ix_identity_links_person on identity_links (person_id, purpose) where used_at is null;
      create index ix_identity_links_email on identity_links (email_hash, purpose) where used_at is null;
      create table due_mails (
        id uuid constraint pk_due_mails primary key,
        kind text not null,
        person_id uuid constraint fk_due_mails_person references people (id),
        email_enc text,
        email_hash text,
        locale text,
        facts jsonb not null,
        created_at timestamptz not null,
        constraint ck_due_mails_reader check (person_id is not null or email_enc is not null)
      );

      create table factor_cases (
        id uuid constraint pk_factor_cases primary key,
        person_id uuid not null constraint fk_factor_cases_person references people (id),
        state text not null constraint ck_factor_cases_state
          check (state in ('open', 'first_approved', 'approved', 'used', 'refused', 'withdrawn', 'expired')),
        text_enc text not null,
        opened_at timestamptz not null,
        wait_until timestamptz,
        link_sent_at timestamptz,
        version int not null default 1,
        constraint ck_factor_cases_wait check (state not in ('approved', 'used') or wait_until is not null)
      );
      create unique index uq_factor_cases_open on factor_cases (person_id)
        where state in ('open', 'first_approved', 'approved');
      create index ix_factor_cases_queue on factor_cases (state, opened_at);
      create table factor_case_decisions (
        case_id uuid not null constraint fk_factor_case_decisions_case references factor_cases (id),
        position int not null,
        staff_id uuid not null constraint fk_factor_case_decisions_staff references people (id),
        decision text not null constraint ck_factor_case_decisions_decision check (decision in ('approve', 'refuse')),
        note_enc text not null,
        at timestamptz not null,
        constraint pk_factor_case_decisions primary key (case_id, position)
      );
      create unique index uq_factor_case_decisions_approval on factor_case_decisions (case_id, staff_id)
        where decision = 'approve';

      -- Policy clause 2: a second factor can be replaced, never switched off.
      create function keep_a_factor() returns trigger language plpgsql as $$
        begin
          if exists (select 1 from people where id = old.person_id and enrolled_at is not null)
            and not exists (select 1 from totp_factors where person_id = old.person_id)
            and not exists (select 1 from passkeys where person_id = old.person_id) then
            raise exception 'the last factor of a person stays' using errcode = '23514', constraint = 'ck_people_factor';
          end if;
          return null;
        end $$;
      create constraint trigger ck_totp_factors_last after delete on totp_factors
        deferrable initially deferred for each row execute function keep_a_factor();
      create constraint trigger ck_passkeys_last after delete on passkeys
        deferrable initially deferred for each row execute function keep_a_factor();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger ck_passkeys_last on passkeys;
      drop trigger ck_totp_factors_last on totp_factors;
      drop function keep_a_factor();
      drop table factor_case_decisions, factor_cases, due_mails, identity_links, try_streaks, known_devices,
        step_up_tokens, passkey_challenges, passkeys, totp_drafts;
      alter table sessions drop column network;
      alter table people drop column checkup_at, drop column codes_confirmed_at, drop column enrolled_at;
    `);
  }
}
