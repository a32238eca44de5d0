import type { MigrationInterface, QueryRunner } from 'typeorm';

/** States in which a refund holds money. */
const HOLDS = `('asked', 'approved', 'sent', 'settled')`;

/** What an order was paid with of its company's credit can go back there: never more than was used, and in no file. */
export class RefundsToCredit1764000000264 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table refunds drop constraint ck_refunds_method;
      alter table refunds add constraint ck_refunds_method check (method in ('bank', 'gateway', 'credit'));
      alter table refunds drop constraint ck_refunds_in_file;
      alter table refunds add constraint ck_refunds_in_file check (method <> 'bank' or state not in ('sent', 'settled', 'failed')
        or file_id is not null);
      alter table refunds add constraint ck_refunds_to_credit check (method <> 'credit' or (source = 'order'
        and state in ('asked', 'approved', 'sent', 'settled', 'withdrawn') and pay_minor = amount_minor and pay_currency = currency));

      create function refunds_within_credit_used() returns trigger language plpgsql as $$
      declare used bigint;
      begin
        perform 1 from companies where id = new.company_id for no key update;
        select coalesce(-sum(p.amount_minor), 0) into used from ledger_entries e
        join ledger_postings p on p.company_id = e.company_id and p.entry_id = e.id
        where e.company_id = new.company_id and e.order_id = new.order_id and e.kind in ('credit_applied', 'credit_returned')
          and p.account = 'order' and p.currency = new.currency;
        if (select sum(amount_minor) from refunds where company_id = new.company_id and order_id = new.order_id
            and method = 'credit' and currency = new.currency and state in ${HOLDS}) > used then
          raise exception 'refunds of % are more than the credit that was used', new.id using errcode = '23514',
            constraint = 'ck_refunds_within_credit_used';
        end if;
        return null;
      end $$;
      create constraint trigger ck_refunds_within_credit_used after insert or update of state on refunds
        for each row when (new.method = 'credit' and new.state in ('asked', 'approved'))
        execute function refunds_within_credit_used();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger ck_refunds_within_credit_used on refunds;
      drop function refunds_within_credit_used();
      alter table refunds drop constraint ck_refunds_to_credit;
      alter table refunds drop constraint ck_refunds_in_file;
      alter table refunds add constraint ck_refunds_in_file check (method = 'gateway' or state not in ('sent', 'settled', 'failed')
        or file_id is not null);
      alter table refunds drop constraint ck_refunds_method;
      alter table refunds add constraint ck_refunds_method check (method in ('bank', 'gateway'));
    `);
  }
}
