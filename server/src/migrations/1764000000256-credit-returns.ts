import type { MigrationInterface, QueryRunner } from 'typeorm';

const MORE = "'credit_returned'::text, 'late_credited'::text, ";

/** Credit that comes back from an order, and late money that becomes credit; the ledger in the order of its days. */
export class CreditReturns1764000000256 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await changeKinds(runner, 'ARRAY[', `ARRAY[${MORE}`);
    await runner.query(
      'create index ix_ledger_entries_account on ledger_entries (company_id, booked_at, id);',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ix_ledger_entries_account;');
    await changeKinds(runner, `ARRAY[${MORE}`, 'ARRAY[');
  }
}

/** Adds kinds to those that are there, or takes them away, whichever others came meanwhile. */
async function changeKinds(runner: QueryRunner, from: string, to: string): Promise<void> {
  const [kinds]: { definition: string }[] = await runner.query(
    `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'ck_ledger_entries_kind'`,
  );
  if (!kinds?.definition.includes(from)) throw new Error('The kinds of ledger entries are not a list');
  await runner.query(`
    alter table ledger_entries drop constraint ck_ledger_entries_kind;
    alter table ledger_entries add constraint ck_ledger_entries_kind ${kinds.definition.replace(from, to)};
  `);
}
