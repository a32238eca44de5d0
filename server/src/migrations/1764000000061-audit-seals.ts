import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signed heads of the audit chains, one document a day, and the indexes that the trail is searched by. */
export class AuditSeals1764000000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_seals (
        number int constraint pk_audit_seals primary key,
        day date not null constraint uq_audit_seals_day unique,
        document text not null,
        signature text not null,
        key_id text not null
      );
      create index ix_audit_event_company on audit_event (company_id, at desc, id desc);
      create index ix_audit_event_person on audit_event (person_id, at desc, id desc);
      create index ix_audit_event_event on audit_event (event, at desc, id desc);
      create index ix_audit_event_subject on audit_event (subject_id, at desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index ix_audit_event_company, ix_audit_event_person, ix_audit_event_event, ix_audit_event_subject;
      drop table audit_seals;
    `);
  }
}
