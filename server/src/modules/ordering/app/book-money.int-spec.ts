import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  cancelOrder,
  createDraft,
  getOrder,
  staffOrders,
  traderHome,
} from '@qafila/shared/ordering/ordering.contract';
import { companyCredit } from '@qafila/shared/payments/credit.contract';
import { deadlineAfter, HOLD_BUSINESS_DAYS } from '@qafila/shared/payments/payments.rules';
import type { TestApp } from '../../../../test/support/test-app';
import { demoVariantId } from '../../../demo/load-catalogue';
import { Catalogue } from '../../catalogue/catalogue.api';
import { Orders } from '../ordering.api';
import { aDraft, aShop, available, book, stockUp, submit, type Trader } from '../testing/a-draft';

const DAY_MS = 86_400_000;

let app: TestApp;
beforeAll(async () => {
  app = await aShop();
});
afterAll(() => app.close());

/** A submitted order of 180 pieces with its total in halalas. */
async function aSubmitted(trader: Trader, sku = 'ARG-100') {
  await stockUp(app, sku, { onHand: 1000 });
  const draft = await aDraft(app, trader, { [sku]: 180 });
  const { body } = await submit(app, trader, draft);
  return { id: draft.id, version: body.version, total: body.totals.total.minor };
}
const show = async (trader: Trader, id: string) =>
  (await app.call(getOrder, { as: trader, params: { id } })).body;
/** That the others were told of it being held, stopped, or going on. */
const told = async (orderId: string): Promise<string[]> => {
  const rows = await app.system((tx) =>
    tx.query<{ type: string }>(
      `select type from outbox_event where type in ('ordering.order_held', 'ordering.order_stopped_or_on')
         and payload ->> 'orderId' = $1 order by id`,
      [orderId],
    ),
  );
  return rows.map(({ type }) => type);
};
const reservation = async (orderId: string): Promise<string | undefined> => {
  const [row] = await app.system((tx) =>
    tx.query<{ state: string }>('select state from stock_reservations where order_id = $1', [orderId]),
  );
  return row?.state;
};

describe('money for an order', () => {
  it('confirms it when the total is covered, in parts or at once', async () => {
    const trader = await app.aTrader();
    const order = await aSubmitted(trader);
    await book(app, trader, { orderId: order.id, receivedMinor: order.total - 1 });
    expect(await show(trader, order.id)).toMatchObject({ state: 'submitted', payment: 'partially_paid' });
    await book(app, trader, { orderId: order.id, receivedMinor: 1 });
    const paid = await show(trader, order.id);
    expect(paid).toMatchObject({ state: 'confirmed', payment: 'paid' });
    expect(paid.confirmedAt).not.toBeNull();
    // The system confirmed it: no person is named.
    expect(paid.timeline.map((step) => [step.step, step.by === null])).toEqual([
      ['create', false],
      ['submit', false],
      ['confirm', true],
    ]);
    expect(await reservation(order.id)).toBe('confirmed');
  });

  it('above the total is shown as overpaid', async () => {
    const trader = await app.aTrader();
    const order = await aSubmitted(trader);
    await book(app, trader, { orderId: order.id, receivedMinor: order.total + 100 });
    expect(await show(trader, order.id)).toMatchObject({ state: 'confirmed', payment: 'overpaid' });
  });

  it('makes the next order a later one, until it is fully refunded', async () => {
    const trader = await app.aTrader();
    const order = await aSubmitted(trader);
    await stockUp(app, 'ARG-030', { per10k: 1_666_667, onHand: 1000 });
    const minimumNow = async () => {
      const { body } = await app.call(createDraft, { as: trader, body: { name: 'Next' } });
      return body.minimum.required.minor;
    };
    const twoThousand = async () => submit(app, trader, await aDraft(app, trader, { 'ARG-030': 12 }));
    expect(await minimumNow()).toBe(500_000);
    expect((await twoThousand()).body.code).toBe('ORDER_BELOW_MINIMUM');
    await book(app, trader, { orderId: order.id, receivedMinor: order.total });
    expect(await minimumNow()).toBe(200_000);
    expect((await twoThousand()).body).toMatchObject({
      state: 'submitted',
      minimum: { kind: 'later', required: { minor: 200_000 } },
      totals: { goods: { minor: 200_000 } },
    });
    await book(app, trader, { orderId: order.id, refundedMinor: order.total - 1 });
    expect(await minimumNow()).toBe(200_000);
    await book(app, trader, { orderId: order.id, refundedMinor: 1 });
    expect(await minimumNow()).toBe(500_000);
    expect((await twoThousand()).body.code).toBe('ORDER_BELOW_MINIMUM');
    expect((await show(trader, order.id)).payment).toBe('refunded');
  });
});

