import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cancelOrder, listOrders, staffOrders, traderHome } from '@qafila/shared/ordering/ordering.contract';
import type { TestApp } from '../../../../test/support/test-app';
import { aDraft, aShop, book, stockUp, submit, type Trader } from '../testing/a-draft';
import { CountParcel } from './count-parcel';

let app: TestApp;
beforeAll(async () => {
  app = await aShop();
  await stockUp(app, 'ARG-100', { onHand: 100_000 });
});
afterAll(() => app.close());

const ENOUGH = { 'ARG-100': 180 };
async function aSubmitted(trader: Trader) {
  const draft = await aDraft(app, trader, ENOUGH);
  const { body } = await submit(app, trader, draft);
  return { id: draft.id, version: body.version, total: body.totals.total.minor };
}
const home = async (trader: Trader) => (await app.call(traderHome, { as: trader })).body;
const kindsOf = (body: { next: readonly { kind: string }[] }) => body.next.map((each) => each.kind);

describe('the orders of a company', () => {
  it('come in pages, the last changed first, each once', async () => {
    const trader = await app.aTrader();
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      made.unshift((await aDraft(app, trader)).id);
      await app.clock.advance(1000);
    }
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const query = { limit: 2, ...(after ? { after } : {}) };
      const { body } = await app.call(listOrders, { as: trader, query });
      seen.push(...body.rows.map((row) => row.id));
      if (body.next === null) break;
      after = body.next;
    }
    expect(seen).toEqual(made);
  });

  it('are told apart by view, with payment, pieces and total on the row', async () => {
    const trader = await app.aTrader();
    const draft = await aDraft(app, trader, { 'ARG-100': 12 });
    const open = await aSubmitted(trader);
    const gone = await aDraft(app, trader);
    await app.call(cancelOrder, { as: trader, params: { id: gone.id }, version: gone.version });
    const idsOf = async (view: 'all' | 'draft' | 'open' | 'done') =>
      (await app.call(listOrders, { as: trader, query: { view } })).body.rows.map((row) => row.id).sort();
    expect(await idsOf('draft')).toEqual([draft.id]);
    expect(await idsOf('open')).toEqual([open.id]);
    expect(await idsOf('done')).toEqual([gone.id]);
    expect(await idsOf('all')).toEqual([draft.id, open.id, gone.id].sort());
    const { body } = await app.call(listOrders, { as: trader, query: { view: 'open' } });
    expect(body.rows[0]).toMatchObject({
      payment: 'awaiting',
      lines: 1,
      units: 180,
      parcels: 1,
      total: { minor: open.total, currency: 'SAR' },
    });
  });

  it('cost three statements at most, and are nobody else’s', async () => {
    const trader = await app.aTrader();
    await aDraft(app, trader, ENOUGH);
    const other = await app.aTrader();
    const statements = await app.statements(async () => {
      expect((await app.call(listOrders, { as: other })).body.rows).toEqual([]);
    });
    expect(statements.length).toBeLessThanOrEqual(3);
  });
});

describe('the home of a trader', () => {
  it('begins with the first order', async () => {
    const trader = await app.aTrader();
    const body = await home(trader);
    expect(body).toMatchObject({ minimum: { kind: 'first', required: { minor: 500_000 } }, recent: [] });
    expect(body.next).toEqual([
      {
        kind: 'first_order',
        orderId: null,
        name: null,
        code: null,
        amount: { minor: 500_000, currency: 'SAR' },
        due: null,
        count: null,
      },
    ]);
  });

  it('puts what must be paid first, then the draft, and counts', async () => {
    const trader = await app.aTrader();
    await aDraft(app, trader, { 'ARG-100': 12 });
    const order = await aSubmitted(trader);
    await book(app, trader, { orderId: order.id, receivedMinor: 100 });
    const body = await home(trader);
    expect(kindsOf(body)).toEqual(['pay', 'finish_draft']);
    expect(body.next[0]).toMatchObject({ orderId: order.id, amount: { minor: order.total - 100 } });
    expect(body.next[0]?.due).toMatch(/T20:59:59/);
    expect(body.counts).toEqual({ drafts: 1, awaitingPayment: 1, inWarehouse: 0, onTheWay: 0 });
    expect(body.recent).toHaveLength(2);
  });

  it('follows the parcels, and offers to order again at the later minimum', async () => {
    const trader = await app.aTrader();
    const order = await aSubmitted(trader);
    await book(app, trader, { orderId: order.id, receivedMinor: order.total });
    expect((await home(trader)).counts).toMatchObject({ inWarehouse: 1, onTheWay: 0 });
    await app.system((tx) => app.get(CountParcel).run(tx, order.id));
    const body = await home(trader);
    expect(body.minimum).toMatchObject({ kind: 'later', required: { minor: 200_000 } });
    expect(kindsOf(body)).toEqual(['parcels_on_way', 'order_again']);
    expect(body.next[0]).toMatchObject({ count: 1, orderId: order.id });
    expect(body.counts).toMatchObject({ inWarehouse: 0, onTheWay: 1 });
  });

  it('shows each role the steps it can take', async () => {
    const trader = await app.aTrader();
    await aDraft(app, trader, { 'ARG-100': 12 });
    await aSubmitted(trader);
    const accountant = await app.aTrader({ company: trader, role: 'accountant' });
    const seen = await home(accountant);
    expect(kindsOf(seen)).toEqual(['pay']);
    expect(seen.recent).toEqual([]);
    const brandManager = await app.aTrader({ company: trader, role: 'brand_manager' });
    expect(kindsOf(await home(brandManager))).toEqual([]);
  });
});

describe('the orders of all companies', () => {
  it('are shown to staff, submitted ones only, with the deadline while they wait', async () => {
    const [one, two] = [await app.aTrader({ nameLatin: 'One Co' }), await app.aTrader()];
    const first = await aSubmitted(one);
    const second = await aSubmitted(two);
    await book(app, two, { orderId: second.id, receivedMinor: second.total });
    const hidden = await aDraft(app, one, ENOUGH);
    const manager = await app.aStaff('account_manager');
    const { body } = await app.call(staffOrders, { as: manager, query: { limit: 100 } });
    const ids = body.rows.map((row) => row.id);
    expect(ids).not.toContain(hidden.id);
    expect(body.rows.find((row) => row.id === first.id)).toMatchObject({
      company: 'One Co',
      state: 'submitted',
      payment: 'awaiting',
      deadline: expect.any(String),
    });
    expect(body.rows.find((row) => row.id === second.id)).toMatchObject({
      state: 'confirmed',
      payment: 'paid',
      deadline: null,
    });
    const confirmed = await app.call(staffOrders, { as: manager, query: { view: 'confirmed' } });
    expect(new Set(confirmed.body.rows.map((row) => row.state))).toEqual(new Set(['confirmed']));
    const ofOne = await app.call(staffOrders, { as: manager, query: { company: one.companyId } });
    expect(ofOne.body.rows.map((row) => row.id)).toEqual([first.id]);
  });

  it('cost three statements at most and are closed to others', async () => {
    const admin = await app.aStaff('admin');
    const statements = await app.statements(() => app.call(staffOrders, { as: admin }));
    expect(statements.length).toBeLessThanOrEqual(3);
    expect((await app.call(staffOrders, { as: await app.aStaff('warehouse') })).status).toBe(403);
    expect((await app.call(staffOrders, { as: await app.aTrader() })).status).toBe(403);
  });
});
