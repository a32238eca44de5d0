import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Layouts of banks' CSV files as a person named them, found again by their header; and imports that wait for one. */
export class CsvDialectsCreate1764000000202 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table csv_dialects (
        id uuid constraint pk_csv_dialects primary key,
        -- of the header as it is compared: without case, signs and blanks
        header_hash text not null constraint uq_csv_dialects_header unique,
        header jsonb not null,
        name text not null,
        layout jsonb not null,
        saved_at timestamptz not null,
        saved_by uuid not null constraint fk_csv_dialects_person references people (id)
      );
      alter table csv_dialects enable row level security;
      alter table csv_dialects force row level security;
      create policy staff on csv_dialects using ((select app_staff())) with check ((select app_staff()));

      alter table statement_imports
        drop constraint ck_statement_imports_state,
        add constraint ck_statement_imports_state
          check (state in ('waiting', 'reading', 'unmapped', 'done', 'refused', 'dropped'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table statement_imports
        drop constraint ck_statement_imports_state,
        add constraint ck_statement_imports_state check (state in ('waiting', 'reading', 'done', 'refused'));
      drop table csv_dialects;
    `);
  }
}
