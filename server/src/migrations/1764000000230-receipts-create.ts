import type { MigrationInterface, QueryRunner } from 'typeorm';
import { walls } from '../platform/database/walls';

/** Receipts of transfers as traders show them, and the one extension of a hold that the first of them brings. */
export class ReceiptsCreate1764000000230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table transfer_instructions add column extended_at timestamptz;
      create table transfer_receipts (
        company_id uuid not null,
        id uuid not null,
        order_id uuid not null,
        file_id uuid not null,
        name_enc text not null,
        pages int not null constraint ck_transfer_receipts_pages check (pages > 0),
        amount_minor bigint constraint ck_transfer_receipts_amount check (amount_minor > 0),
        currency char(3) not null,
        paid_on date,
        uploaded_at timestamptz not null,
        uploaded_by uuid not null constraint fk_transfer_receipts_person references people (id),
        constraint pk_transfer_receipts primary key (company_id, id),
        constraint fk_transfer_receipts_instruction foreign key (company_id, order_id)
          references transfer_instructions (company_id, order_id),
        constraint fk_transfer_receipts_file foreign key (company_id, file_id) references stored_files (company_id, id)
      );
      create index ix_transfer_receipts_order on transfer_receipts (company_id, order_id, id);
      create index ix_transfer_instructions_receipts on transfer_instructions (deadline, order_id)
        where state = 'receipt_uploaded';
    `);
    await runner.query(walls('transfer_receipts'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table transfer_receipts;
      drop index ix_transfer_instructions_receipts;
      alter table transfer_instructions drop column extended_at;
    `);
  }
}
