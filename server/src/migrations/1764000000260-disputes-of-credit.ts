import type { MigrationInterface, QueryRunner } from 'typeorm';

const WITHOUT_ORDER = `('transfer_received', 'transfer_reversed', 'fee', 'credit_paid_out', 'payment_captured', 'refund_failed',
  'dispute_opened', 'dispute_won')`;
const WITHOUT_ORDER_BEFORE = `('transfer_received', 'transfer_reversed', 'fee', 'credit_paid_out', 'payment_captured', 'refund_failed')`;

const allow = (kinds: string): string => `
  alter table ledger_entries drop constraint ck_ledger_entries_order;
  alter table ledger_entries add constraint ck_ledger_entries_order check (order_id is not null or kind in ${kinds});`;

/** A payment that became credit at once is disputed without an order. */
export class DisputesOfCredit1764000000260 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(allow(WITHOUT_ORDER));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(allow(WITHOUT_ORDER_BEFORE));
  }
}
