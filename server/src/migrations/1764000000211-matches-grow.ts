import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Many matches for a line and many lines for an order; matches to a company's credit, and those that take one back. */
export class MatchesGrow1764000000211 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Row-level security is forced: without it the owner would not see the matches that were there before.
    await runner.query(`select set_config('app.staff', 'on', true)`);
    await runner.query(`
      alter table matches alter column order_id drop not null;
      alter table matches alter column reference drop not null;
      alter table matches drop column is_short;
      alter table matches drop constraint ck_matches_state;
      alter table matches add constraint ck_matches_state
        check (state in ('proposed', 'first_confirmed', 'confirmed', 'withdrawn', 'undone', 'returned'));
      alter table matches add column kind text not null default 'order' constraint ck_matches_kind
        check (kind in ('order', 'credit', 'payout', 'return', 'undo'));
      alter table matches alter column kind drop default;
      alter table matches add column class text constraint ck_matches_class
        check (class in ('A', 'B', 'C', 'D', 'E', 'F'));
      update matches set class = 'A';
      alter table matches add column written_off_minor bigint not null default 0 constraint ck_matches_written_off
        check (written_off_minor >= 0);
      alter table matches add column reverses_id uuid;
      alter table matches add column words_enc text;
      alter table matches add constraint fk_matches_reverses foreign key (company_id, reverses_id)
        references matches (company_id, id);
      alter table matches add constraint ck_matches_target check (
        (kind <> 'order' or order_id is not null) and (kind not in ('credit', 'payout') or order_id is null));
      alter table matches add constraint ck_matches_reversal check ((kind in ('return', 'undo')) = (reverses_id is not null));

      drop index uq_matches_line;
      create unique index uq_matches_line on matches (company_id, line_id, order_id) nulls not distinct
        where kind in ('order', 'credit') and state in ('proposed', 'first_confirmed', 'confirmed', 'returned');
      create unique index uq_matches_reverses on matches (company_id, reverses_id)
        where state in ('proposed', 'first_confirmed', 'confirmed');
      create index ix_matches_line on matches (line_id);

      alter table statement_lines drop constraint ck_statement_lines_matched;
      alter table statement_lines add constraint ck_statement_lines_matched
        check (matched_minor between least(amount_minor, 0) and greatest(amount_minor, 0));

      create function matches_within_line() returns trigger language plpgsql as $$
      declare line_minor bigint;
      begin
        select amount_minor into line_minor from statement_lines where id = new.line_id for no key update;
        if (line_minor > 0) <> (new.kind in ('order', 'credit', 'undo')) then
          raise exception 'a match of kind % cannot take from line %', new.kind, new.line_id using errcode = '23514',
            constraint = 'ck_matches_line_side';
        end if;
        if (select sum(amount_minor) from matches where line_id = new.line_id and kind <> 'undo'
            and state in ('proposed', 'first_confirmed', 'confirmed', 'returned')) > abs(line_minor) then
          raise exception 'line % has no room for its matches', new.line_id using errcode = '23514',
            constraint = 'ck_matches_within_line';
        end if;
        return null;
      end $$;
      create constraint trigger ck_matches_within_line after insert or update on matches
        for each row execute function matches_within_line();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger ck_matches_within_line on matches;
      drop function matches_within_line();
      alter table statement_lines drop constraint ck_statement_lines_matched;
      alter table statement_lines add constraint ck_statement_lines_matched
        check (matched_minor between 0 and greatest(amount_minor, 0));
      drop index ix_matches_line;
      drop index uq_matches_reverses;
      drop index uq_matches_line;
      create unique index uq_matches_line on matches (line_id) where state <> 'withdrawn';
      alter table matches drop constraint ck_matches_reversal;
      alter table matches drop constraint ck_matches_target;
      alter table matches drop constraint fk_matches_reverses;
      alter table matches drop column words_enc;
      alter table matches drop column reverses_id;
      alter table matches drop column written_off_minor;
      alter table matches drop column class;
      alter table matches drop column kind;
      alter table matches drop constraint ck_matches_state;
      alter table matches add constraint ck_matches_state
        check (state in ('proposed', 'first_confirmed', 'confirmed', 'withdrawn'));
      alter table matches add column is_short boolean not null default false;
      alter table matches alter column is_short drop default;
      alter table matches alter column reference set not null;
      alter table matches alter column order_id set not null;
    `);
  }
}
