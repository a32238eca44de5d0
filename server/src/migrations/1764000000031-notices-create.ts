import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

/** What people of a company were told, and how each of them wants to hear of it. */
export class NoticesCreate1764000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notices (
        company_id uuid not null constraint fk_notices_company references companies (id),
        id uuid not null,
        person_id uuid not null constraint fk_notices_person references people (id),
        event text not null,
        params_enc text not null,
        link text,
        channel text not null constraint ck_notices_channel check (channel in ('in_app', 'mail', 'digest')),
        created_at timestamptz not null,
        read_at timestamptz,
        mail_at timestamptz,
        mail_enc text,
        mailed_at timestamptz,
        constraint pk_notices primary key (company_id, id)
      );
      create index ix_notices_person on notices (company_id, person_id, id desc);
      create index ix_notices_unread on notices (company_id, person_id) where read_at is null;
      create index ix_notices_due on notices (mail_at) where mail_at is not null and mailed_at is null;

      create table notice_wishes (
        company_id uuid not null constraint fk_notice_wishes_company references companies (id),
        person_id uuid not null constraint fk_notice_wishes_person references people (id),
        event text not null,
        channel text not null constraint ck_notice_wishes_channel check (channel in ('in_app', 'mail', 'digest', 'off')),
        constraint pk_notice_wishes primary key (company_id, person_id, event)
      );
      create table notice_hours (
        company_id uuid not null constraint fk_notice_hours_company references companies (id),
        person_id uuid not null constraint fk_notice_hours_person references people (id),
        quiet_from smallint constraint ck_notice_hours_from check (quiet_from between 0 and 23),
        quiet_to smallint constraint ck_notice_hours_to check (quiet_to between 0 and 23),
        digest_hour smallint not null constraint ck_notice_hours_digest check (digest_hour between 0 and 23),
        constraint pk_notice_hours primary key (company_id, person_id),
        constraint ck_notice_hours_pair check ((quiet_from is null) = (quiet_to is null))
      );
    `);
    for (const table of ['notices', 'notice_wishes', 'notice_hours']) await runner.query(walls(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notice_hours, notice_wishes, notices');
  }
}