const cancel = (trader: Trader, order: { id: string; version: number }) =>
  app.call(cancelOrder, { as: trader, params: { id: order.id }, version: order.version });

describe('a refund', () => {
  const refund = (trader: Trader, orderId: string, refundedMinor: number) =>
    book(app, trader, { orderId, refundedMinor });

  it('of a part is a lower price; of all of it lets the order wait again, and be cancelled', async () => {
    const trader = await app.aTrader();
    const order = await aSubmitted(trader);
    await book(app, trader, { orderId: order.id, receivedMinor: order.total });
    await refund(trader, order.id, order.total - 1);
    expect(await show(trader, order.id)).toMatchObject({
      state: 'confirmed',
      payment: 'partially_refunded',
    });
    await refund(trader, order.id, 1);
    const held = await show(trader, order.id);
    expect(held).toMatchObject({ state: 'submitted', payment: 'refunded' });
    expect(held.timeline.at(-1)?.step).toBe('hold_again');
    expect(await reservation(order.id)).toBe('held');
    expect(await told(order.id)).toEqual(['ordering.order_held']);
    const free = await available(app, 'ARG-100');
    expect((await cancel(trader, held)).body).toMatchObject({ state: 'cancelled' });
    expect(await available(app, 'ARG-100')).toBe(free + 180);
  });

  it('of all of it stops the order once a piece left, whatever ordering heard of it, until it is paid again', async () => {
    const trader = await app.aTrader();
    const order = await aSubmitted(trader);
    const manager = await app.aStaff('account_manager');
    await book(app, trader, { orderId: order.id, receivedMinor: order.total });
    const { confirmedAt } = await show(trader, order.id);
    await app.clock.advance(DAY_MS);
    const left = [{ variantId: demoVariantId('ARG-100'), quantity: 12 }];
    const hold = { companyId: trader.companyId, orderId: order.id };
    await app.system((tx) => app.get(Catalogue).ship(tx, hold, left));
    await refund(trader, order.id, order.total);
    const stopped = await show(trader, order.id);
    expect(stopped).toMatchObject({ state: 'confirmed', confirmedAt, stoppedAt: expect.any(String) });
    expect(stopped.timeline.at(-1)?.step).toBe('stop');
    expect(await reservation(order.id)).toBe('confirmed');
    const home = await app.call(traderHome, { as: trader });
    expect(home.body).toMatchObject({ counts: { awaitingPayment: 1, inWarehouse: 0 } });
    expect(home.body.next).toContainEqual(
      expect.objectContaining({ kind: 'pay', orderId: order.id, amount: stopped.totals.total, due: null }),
    );
    const unpaid = await app.call(staffOrders, { as: manager, query: { view: 'submitted', limit: 100 } });
    const listed = unpaid.body.rows.find(({ id }) => id === order.id);
    const deadline = deadlineAfter(app.clock.now(), HOLD_BUSINESS_DAYS.value).toISOString();
    expect(listed).toMatchObject({ state: 'confirmed', payment: 'refunded', deadline });
    const open = await app.system((tx) => app.get(Orders).openOrders(tx, 1000));
    expect(open.find(({ orderId }) => orderId === order.id)).toMatchObject({ due: { minor: order.total } });
    await book(app, trader, { orderId: order.id, receivedMinor: order.total - 1 });
    expect(await told(order.id)).toEqual(['ordering.order_stopped_or_on']);
    await book(app, trader, { orderId: order.id, receivedMinor: 1 });
    const on = await show(trader, order.id);
    expect(on).toMatchObject({ state: 'confirmed', confirmedAt, stoppedAt: null });
    expect(on.timeline.at(-1)?.step).toBe('go_on');
    expect(await told(order.id)).toEqual(Array(2).fill('ordering.order_stopped_or_on'));
    expect((await app.call(traderHome, { as: trader })).body.counts).toMatchObject({ awaitingPayment: 0 });
  });

  it('of all of it asks for nothing again once everything left; money that was taken back is asked for', async () => {
    const trader = await app.aTrader();
    const sent = async () => {
      const order = await aSubmitted(trader);
      await book(app, trader, { orderId: order.id, receivedMinor: order.total });
      const left = [{ variantId: demoVariantId('ARG-100'), quantity: 180 }];
      const hold = { companyId: trader.companyId, orderId: order.id };
      await app.system((tx) => app.get(Catalogue).ship(tx, hold, left));
      return order;
    };
    const [given, taken] = [await sent(), await sent()];
    await refund(trader, given.id, given.total);
    expect(await show(trader, given.id)).toMatchObject({ payment: 'refunded', stoppedAt: null });
    await book(app, trader, { orderId: taken.id, receivedMinor: -taken.total });
    expect(await show(trader, taken.id)).toMatchObject({
      payment: 'awaiting',
      stoppedAt: expect.any(String),
    });
    expect((await app.call(traderHome, { as: trader })).body.counts).toMatchObject({ awaitingPayment: 1 });
  });

  it('of all that an order took lets it wait also where it was paid twice, and it ends with its hold', async () => {
    const trader = await app.aTrader();
    const order = await aSubmitted(trader);
    await book(app, trader, { orderId: order.id, receivedMinor: 2 * order.total });
    await refund(trader, order.id, order.total);
    expect(await show(trader, order.id)).toMatchObject({ state: 'submitted' });
    await app.clock.advance(30 * DAY_MS);
    await app.drain();
    expect(await show(trader, order.id)).toMatchObject({ state: 'expired' });
  });
});

