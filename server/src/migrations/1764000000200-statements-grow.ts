import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statements of every format: without balances they are kept unproven; a line says whether its statement proved it. */
export class StatementsGrow1764000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Row-level security is forced: without it the owner would not see the lines that were there before.
    await runner.query(`select set_config('app.staff', 'on', true)`);
    await runner.query(`
      alter table statements
        add column format text not null default 'camt.053' constraint ck_statements_format
          check (format in ('camt.053', 'camt.054', 'mt940', 'csv')),
        add column is_copy boolean not null default false,
        add column pending_count int not null default 0,
        alter column opening_minor drop not null,
        alter column closing_minor drop not null,
        drop constraint ck_statements_proven,
        add constraint ck_statements_proven check (not is_proven or (opening_minor is not null
          and closing_minor is not null and opening_minor + movements_minor = closing_minor));
      alter table statements alter column format drop default;
      create index ix_statements_account on statements (account_hash, to_date desc, imported_at desc, id desc);

      alter table statement_lines
        add column value_on date,
        add column bank_reference text,
        add column end_to_end_enc text,
        add column is_reversal boolean not null default false,
        add column is_proven boolean not null default true;
      update statement_lines set value_on = booked_on;
      alter table statement_lines
        alter column value_on set not null,
        alter column is_proven drop default;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table statement_lines drop column value_on, drop column bank_reference, drop column end_to_end_enc,
        drop column is_reversal, drop column is_proven;
      drop index ix_statements_account;
      alter table statements
        drop constraint ck_statements_proven,
        alter column opening_minor set not null,
        alter column closing_minor set not null,
        add constraint ck_statements_proven check (not is_proven or opening_minor + movements_minor = closing_minor),
        drop column format, drop column is_copy, drop column pending_count;
    `);
  }
}
