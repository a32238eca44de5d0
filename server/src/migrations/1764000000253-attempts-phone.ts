import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The phone of who pays, for gateways of consumer credit: sealed, and gone as soon as the gateway has it. */
export class AttemptsPhone1764000000253 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table payment_attempts add column phone_enc text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table payment_attempts drop column phone_enc');
  }
}
