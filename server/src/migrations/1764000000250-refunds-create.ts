import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

const KINDS = `('order', 'credit', 'payout', 'return', 'undo', 'refund', 'refund_back')`;
const KINDS_BEFORE = `('order', 'credit', 'payout', 'return', 'undo')`;
const CREDITS = `('order', 'credit', 'undo', 'refund_back')`;
const CREDITS_BEFORE = `('order', 'credit', 'undo')`;
const WITHOUT_ORDER = `('transfer_received', 'transfer_reversed', 'fee', 'credit_paid_out', 'payment_captured', 'refund_failed')`;
const WITHOUT_ORDER_BEFORE = `('transfer_received', 'transfer_reversed', 'fee', 'credit_paid_out', 'payment_captured')`;
/** States in which a refund holds money. */
const HOLDS = `('asked', 'approved', 'sent', 'settled')`;

const sideOf = (credits: string): string => `
  create or replace function matches_within_line() returns trigger language plpgsql as $$
  declare line_minor bigint;
  begin
    select amount_minor into line_minor from statement_lines where id = new.line_id for no key update;
    if (line_minor > 0) <> (new.kind in ${credits}) then
      raise exception 'a match of kind % cannot take from line %', new.kind, new.line_id using errcode = '23514',
        constraint = 'ck_matches_line_side';
    end if;
    if (select sum(amount_minor) from matches where line_id = new.line_id and kind <> 'undo'
        and state in ('proposed', 'first_confirmed', 'confirmed', 'returned')) > abs(line_minor) then
      raise exception 'line % has no room for its matches', new.line_id using errcode = '23514',
        constraint = 'ck_matches_within_line';
    end if;
    return null;
  end $$;`;

