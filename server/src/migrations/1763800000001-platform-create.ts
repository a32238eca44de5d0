import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

/** What every module stands on: scope functions, keys, idempotency, outbox, audit, mails, files, clock. */
export class PlatformCreate1763800000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists pg_trgm;

      create function app_company() returns uuid language sql stable parallel safe
        as $$ select nullif(current_setting('app.company_id', true), '')::uuid $$;
      create function app_staff() returns boolean language sql stable parallel safe
        as $$ select coalesce(current_setting('app.staff', true), '') = 'on' $$;
      create function app_tracking() returns text language sql stable parallel safe
        as $$ select nullif(current_setting('app.tracking', true), '') $$;

      create table demo_clock (
        id smallint constraint pk_demo_clock primary key constraint ck_demo_clock_one check (id = 1),
        offset_ms bigint not null
      );

      create table data_keys (
        owner_id uuid constraint pk_data_keys primary key,
        version int not null,
        wrapped_key text not null,
        created_at timestamptz not null
      );

      create table idempotency_keys (
        person_id uuid not null,
        endpoint text not null,
        key text not null,
        request_hash text not null,
        reply jsonb not null,
        created_at timestamptz not null,
        constraint pk_idempotency_keys primary key (person_id, endpoint, key)
      );

      create table outbox_event (
        id uuid constraint pk_outbox_event primary key,
        company_id uuid,
        type text not null,
        payload jsonb not null,
        occurred_at timestamptz not null,
        done_at timestamptz
      );
      create index ix_outbox_event_waiting on outbox_event (id) where done_at is null;
      create table outbox_delivery (
        event_id uuid not null constraint fk_outbox_delivery_event references outbox_event (id),
        listener text not null,
        delivered_at timestamptz not null,
        constraint pk_outbox_delivery primary key (event_id, listener)
      );

      create table rate_counters (
        bucket text not null,
        window_start timestamptz not null,
        count int not null,
        constraint pk_rate_counters primary key (bucket, window_start)
      );

      create table audit_event (
        id uuid constraint pk_audit_event primary key,
        company_id uuid,
        at timestamptz not null,
        event text not null,
        person_id uuid,
        acting_as text,
        subject_kind text,
        subject_id text,
        before jsonb,
        after jsonb,
        request_id text
      );
      create index ix_audit_event_at on audit_event (at desc, id desc);
      create table audit_chain (
        chain_id uuid not null,
        seq bigint not null,
        event_id uuid not null constraint uq_audit_chain_event unique
          constraint fk_audit_chain_event references audit_event (id),
        previous_hash text not null,
        hash text not null,
        constraint pk_audit_chain primary key (chain_id, seq)
      );

      create table mails (
        id uuid constraint pk_mails primary key,
        company_id uuid,
        template text not null,
        locale text not null,
        to_enc text not null,
        from_name text not null,
        from_address text not null,
        reply_to text,
        subject_enc text not null,
        html_enc text not null,
        text_enc text not null,
        created_at timestamptz not null,
        sent_at timestamptz,
        attempts int not null default 0
      );
      create index ix_mails_waiting on mails (created_at) where sent_at is null;

      create table stored_files (
        company_id uuid not null,
        id uuid not null,
        kind text not null,
        content_type text not null,
        byte_count int not null,
        sha256 text not null,
        path text not null,
        created_at timestamptz not null,
        constraint pk_stored_files primary key (company_id, id)
      );

      create table seller_settings (
        id smallint constraint pk_seller_settings primary key constraint ck_seller_settings_one check (id = 1),
        identity jsonb not null,
        iban_enc text not null,
        iban_hash text not null,
        bic text not null,
        version int not null
      );
    `);
    for (const table of ['outbox_event', 'audit_event', 'mails', 'stored_files'])
      await runner.query(walls(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table seller_settings, stored_files, mails, audit_chain, audit_event, rate_counters, outbox_delivery,
        outbox_event, idempotency_keys, data_keys, demo_clock;
      drop function app_company(), app_staff(), app_tracking();
    `);
  }
}