describe('cancelling', () => {
  it('gives the stock back and ends the transfer instruction', async () => {
    const trader = await app.aTrader();
    const order = await aSubmitted(trader);
    const held = await available(app, 'ARG-100');
    const { body } = await cancel(trader, order);
    expect(body).toMatchObject({ state: 'cancelled', payment: 'unpaid' });
    expect(await available(app, 'ARG-100')).toBe(held + 180);
    const [instruction] = await app.system((tx) =>
      tx.query('select state from transfer_instructions where order_id = $1', [order.id]),
    );
    expect(instruction).toEqual({ state: 'expired' });
  });

  it('is refused once money came, for a stale version, twice, and for others', async () => {
    const trader = await app.aTrader();
    const order = await aSubmitted(trader);
    expect((await cancel(trader, { ...order, version: 1 })).body.code).toBe('STALE_RECORD');
    const other = await app.aTrader();
    expect((await cancel(other, order)).body.code).toBe('NOT_FOUND');
    await book(app, trader, { orderId: order.id, receivedMinor: 100 });
    const { version } = await show(trader, order.id);
    expect((await cancel(trader, { id: order.id, version })).body.code).toBe('ORDER_HAS_MONEY');
    const draft = await aDraft(app, trader, { 'ARG-100': 12 });
    const done = await cancel(trader, draft);
    expect((await cancel(trader, { id: draft.id, version: done.body.version })).body.code).toBe(
      'WRONG_STATE',
    );
  });
});

describe('a hold that ends', () => {
  it('expires the order and gives the stock back, not before the deadline', async () => {
    const trader = await app.aTrader();
    const order = await aSubmitted(trader, 'ARG-500');
    await app.clock.advance(2 * DAY_MS);
    await app.drain();
    expect((await show(trader, order.id)).state).toBe('submitted');
    const held = await available(app, 'ARG-500');
    await app.clock.advance(30 * DAY_MS);
    await app.drain();
    expect(await show(trader, order.id)).toMatchObject({ state: 'expired', payment: 'unpaid' });
    expect(await available(app, 'ARG-500')).toBe(held + 180);
  });

  it('does not expire an order that received a part', async () => {
    const trader = await app.aTrader();
    const order = await aSubmitted(trader);
    await book(app, trader, { orderId: order.id, receivedMinor: 100 });
    await app.clock.advance(30 * DAY_MS);
    await app.drain();
    expect(await show(trader, order.id)).toMatchObject({ state: 'submitted', payment: 'partially_paid' });
  });
});

