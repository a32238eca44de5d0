import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dueOrders, ownReceipts, payments } from '@qafila/shared/payments/books.contract';
import { undoMatch } from '@qafila/shared/payments/desk.contract';
import { riyadhDate } from '@qafila/shared/payments/payments.rules';
import { uploadReceipt } from '@qafila/shared/payments/receipts.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { aPicture } from '../../branding/testing/a-file';
import {
  bookMoney,
  confirmLines,
  deskLines,
  importEntries,
  matchOf,
  pays,
  type SeededOrder,
  sar,
  seedOrder,
  seedSeller,
} from '../testing/payment-world';

type Trader = TestPerson & { readonly companyId: string };
const DAY_MS = 86_400_000;
/** Noon in Riyadh, from midnight UTC. */
const NOON_MS = 9 * 3_600_000;

let app: TestApp;
let trader: Trader;
let accountant: Trader;
const orders: SeededOrder[] = [];

beforeAll(async () => {
  app = await aTestApp();
  await seedSeller(app);
  // What is told by the day happens at noon: no midnight of Riyadh falls between two steps.
  await app.clock.advance((NOON_MS - (app.clock.now().getTime() % DAY_MS) + DAY_MS) % DAY_MS);
  trader = await app.aTrader();
  const { companyId } = trader;
  accountant = await app.aTrader({ role: 'accountant', company: { companyId } });
  for (const total of [100_000, 200_000, 300_000]) {
    orders.push(await seedOrder(app, { companyId, total }));
    await app.clock.advance(DAY_MS);
  }
});
afterAll(() => app.close());

const order = (at: number): SeededOrder => {
  const found = orders[at];
  if (!found) throw new Error(`no order ${at}`);
  return found;
};

describe('an accountant', () => {
  it('sees what is due over all orders, the nearest deadline first, page by page', async () => {
    const { companyId } = trader;
    await bookMoney(app, { companyId, orderId: order(1).orderId, received: 50_000 });
    const first = await app.call(dueOrders, { as: accountant, query: { limit: 2 } });
    expect(first.body.rows).toMatchObject([
      { order: { id: order(0).orderId }, due: sar(100_000), reference: order(0).reference, receipts: 0 },
      { order: { id: order(1).orderId }, received: sar(50_000), due: sar(150_000) },
    ]);
    const { next } = first.body;
    const rest = await app.call(dueOrders, { as: accountant, query: { limit: 2, after: next ?? '' } });
    expect(rest.body).toMatchObject({ rows: [{ order: { id: order(2).orderId } }], next: null });
  });

  it('sees payments with what became credit, by kind and by day, and what was taken back', async () => {
    const finance = await app.aStaff('finance');
    const { orderId, reference } = order(0);
    await importEntries(app, { as: finance, entries: [{ amount: '1000.00', text: reference }] });
    const lineOf = async (view: 'open' | 'second' | 'done') =>
      (await deskLines(app, finance, view)).filter(pays(orderId));
    await confirmLines(app, finance, await lineOf('open'));
    const list = async (query: { kind?: 'all' | 'transfer' | 'online'; from?: string; to?: string }) =>
      (await app.call(payments, { as: accountant, query })).body.rows;
    expect(await list({ kind: 'transfer' })).toMatchObject([
      {
        kind: 'transfer',
        method: 'bank_transfer',
        amount: sar(100_000),
        credit: sar(0),
        reference,
        stand: 'booked',
        order: { id: orderId },
      },
    ]);
    expect((await list({})).map(({ kind }) => kind)).toEqual(['transfer', 'online']);
    const today = riyadhDate(app.clock.now());
    expect(await list({ from: today, to: today })).toHaveLength(2);
    expect(await list({ to: '2020-01-01' })).toEqual([]);

    const { id, version } = matchOf((await lineOf('done'))[0]);
    await app.call(undoMatch, { as: finance, params: { id }, body: { version, reason: 'a wrong order' } });
    const second = await app.aStaff('finance');
    await confirmLines(app, finance, await lineOf('open'));
    await confirmLines(app, second, await lineOf('second'));
    expect(await list({ kind: 'transfer' })).toMatchObject([{ stand: 'taken_back' }]);
  });

  it('shows a receipt, and finds it among all of them by whether its money came', async () => {
    const { orderId } = order(2);
    const file = { bytes: await aPicture({ width: 700 }), type: 'image/png' };
    const shown = await app.call(uploadReceipt, {
      as: accountant,
      params: { id: orderId },
      query: { name: 'march.png', amount: 300_000 },
      file,
    });
    expect(shown.status).toBe(200);
    const list = async (stand: 'all' | 'waiting' | 'arrived') =>
      (await app.call(ownReceipts, { as: accountant, query: { stand } })).body.rows;
    expect(await list('waiting')).toMatchObject([
      { name: 'march.png', amount: sar(300_000), order: { id: orderId }, stand: 'waiting' },
    ]);
    await bookMoney(app, { companyId: trader.companyId, orderId, received: 300_000 });
    expect(await list('waiting')).toEqual([]);
    expect(await list('arrived')).toHaveLength(1);
  });

  it('of another company sees none of it, and a brand manager is refused', async () => {
    const other = await app.aTrader({ role: 'accountant' });
    const manager = await app.aTrader({
      role: 'brand_manager',
      company: { companyId: trader.companyId },
    });
    for (const endpoint of [dueOrders, payments, ownReceipts]) {
      expect((await app.call(endpoint, { as: other })).body.rows).toEqual([]);
      expect((await app.call(endpoint, { as: manager })).status).toBe(403);
    }
  });

  it('costs as few statements for many rows as for one', async () => {
    for (const endpoint of [dueOrders, payments, ownReceipts]) {
      const statements = await app.statements(() => app.call(endpoint, { as: accountant }));
      expect(statements.filter((sql) => /ledger_|transfer_receipts/.test(sql))).toHaveLength(1);
    }
  });
});
