import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

const FLAGS = `('reference', 'currency', 'amount', 'closed', 'twice', 'unknown', 'review', 'dispute')`;

/** What finance sees of attempts: disputes, settled flags, entries of each attempt; how gateways answered. */
export class AttemptsDesk1764000000254 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table payment_attempts
        add column settled_flag text constraint ck_payment_attempts_settled check (settled_flag in ${FLAGS}),
        add column dispute jsonb;
      create index ix_payment_attempts_newest on payment_attempts (started_at, id);
      create index ix_payment_attempts_dispute on payment_attempts (started_at, id) where dispute is not null;

      create table attempt_looks (
        company_id uuid not null,
        id uuid not null,
        attempt_id uuid not null,
        flag text not null constraint ck_attempt_looks_flag check (flag in ${FLAGS}),
        words_enc text not null,
        person_id uuid not null constraint fk_attempt_looks_person references people (id),
        at timestamptz not null,
        constraint pk_attempt_looks primary key (company_id, id),
        constraint fk_attempt_looks_attempt foreign key (company_id, attempt_id)
          references payment_attempts (company_id, id)
      );
      create index ix_attempt_looks_attempt on attempt_looks (company_id, attempt_id);

      alter table ledger_entries add column attempt_id uuid;
      alter table ledger_entries add constraint fk_ledger_entries_attempt
        foreign key (company_id, attempt_id) references payment_attempts (company_id, id);
      create index ix_ledger_entries_attempt on ledger_entries (company_id, attempt_id) where attempt_id is not null;

      create index ix_gateway_hooks_attempt on gateway_hooks (attempt_id) where attempt_id is not null;
      create index ix_gateway_hooks_newest on gateway_hooks (gateway, received_at);

      create table gateway_standings (
        gateway text constraint pk_gateway_standings primary key,
        answered_at timestamptz,
        failed_at timestamptz,
        failures int not null constraint ck_gateway_standings_failures check (failures >= 0),
        fault text
      );
    `);
    await runner.query(walls('attempt_looks'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table gateway_standings;
      drop index ix_gateway_hooks_newest;
      drop index ix_gateway_hooks_attempt;
      alter table ledger_entries drop column attempt_id;
      drop table attempt_looks;
      drop index ix_payment_attempts_newest;
      alter table payment_attempts drop column settled_flag, drop column dispute;
    `);
  }
}
