import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when somebody is kept out: for a while he still counts as the second person that a change needs. */
export class PeopleSuspended1764000000086 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table people add column suspended_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table people drop column suspended_at');
  }
}
