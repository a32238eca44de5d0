import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

/** Transfer instructions, bank statements, matches, and the double-entry ledger that decides "paid". */
export class PaymentsCreate1763800000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table transfer_instructions (
        company_id uuid not null,
        order_id uuid not null,
        reference text not null constraint uq_transfer_instructions_reference unique,
        amount_minor bigint not null constraint ck_transfer_instructions_amount check (amount_minor > 0),
        currency char(3) not null,
        deadline timestamptz not null,
        state text not null constraint ck_transfer_instructions_state
          check (state in ('awaiting', 'receipt_uploaded', 'settled', 'expired')),
        created_at timestamptz not null,
        constraint pk_transfer_instructions primary key (company_id, order_id),
        constraint fk_transfer_instructions_order foreign key (company_id, order_id) references orders (company_id, id)
      );

      create table statements (
        id uuid constraint pk_statements primary key,
        number text not null,
        account_hash text not null,
        account_tail text not null,
        currency char(3) not null,
        from_date date not null,
        to_date date not null,
        opening_minor bigint not null,
        closing_minor bigint not null,
        movements_minor bigint not null,
        is_proven boolean not null,
        line_count int not null,
        credit_count int not null,
        file_hash text not null,
        imported_at timestamptz not null,
        imported_by uuid not null constraint fk_statements_person references people (id),
        constraint uq_statements_number unique (account_hash, number),
        constraint ck_statements_proven check (not is_proven or opening_minor + movements_minor = closing_minor)
      );
      create table statement_lines (
        id uuid constraint pk_statement_lines primary key,
        statement_id uuid not null constraint fk_statement_lines_statement references statements (id),
        line_key text not null constraint uq_statement_lines_key unique,
        booked_on date not null,
        amount_minor bigint not null,
        currency char(3) not null,
        matched_minor bigint not null default 0,
        payer_name_enc text not null,
        payer_iban_enc text,
        payer_iban_hash text,
        payer_iban_tail text,
        text_enc text not null,
        state text not null constraint ck_statement_lines_state
          check (state in ('imported', 'proposed', 'allocated', 'ignored', 'reversed')),
        ignored_reason text,
        version int not null default 1,
        constraint ck_statement_lines_matched check (matched_minor between 0 and greatest(amount_minor, 0))
      );
      create index ix_statement_lines_open on statement_lines (booked_on desc, id desc)
        where state in ('imported', 'proposed');
      create index ix_statement_lines_payer on statement_lines (payer_iban_hash);

      create table matches (
        company_id uuid not null,
        id uuid not null,
        line_id uuid not null constraint fk_matches_line references statement_lines (id),
        order_id uuid not null,
        reference text not null,
        amount_minor bigint not null constraint ck_matches_amount check (amount_minor > 0),
        currency char(3) not null,
        is_short boolean not null,
        reasons text[] not null,
        state text not null constraint ck_matches_state
          check (state in ('proposed', 'first_confirmed', 'confirmed', 'withdrawn')),
        version int not null default 1,
        first_person uuid constraint fk_matches_first references people (id),
        second_person uuid constraint fk_matches_second references people (id),
        confirmed_at timestamptz,
        constraint pk_matches primary key (company_id, id),
        constraint fk_matches_order foreign key (company_id, order_id) references orders (company_id, id),
        constraint ck_matches_two_people check (second_person is null or second_person <> first_person)
      );
      create unique index uq_matches_line on matches (line_id) where state <> 'withdrawn';
      create index ix_matches_order on matches (company_id, order_id);

      create table ledger_entries (
        company_id uuid not null,
        id uuid not null,
        kind text not null constraint ck_ledger_entries_kind check (kind in ('transfer_received', 'refund_sent')),
        order_id uuid not null,
        match_id uuid,
        booked_at timestamptz not null,
        person_id uuid,
        constraint pk_ledger_entries primary key (company_id, id),
        constraint uq_ledger_entries_match unique (company_id, match_id),
        constraint fk_ledger_entries_order foreign key (company_id, order_id) references orders (company_id, id),
        constraint fk_ledger_entries_match foreign key (company_id, match_id) references matches (company_id, id)
      );
      create index ix_ledger_entries_order on ledger_entries (company_id, order_id);
      create table ledger_postings (
        company_id uuid not null,
        entry_id uuid not null,
        position int not null,
        account text not null constraint ck_ledger_postings_account
          check (account in ('bank_clearing', 'order', 'company_credit')),
        amount_minor bigint not null constraint ck_ledger_postings_amount check (amount_minor <> 0),
        currency char(3) not null,
        constraint pk_ledger_postings primary key (company_id, entry_id, position),
        constraint fk_ledger_postings_entry foreign key (company_id, entry_id) references ledger_entries (company_id, id)
      );

      create function ledger_entry_balances() returns trigger language plpgsql as $$
      begin
        if exists (
          select 1 from ledger_postings p
          where p.company_id = new.company_id and p.entry_id = new.entry_id
          group by p.currency having sum(p.amount_minor) <> 0
        ) then
          raise exception 'ledger entry % does not sum to zero', new.entry_id using errcode = '23514',
            constraint = 'ck_ledger_postings_balance';
        end if;
        return null;
      end $$;
      create constraint trigger ck_ledger_postings_balance after insert on ledger_postings
        deferrable initially deferred for each row execute function ledger_entry_balances();
    `);
    for (const table of ['transfer_instructions', 'matches', 'ledger_entries', 'ledger_postings']) {
      await runner.query(walls(table));
    }
    // Statements belong to the store, not to a company: only the staff policy opens them.
    for (const table of ['statements', 'statement_lines']) {
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy staff on ${table} using ((select app_staff())) with check ((select app_staff()));
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table ledger_postings, ledger_entries, matches, statement_lines, statements, transfer_instructions;
      drop function ledger_entry_balances();
    `);
  }
}
