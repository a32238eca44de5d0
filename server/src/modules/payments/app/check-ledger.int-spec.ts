import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { staffToday } from '@qafila/shared/oversight/oversight.contract';
import { connectedTo } from '../../../../test/support/schema-facts';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import type { Tx } from '../../../platform/database/unit-of-work';
import { LedgerCheckRepository, type LedgerSentence } from '../db/ledger-check.repository';
import { LedgerCheckJob } from '../jobs/ledger-check.job';
import {
  bookMoney,
  confirmLines,
  deskLines,
  importEntries,
  type SeededOrder,
  seedOrder,
  seedSeller,
} from '../testing/payment-world';
import { CheckLedger } from './check-ledger';

let app: TestApp;
let finance: TestPerson;
let order: SeededOrder;

beforeAll(async () => {
  app = await aTestApp();
  await seedSeller(app);
  finance = await app.aStaff('finance');
  const { companyId } = await app.aTrader();
  order = await seedOrder(app, { companyId, total: 300_000 });
  await importEntries(app, { as: finance, entries: [{ amount: '3000.00', text: order.reference }] });
  await confirmLines(app, finance, await deskLines(app, finance));
  const other = await seedOrder(app, { companyId, total: 100_000 });
  await bookMoney(app, { companyId, orderId: other.orderId, received: 120_000 });
});
afterAll(() => app.close());

class PutBack extends Error {}
/** What is found while a fault stands in the database; it is gone afterwards. */
async function foundWith(fault: (tx: Tx) => Promise<unknown>): Promise<LedgerSentence[]> {
  let found: LedgerSentence[] = [];
  const planted = app.system(async (tx) => {
    await fault(tx);
    found = (await app.get(LedgerCheckRepository).findings(tx)).map(({ sentence }) => sentence);
    throw new PutBack();
  });
  await expect(planted).rejects.toBeInstanceOf(PutBack);
  return found;
}
/** One more posting beside those of an entry. */
const posting = (account: string, minor: number) => (tx: Tx) =>
  tx.query(
    `insert into ledger_postings (company_id, entry_id, position, account, amount_minor, currency)
     select company_id, id, 9, $1, $2, 'SAR' from ledger_entries order by id limit 1`,
    [account, minor],
  );
const statement = (sql: string) => (tx: Tx) => tx.query(sql);

describe('the check of the ledger', () => {
  it('finds nothing in a world where money came and went as it should', async () => {
    expect(await app.system((tx) => app.get(CheckLedger).run(tx))).toEqual([]);
  });

  it.each<[LedgerSentence, (tx: Tx) => Promise<unknown>]>([
    ['entry_sums_to_zero', posting('rounding', 1)],
    ['line_matched_is_booked', posting('bank_clearing', 1)],
    ['line_matched_is_confirmed', statement('update statement_lines set matched_minor = matched_minor - 1')],
    ['match_undone_by_undo', statement(`update matches set state = 'undone' where state = 'confirmed'`)],
    ['order_knows_ledger', statement('update orders set received_minor = received_minor + 1')],
    ['credit_not_below_zero', posting('company_credit', 1_000_000)],
    ['refunds_within_received', posting('order', 400_000)],
    [
      'no_excess_while_short',
      statement('update orders set goods_minor = goods_minor + 1, total_minor = total_minor + 1'),
    ],
    [
      'money_has_living_order',
      statement(
        `with told as (update outbox_event set done_at = occurred_at) update orders set state = 'cancelled'`,
      ),
    ],
    [
      'order_account_names_order',
      async (tx) => {
        await tx.query(
          `insert into ledger_entries (company_id, id, kind, booked_at)
           select company_id, gen_random_uuid(), 'fee', booked_at from ledger_entries limit 1`,
        );
        await tx.query(
          `insert into ledger_postings (company_id, entry_id, position, account, amount_minor, currency)
           select company_id, id, 0, 'order', 1, 'SAR' from ledger_entries where kind = 'fee'`,
        );
      },
    ],
  ])('%s: a planted fault is found', async (sentence, fault) => {
    expect(await foundWith(fault)).toContain(sentence);
  });

  it('by the nightly job is kept, told in the trail, and counted on Today', async () => {
    await app.system((tx) =>
      tx.query('update orders set received_minor = received_minor + 1 where id = $1', [order.orderId]),
    );
    await app.get(LedgerCheckJob).run();
    const rows = await app.system((tx) =>
      tx.query(`select after from audit_event where event = 'payments.ledger_broken'`),
    );
    expect(rows).toEqual([{ after: { sentence: 'order_knows_ledger', ids: [order.orderId] } }]);
    const card = async () => {
      const { body } = await app.call(staffToday, { as: finance });
      return body.cards.find(({ kind }) => kind === 'ledger_broken')?.count;
    };
    expect(await card()).toBe(1);
    await app.system((tx) =>
      tx.query('update orders set received_minor = received_minor - 1 where id = $1', [order.orderId]),
    );
    await app.get(LedgerCheckJob).run();
    expect(await card()).toBe(0);
  });
});

describe('the ledger', () => {
  it.each([
    'update ledger_entries set booked_at = booked_at',
    'delete from ledger_entries',
    'update ledger_postings set amount_minor = 1',
    'delete from ledger_postings',
    'truncate ledger_postings',
  ])('is changed by nobody, not by its owner either: %s', async (sql) => {
    await expect(app.system((tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
    const asOwner = connectedTo(app.database.adminUrl, (client) => client.query(sql));
    await expect(asOwner).rejects.toThrow(/append-only/);
  });

  it('commits no entry that does not sum to zero', async () => {
    await expect(app.system(posting('rounding', 1))).rejects.toThrow(/does not sum to zero/);
  });
});
