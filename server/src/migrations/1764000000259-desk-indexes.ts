import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the desk reads of years of lines: those that wait by their matches, the rest in the order of the days. */
export class DeskIndexes1764000000259 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index ix_matches_held on matches (line_id) where state in ('proposed', 'first_confirmed');
      create index ix_statement_lines_booked on statement_lines (booked_on desc, id desc);
      create index ix_statement_lines_out on statement_lines (booked_on desc, id desc)
        where state = 'imported' and amount_minor < 0 and not is_reversal;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index ix_statement_lines_out;
      drop index ix_statement_lines_booked;
      drop index ix_matches_held;
    `);
  }
}
