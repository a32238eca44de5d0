import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Prices stand in lists; those of before are the published trade prices, list `trade-b`. A company on `trade-a` has
 * paid them until now and goes on paying them: its list begins as a copy.
 */
export class PriceLists1764000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table variant_prices
        add column price_list text not null default 'trade-b'
          constraint ck_variant_prices_list check (price_list in ('trade-a', 'trade-b')),
        drop constraint pk_variant_prices,
        add constraint pk_variant_prices primary key (variant_id, price_list, currency);
      -- The default was for the rows of before: a new price says which list it belongs to.
      alter table variant_prices alter column price_list drop default;
      insert into variant_prices (variant_id, price_list, currency, per10k)
        select variant_id, 'trade-a', currency, per10k from variant_prices;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from variant_prices where price_list <> 'trade-b';
      alter table variant_prices
        drop constraint pk_variant_prices,
        drop column price_list,
        add constraint pk_variant_prices primary key (variant_id, currency);
    `);
  }
}