describe('money that comes too late', () => {
  async function anExpired(trader: Trader, sku: string) {
    const order = await aSubmitted(trader, sku);
    await app.clock.advance(30 * DAY_MS);
    await app.drain();
    return order;
  }

  it('opens the order again when stock and price hold', async () => {
    const trader = await app.aTrader();
    const order = await anExpired(trader, 'AGC-100');
    const free = await available(app, 'AGC-100');
    await book(app, trader, { orderId: order.id, receivedMinor: order.total });
    const shown = await show(trader, order.id);
    expect(shown.state).toBe('confirmed');
    expect(shown.timeline.map((step) => step.step)).toEqual([
      'create',
      'submit',
      'expire',
      'reopen',
      'confirm',
    ]);
    expect(await available(app, 'AGC-100')).toBe(free - 180);
    expect(await reservation(order.id)).toBe('confirmed');
  });

  const creditOf = async (trader: Trader) =>
    (await app.call(companyCredit, { as: trader })).body.amounts.map(({ minor }) => minor);

  it('is the company’s credit, and the order is over, when the goods are gone', async () => {
    const trader = await app.aTrader();
    const order = await anExpired(trader, 'AGC-250');
    await stockUp(app, 'AGC-250', { onHand: 179 });
    await book(app, trader, { orderId: order.id, receivedMinor: order.total });
    const shown = await show(trader, order.id);
    expect(shown).toMatchObject({ state: 'cancelled' });
    expect(shown.timeline.at(-1)?.step).toBe('close');
    expect(await available(app, 'AGC-250')).toBe(179);
    expect(await creditOf(trader)).toEqual([order.total]);
  });

  it('is credit when a price moved', async () => {
    const trader = await app.aTrader();
    const order = await anExpired(trader, 'ARG-030');
    await stockUp(app, 'ARG-030', { per10k: 190_000, onHand: 1000 });
    await book(app, trader, { orderId: order.id, receivedMinor: order.total });
    expect(await show(trader, order.id)).toMatchObject({ state: 'cancelled' });
    expect(await creditOf(trader)).toEqual([order.total]);
  });

  it('is credit when it is not all of it', async () => {
    const trader = await app.aTrader();
    const order = await anExpired(trader, 'ARG-100');
    await book(app, trader, { orderId: order.id, receivedMinor: order.total - 1500 });
    expect(await show(trader, order.id)).toMatchObject({ state: 'cancelled' });
    expect(await creditOf(trader)).toEqual([order.total - 1500]);
  });
});

describe('the door', () => {
  it('gives order facts by id, and the orders that wait for money', async () => {
    const trader = await app.aTrader();
    const order = await aSubmitted(trader);
    await book(app, trader, { orderId: order.id, receivedMinor: 100 });
    const [facts] = await app.system((tx) => app.get(Orders).factsOf(tx, [order.id]));
    expect(facts).toMatchObject({
      orderId: order.id,
      companyId: trader.companyId,
      state: 'submitted',
      total: { minor: order.total },
      received: { minor: 100 },
      due: { minor: order.total - 100 },
    });
    const open = await app.system((tx) => app.get(Orders).openOrders(tx, 1000));
    expect(open.map((each) => each.orderId)).toContain(order.id);
    await book(app, trader, { orderId: order.id, receivedMinor: order.total - 100 });
    const paid = await app.system((tx) => app.get(Orders).openOrders(tx, 1000));
    expect(paid.map((each) => each.orderId)).not.toContain(order.id);
  });

  it('gives shipping the lines and the destination', async () => {
    const trader = await app.aTrader();
    const order = await aSubmitted(trader);
    const whole = await app.system((tx) => app.get(Orders).forShipping(tx, trader.companyId, order.id));
    expect(whole).toMatchObject({
      shipTo: 'warehouse',
      locale: 'en',
      recipients: [],
      lines: [{ quantity: 180, pack: 'neutral', specId: null }],
      destination: { label: 'Warehouse', country: 'SA', lines: ['7 Market Street', 'Old Town'] },
    });
  });
});
