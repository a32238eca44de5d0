import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of what an order received, the company's own credit: it holds no order back from its end. */
export class OrdersCredit1764000000257 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table orders add column credit_minor bigint not null default 0;
      alter table orders add constraint ck_orders_credit check (credit_minor >= 0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table orders drop column credit_minor');
  }
}
