import type { MigrationInterface, QueryRunner } from 'typeorm';

const ACCOUNTS = `('order', 'company_credit', 'provider_clearing', 'bank_clearing', 'fees', 'write_off', 'fx', 'rounding')`;
const KINDS = `('transfer_received', 'transfer_reversed', 'payment_captured', 'refund_sent', 'refund_failed',
  'dispute_opened', 'dispute_won', 'fee', 'write_off', 'write_off_reversed', 'credit_applied', 'credit_paid_out')`;
/** Kinds that may concern a company's credit, or the store, and no order. */
const WITHOUT_ORDER = `('transfer_received', 'transfer_reversed', 'fee', 'credit_paid_out')`;

/** All accounts and kinds of the ledger; no login changes an entry any more, and what the nightly check found is kept. */
export class LedgerGrow1764000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ledger_entries drop constraint ck_ledger_entries_kind;
      alter table ledger_entries add constraint ck_ledger_entries_kind check (kind in ${KINDS});
      alter table ledger_entries alter column order_id drop not null;
      alter table ledger_entries add constraint ck_ledger_entries_order
        check (order_id is not null or kind in ${WITHOUT_ORDER});
      alter table ledger_entries drop constraint uq_ledger_entries_match;
      alter table ledger_entries add constraint uq_ledger_entries_match unique (company_id, match_id, kind);
      alter table ledger_postings drop constraint ck_ledger_postings_account;
      alter table ledger_postings add constraint ck_ledger_postings_account check (account in ${ACCOUNTS});
      create index ix_ledger_postings_credit on ledger_postings (company_id) where account = 'company_credit';

      create function ledger_stays() returns trigger language plpgsql as $$
      begin
        raise exception 'the ledger is append-only: no % on %', lower(tg_op), tg_table_name using errcode = '42501';
      end $$;
      create trigger tr_ledger_entries_stay before update or delete or truncate on ledger_entries
        for each statement execute function ledger_stays();
      create trigger tr_ledger_postings_stay before update or delete or truncate on ledger_postings
        for each statement execute function ledger_stays();

      create table ledger_checks (
        id uuid constraint pk_ledger_checks primary key,
        checked_at timestamptz not null,
        findings jsonb not null
      );
      create index ix_ledger_checks_newest on ledger_checks (checked_at desc, id desc);
      alter table ledger_checks enable row level security;
      alter table ledger_checks force row level security;
      create policy staff on ledger_checks using ((select app_staff())) with check ((select app_staff()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table ledger_checks;
      drop trigger tr_ledger_postings_stay on ledger_postings;
      drop trigger tr_ledger_entries_stay on ledger_entries;
      drop function ledger_stays();
      drop index ix_ledger_postings_credit;
      alter table ledger_postings drop constraint ck_ledger_postings_account;
      alter table ledger_postings add constraint ck_ledger_postings_account
        check (account in ('bank_clearing', 'order', 'company_credit'));
      alter table ledger_entries drop constraint uq_ledger_entries_match;
      alter table ledger_entries add constraint uq_ledger_entries_match unique (company_id, match_id);
      alter table ledger_entries drop constraint ck_ledger_entries_order;
      alter table ledger_entries alter column order_id set not null;
      alter table ledger_entries drop constraint ck_ledger_entries_kind;
      alter table ledger_entries add constraint ck_ledger_entries_kind check (kind in ('transfer_received', 'refund_sent'));
    `);
  }
}
