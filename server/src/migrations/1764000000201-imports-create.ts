import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports of bank files: what waits for the worker, how far it has come, and what each statement came with. */
export class ImportsCreate1764000000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table statement_imports (
        id uuid constraint pk_statement_imports primary key,
        state text not null constraint ck_statement_imports_state
          check (state in ('waiting', 'reading', 'done', 'refused')),
        -- the bank's file, sealed, until it is read or refused
        file_id uuid,
        lines_read int not null default 0,
        lines_in_all int,
        new_lines int not null default 0,
        known_lines int not null default 0,
        proposed int not null default 0,
        refusal jsonb,
        tries int not null default 0,
        created_at timestamptz not null,
        created_by uuid not null constraint fk_statement_imports_person references people (id),
        constraint ck_statement_imports_refusal check ((state = 'refused') = (refusal is not null))
      );
      create index ix_statement_imports_open on statement_imports (created_at, id)
        where state in ('waiting', 'reading') or file_id is not null;
      alter table statement_imports enable row level security;
      alter table statement_imports force row level security;
      create policy staff on statement_imports using ((select app_staff())) with check ((select app_staff()));

      alter table statements
        add column import_id uuid constraint fk_statements_import references statement_imports (id);
      create index ix_statements_import on statements (import_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index ix_statements_import;
      alter table statements drop column import_id;
      drop table statement_imports;
    `);
  }
}