/** Refunds and the files for the bank; matches and entries of the ledger that belong to one. Never more goes back than came. */
export class RefundsCreate1764000000250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Row-level security is forced: without it the owner would not see the rows that are checked.
    await runner.query(`select set_config('app.staff', 'on', true)`);
    await runner.query(`
      create table refund_files (
        id uuid constraint pk_refund_files primary key,
        message_id text not null constraint uq_refund_files_message unique,
        count int not null constraint ck_refund_files_count check (count > 0),
        total_minor bigint not null,
        currency char(3) not null,
        content_enc text not null,
        made_at timestamptz not null,
        made_by uuid not null constraint fk_refund_files_person references people (id)
      );
      create index ix_refund_files_newest on refund_files (made_at desc, id desc);
      alter table refund_files enable row level security;
      alter table refund_files force row level security;
      create policy staff on refund_files using ((select app_staff())) with check ((select app_staff()));

      create table refunds (
        company_id uuid not null,
        id uuid not null,
        code text not null constraint uq_refunds_code unique,
        source text not null constraint ck_refunds_source check (source in ('order', 'credit')),
        order_id uuid,
        method text not null constraint ck_refunds_method check (method in ('bank', 'gateway')),
        match_id uuid,
        account_tail text,
        attempt_id uuid,
        act_count int,
        amount_minor bigint not null constraint ck_refunds_amount check (amount_minor > 0),
        currency char(3) not null,
        pay_minor bigint not null constraint ck_refunds_pay check (pay_minor > 0),
        pay_currency char(3) not null,
        state text not null constraint ck_refunds_state
          check (state in ('asked', 'approved', 'sent', 'settled', 'failed', 'withdrawn')),
        reason_enc text not null,
        replaces_id uuid,
        asked_by uuid not null constraint fk_refunds_asked references people (id),
        asked_at timestamptz not null,
        approved_by uuid constraint fk_refunds_approved references people (id),
        approved_at timestamptz,
        file_id uuid constraint fk_refunds_file references refund_files (id),
        gateway_refund_id text,
        raw_state text,
        sent_at timestamptz,
        booked_at timestamptz,
        settled_at timestamptz,
        failure text constraint ck_refunds_failure
          check (failure in ('refused', 'broken', 'disputed', 'returned', 'not_taken')),
        follow_at timestamptz,
        changed_at timestamptz not null,
        version int not null,
        constraint pk_refunds primary key (company_id, id),
        constraint fk_refunds_order foreign key (company_id, order_id) references orders (company_id, id),
        constraint fk_refunds_match foreign key (company_id, match_id) references matches (company_id, id),
        constraint fk_refunds_attempt foreign key (company_id, attempt_id) references payment_attempts (company_id, id),
        constraint fk_refunds_replaces foreign key (company_id, replaces_id) references refunds (company_id, id),
        constraint uq_refunds_act unique (company_id, attempt_id, act_count),
        constraint ck_refunds_of_order check (source = 'credit' or order_id is not null),
        constraint ck_refunds_way check ((method = 'bank') = (match_id is not null) and (match_id is null) = (account_tail is null)
          and (method = 'gateway') = (attempt_id is not null) and (attempt_id is null) = (act_count is null)),
        constraint ck_refunds_two_people check (approved_by is null or approved_by <> asked_by),
        constraint ck_refunds_approval check (state in ('asked', 'withdrawn') or approved_by is not null),
        constraint ck_refunds_in_file check (method = 'gateway' or state not in ('sent', 'settled', 'failed')
          or file_id is not null),
        constraint ck_refunds_failed check ((failure is null) or state in ('failed', 'withdrawn'))
      );
      create index ix_refunds_order on refunds (company_id, order_id, id);
      create index ix_refunds_state on refunds (state, changed_at, id);
      create index ix_refunds_file on refunds (file_id) where file_id is not null;
      create index ix_refunds_match on refunds (company_id, match_id) where match_id is not null;
      create index ix_refunds_follow on refunds (follow_at) where follow_at is not null;
      create unique index uq_refunds_replaces on refunds (company_id, replaces_id) where state <> 'withdrawn';
      create unique index uq_refunds_in_the_air on refunds (company_id, attempt_id)
        where state = 'sent' and gateway_refund_id is null;

      alter table ledger_entries add column refund_id uuid;
      alter table ledger_entries add constraint fk_ledger_entries_refund foreign key (company_id, refund_id)
        references refunds (company_id, id);
      alter table ledger_entries add constraint uq_ledger_entries_refund unique (company_id, refund_id, kind);
      alter table ledger_entries drop constraint ck_ledger_entries_order;
      alter table ledger_entries add constraint ck_ledger_entries_order
        check (order_id is not null or kind in ${WITHOUT_ORDER});

      alter table matches add column refund_id uuid;
      alter table matches add constraint fk_matches_refund foreign key (company_id, refund_id)
        references refunds (company_id, id);
      alter table matches drop constraint ck_matches_kind;
      alter table matches add constraint ck_matches_kind check (kind in ${KINDS});
      alter table matches add constraint ck_matches_refund
        check ((kind in ('refund', 'refund_back')) = (refund_id is not null));
      create unique index uq_matches_refund on matches (company_id, refund_id, kind)
        where refund_id is not null and state in ('proposed', 'first_confirmed', 'confirmed');
      ${sideOf(CREDITS)}

      create function refunds_within_paid() returns trigger language plpgsql as $$
      declare paid bigint; held bigint;
      begin
        perform 1 from companies where id = new.company_id for no key update;
        if new.source = 'order' then
          select coalesce(-sum(p.amount_minor) filter (where e.kind not in
              ('refund_sent', 'refund_failed', 'write_off', 'write_off_reversed')), 0)
            - coalesce(sum(p.amount_minor) filter (where e.kind in ('refund_sent', 'refund_failed')
              and e.refund_id is null), 0)
          into paid from ledger_entries e
          join ledger_postings p on p.company_id = e.company_id and p.entry_id = e.id
          where e.company_id = new.company_id and e.order_id = new.order_id and p.account = 'order'
            and p.currency = new.currency;
          select sum(amount_minor) into held from refunds where company_id = new.company_id
            and order_id = new.order_id and source = 'order' and currency = new.currency and state in ${HOLDS};
        else
          select coalesce(-sum(amount_minor), 0) into paid from ledger_postings
          where company_id = new.company_id and account = 'company_credit' and currency = new.currency;
          select sum(amount_minor) into held from refunds where company_id = new.company_id and source = 'credit'
            and currency = new.currency and state in ('asked', 'approved', 'sent') and booked_at is null;
        end if;
        if held > paid then
          raise exception 'refunds of % are more than was paid', new.id using errcode = '23514',
            constraint = 'ck_refunds_within_paid';
        end if;
        if new.attempt_id is not null and (select sum(pay_minor) from refunds
            where company_id = new.company_id and attempt_id = new.attempt_id and state in ${HOLDS})
          > (select booked_minor from payment_attempts where company_id = new.company_id and id = new.attempt_id) then
          raise exception 'refunds of attempt % are more than it took', new.attempt_id using errcode = '23514',
            constraint = 'ck_refunds_within_attempt';
        end if;
        return null;
      end $$;
      create constraint trigger ck_refunds_within_paid after insert or update of state on refunds
        for each row when (new.state in ('asked', 'approved')) execute function refunds_within_paid();
    `);
    await runner.query(walls('refunds'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${sideOf(CREDITS_BEFORE)}
      drop index uq_matches_refund;
      alter table matches drop constraint ck_matches_refund;
      alter table matches drop constraint ck_matches_kind;
      alter table matches add constraint ck_matches_kind check (kind in ${KINDS_BEFORE});
      alter table matches drop constraint fk_matches_refund;
      alter table matches drop column refund_id;
      alter table ledger_entries drop constraint ck_ledger_entries_order;
      alter table ledger_entries add constraint ck_ledger_entries_order
        check (order_id is not null or kind in ${WITHOUT_ORDER_BEFORE});
      alter table ledger_entries drop constraint uq_ledger_entries_refund;
      alter table ledger_entries drop constraint fk_ledger_entries_refund;
      alter table ledger_entries drop column refund_id;
      drop table refunds;
      drop function refunds_within_paid();
      drop table refund_files;
    `);
  }
}
