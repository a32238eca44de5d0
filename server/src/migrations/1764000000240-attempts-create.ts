import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

const WITHOUT_ORDER = `('transfer_received', 'transfer_reversed', 'fee', 'credit_paid_out')`;
const WITHOUT_ORDER_NOW = `('transfer_received', 'transfer_reversed', 'fee', 'credit_paid_out', 'payment_captured')`;

/** Payments through gateways: attempts, the inbox of hooks, published rates; money of a gateway that pays no order. */
export class AttemptsCreate1764000000240 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table payment_attempts (
        company_id uuid not null,
        id uuid not null constraint uq_payment_attempts_id unique,
        order_id uuid not null,
        method text not null,
        gateway text not null constraint ck_payment_attempts_gateway
          check (gateway in ('stripe', 'noon', 'tabby', 'tamara')),
        state text not null constraint ck_payment_attempts_state check (state in ('open', 'action_required',
          'processing', 'authorised', 'captured', 'failed', 'cancelled', 'expired', 'disputed')),
        amount_minor bigint not null constraint ck_payment_attempts_amount check (amount_minor > 0),
        currency char(3) not null,
        pay_minor bigint not null constraint ck_payment_attempts_pay check (pay_minor > 0),
        pay_currency char(3) not null,
        rate jsonb,
        gateway_ref text,
        page_url text,
        expires_at timestamptz not null,
        is_ending boolean not null,
        booked_minor bigint not null constraint ck_payment_attempts_booked check (booked_minor >= 0),
        disputed_minor bigint not null constraint ck_payment_attempts_disputed check (disputed_minor >= 0),
        flag text constraint ck_payment_attempts_flag check (flag in ('reference', 'currency', 'amount', 'closed',
          'twice', 'unknown', 'review', 'dispute')),
        failure text constraint ck_payment_attempts_failure check (failure in ('rejected', 'refused', 'declined',
          'lost', 'paid_meanwhile', 'not_waiting')),
        raw_state text,
        follow_at timestamptz,
        started_by uuid not null constraint fk_payment_attempts_person references people (id),
        started_at timestamptz not null,
        changed_at timestamptz not null,
        version int not null,
        constraint pk_payment_attempts primary key (company_id, id),
        constraint fk_payment_attempts_order foreign key (company_id, order_id) references orders (company_id, id),
        constraint ck_payment_attempts_rate check ((rate is null) = (currency = pay_currency))
      );
      create unique index uq_payment_attempts_live on payment_attempts (company_id, order_id)
        where state in ('open', 'action_required', 'processing', 'authorised') and not is_ending;
      create unique index uq_payment_attempts_ref on payment_attempts (gateway, gateway_ref)
        where gateway_ref is not null;
      create index ix_payment_attempts_order on payment_attempts (company_id, order_id, id);
      create index ix_payment_attempts_follow on payment_attempts (follow_at) where follow_at is not null;
      create index ix_payment_attempts_flag on payment_attempts (changed_at) where flag is not null;

      create table gateway_hooks (
        id uuid constraint pk_gateway_hooks primary key,
        gateway text not null,
        dedupe_key text not null,
        ref text not null,
        event text not null,
        occurred_at timestamptz,
        received_at timestamptz not null,
        handled_at timestamptz,
        attempt_id uuid,
        constraint uq_gateway_hooks_key unique (gateway, dedupe_key)
      );
      create index ix_gateway_hooks_waiting on gateway_hooks (received_at, id) where handled_at is null;
      alter table gateway_hooks enable row level security;
      alter table gateway_hooks force row level security;
      create policy staff on gateway_hooks using ((select app_staff())) with check ((select app_staff()));

      create table payment_rates (
        base char(3) not null,
        quote char(3) not null,
        as_of timestamptz not null,
        num bigint not null constraint ck_payment_rates_num check (num > 0),
        scale int not null constraint ck_payment_rates_scale check (scale between 0 and 12),
        source text not null,
        constraint pk_payment_rates primary key (base, quote, as_of)
      );

      alter table ledger_entries drop constraint ck_ledger_entries_order;
      alter table ledger_entries add constraint ck_ledger_entries_order
        check (order_id is not null or kind in ${WITHOUT_ORDER_NOW});
    `);
    await runner.query(walls('payment_attempts'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ledger_entries drop constraint ck_ledger_entries_order;
      alter table ledger_entries add constraint ck_ledger_entries_order
        check (order_id is not null or kind in ${WITHOUT_ORDER});
      drop table payment_rates;
      drop table gateway_hooks;
      drop table payment_attempts;
    `);
  }
}
