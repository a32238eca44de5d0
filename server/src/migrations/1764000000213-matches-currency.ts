import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A match is in the currency of its order; money of another currency pays nothing unit for unit. */
export class MatchesCurrency1764000000213 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Row-level security is forced: without it the owner would not see the matches that are checked.
    await runner.query(`select set_config('app.staff', 'on', true)`);
    await runner.query(`
      alter table transfer_instructions add constraint uq_transfer_instructions_currency
        unique (company_id, order_id, currency);
      alter table matches add constraint fk_matches_order_currency foreign key (company_id, order_id, currency)
        references transfer_instructions (company_id, order_id, currency);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table matches drop constraint fk_matches_order_currency;
      alter table transfer_instructions drop constraint uq_transfer_instructions_currency;
    `);
  }
}
