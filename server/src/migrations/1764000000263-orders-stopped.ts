import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a confirmed order of which a parcel left has lost its money; of a parcel only one that is not cancelled has its place. */
export class OrdersStopped1764000000263 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table orders add column stopped_at timestamptz
        constraint ck_orders_stopped check (stopped_at is null or state = 'confirmed');
      create index ix_orders_stopped on orders (company_id, hold_until, id) where stopped_at is not null;
      alter table consignments drop constraint uq_consignments_position;
      create unique index uq_consignments_position on consignments (company_id, order_id, position)
        where state <> 'cancelled';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index uq_consignments_position;
      alter table consignments add constraint uq_consignments_position unique (company_id, order_id, position);
      alter table orders drop column stopped_at;
    `);
  }
}
