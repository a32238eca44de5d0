import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of what an order received, what it did not take: it became the company's credit, and covers nothing. */
export class OrdersOver1764000000261 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The owner stands before the walls too: without this no row of a company would be filled.
    await runner.query(`select set_config('app.staff', 'on', true)`);
    await runner.query(`
      alter table orders add column over_minor bigint not null default 0;
      update orders o set over_minor = b.over_minor
      from (
        select e.company_id, e.order_id, -sum(p.amount_minor) as over_minor
        from ledger_entries e
        join ledger_postings p on p.company_id = e.company_id and p.entry_id = e.id and p.account = 'company_credit'
        where e.order_id is not null and e.kind not in ('credit_applied', 'credit_returned')
        group by e.company_id, e.order_id
      ) b
      where b.company_id = o.company_id and b.order_id = o.id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table orders drop column over_minor');
  }
}
