import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A line that may be one imported before; and statements of one number that say different things are kept each. */
export class LinesDoubles1764000000203 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table statement_lines add column maybe_double boolean not null default false;
      alter table statement_lines alter column maybe_double drop default;
      create index ix_statement_lines_alike on statement_lines (value_on, amount_minor);

      alter table statements
        drop constraint uq_statements_number,
        add constraint uq_statements_figures unique nulls not distinct (account_hash, number, from_date, to_date,
          opening_minor, closing_minor, movements_minor, line_count);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table statements
        drop constraint uq_statements_figures,
        add constraint uq_statements_number unique (account_hash, number);
      drop index ix_statement_lines_alike;
      alter table statement_lines drop column maybe_double;
    `);
  }
}
