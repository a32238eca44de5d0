import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a refund at a gateway cannot be followed, and why a person has to look at it. */
export class RefundsTrouble1764000000262 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table refunds add column troubled_at timestamptz;
      alter table refunds add column trouble text
        constraint ck_refunds_trouble check (trouble in ('amount', 'no_account', 'silent'));
      alter table refunds add constraint ck_refunds_troubled check (trouble is null or troubled_at is not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table refunds drop column trouble, drop column troubled_at');
  }
}
