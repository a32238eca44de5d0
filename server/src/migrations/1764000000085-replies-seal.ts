import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stored replies are sealed and found by their age; those that stood in clear are deleted, whatever their age. */
export class RepliesSeal1764000000085 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from idempotency_keys;
      alter table idempotency_keys drop column reply, add column reply_enc text;
      create index ix_idempotency_keys_age on idempotency_keys (created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index ix_idempotency_keys_age;
      delete from idempotency_keys;
      alter table idempotency_keys drop column reply_enc, add column reply jsonb not null;
    `);
  }
}
