import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions of people who enrol their first factor, of own roles, and of staff who act for a trader. */
export class SessionsGrow1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sessions
        add column factor text,
        add column own_permissions text[] not null default '{}',
        add column acting_reason text,
        add column parent_id uuid constraint fk_sessions_parent references sessions (id),
        add constraint ck_sessions_acting check (acting_reason is null or (company_id is not null and parent_id is not null)),
        drop constraint ck_sessions_level,
        add constraint ck_sessions_level check (level in ('half', 'enrolling', 'full'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sessions
        drop constraint ck_sessions_level,
        drop constraint ck_sessions_acting,
        drop column parent_id,
        drop column acting_reason,
        drop column own_permissions,
        drop column factor,
        add constraint ck_sessions_level check (level in ('half', 'full'));
    `);
  }
}
