import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decimalOf } from '@qafila/shared/kernel/decimal';
import { cancelOrder, getOrder } from '@qafila/shared/ordering/ordering.contract';
import { orderPayment } from '@qafila/shared/payments/attempts.contract';
import { companyCredit, useCredit } from '@qafila/shared/payments/credit.contract';
import { undoMatch } from '@qafila/shared/payments/desk.contract';
import type { TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { demoVariantId } from '../../../demo/load-catalogue';
import { Catalogue } from '../../catalogue/catalogue.api';
import { aDraft, aShop, stockUp, submit, type Trader } from '../../ordering/testing/a-draft';
import {
  bookMoney,
  confirmLines,
  deskLines,
  importEntries,
  ledgerOf,
  matchOf,
  pays,
  sar,
  seedSeller,
} from '../testing/payment-world';

const DAY_MS = 86_400_000;

let app: TestApp;
let trader: Trader;

beforeAll(async () => {
  app = await aShop();
  await seedSeller(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  trader = await app.aTrader();
});

/** A placed order with its total in halalas. */
async function anOrder() {
  await stockUp(app, 'ARG-100', { onHand: 5000 });
  const draft = await aDraft(app, trader, { 'ARG-100': 180 });
  const { body } = await submit(app, trader, draft);
  return { id: draft.id, total: body.totals.total.minor };
}
/** Gives the company credit: an order of its own that was paid `halalas` too much. */
async function withCredit(halalas: number) {
  const order = await anOrder();
  await bookMoney(app, {
    companyId: trader.companyId,
    orderId: order.id,
    received: order.total + halalas,
  });
  await app.drain();
  return order;
}
const use = (id: string, halalas: number, as: TestPerson = trader) =>
  app.call(useCredit, { as, params: { id }, body: { amount: sar(halalas) } });
const creditNow = async () => {
  const { body } = await app.call(companyCredit, { as: trader });
  return body.amounts.map(({ minor }) => minor);
};
const show = async (id: string) => (await app.call(getOrder, { as: trader, params: { id } })).body;
const cancelAction = async (id: string) => (await show(id)).actions.find(({ step }) => step === 'cancel');

describe('credit of a company', () => {
  it('pays a part of the next order, which waits for the rest', async () => {
    await withCredit(30_000);
    const next = await anOrder();
    const { body } = await app.call(orderPayment, { as: trader, params: { id: next.id } });
    expect(body).toMatchObject({ credit: sar(30_000), due: sar(next.total) });
    const used = await use(next.id, 30_000);
    expect(used.body).toMatchObject({ credit: sar(0), received: sar(30_000), due: sar(next.total - 30_000) });
    await app.drain();
    expect(await show(next.id)).toMatchObject({ state: 'submitted', payment: 'partially_paid' });
    expect(await ledgerOf(app, next.id)).toEqual({ order: -30_000, company_credit: 30_000 });
    expect(await creditNow()).toEqual([]);
  });

  it('confirms the order it covers, and the rest of it stays', async () => {
    const next = await anOrder();
    await withCredit(next.total + 5000);
    await use(next.id, next.total);
    await app.drain();
    expect(await show(next.id)).toMatchObject({ state: 'confirmed', payment: 'paid' });
    expect(await creditNow()).toEqual([5000]);
    expect((await use(next.id, 5000)).body.code).toBe('WRONG_STATE');
  });

  it('pays an order that was stopped after a piece of it left, which goes on', async () => {
    const { companyId } = trader;
    const { id: orderId, total } = await anOrder();
    await bookMoney(app, { companyId, orderId, received: total });
    await app.drain();
    const left = [{ variantId: demoVariantId('ARG-100'), quantity: 12 }];
    await app.system((tx) => app.get(Catalogue).ship(tx, { companyId, orderId }, left));
    await bookMoney(app, { companyId, orderId, received: -total });
    await app.drain();
    expect(await show(orderId)).toMatchObject({ payment: 'awaiting', stoppedAt: expect.any(String) });
    await withCredit(total);
    expect((await use(orderId, total)).status).toBe(200);
    await app.drain();
    expect(await show(orderId)).toMatchObject({ state: 'confirmed', payment: 'paid', stoppedAt: null });
  });

  it('is used as shown or not at all', async () => {
    const next = await anOrder();
    expect((await use(next.id, 100)).body.code).toBe('NO_CREDIT');
    await withCredit(30_000);
    expect((await use(next.id, 29_999)).body.code).toBe('CREDIT_CHANGED');
    await bookMoney(app, { companyId: trader.companyId, orderId: next.id, received: next.total });
    expect((await use(next.id, 30_000)).body.code).toBe('NOTHING_DUE');
    expect(await creditNow()).toEqual([30_000]);
  });

  it('is never drawn twice: ten presses at once on two orders use it once', async () => {
    await withCredit(30_000);
    const orders = [await anOrder(), await anOrder()];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => use(orders[at % 2]?.id ?? '', 30_000)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await creditNow()).toEqual([]);
  });

  it('that was used is not taken by undoing the payment it came from', async () => {
    const finance = await app.aStaff('finance');
    const paid = await anOrder();
    const { reference } = await instructionOf(paid.id);
    const amount = decimalOf(sar(paid.total + 30_000));
    await importEntries(app, { as: finance, entries: [{ amount, text: reference }] });
    const lineOf = async (view: 'open' | 'second' | 'done') =>
      (await deskLines(app, finance, view)).filter(pays(paid.id));
    const second = await app.aStaff('finance');
    await confirmLines(app, finance, await lineOf('open'));
    await confirmLines(app, second, await lineOf('second'));
    const next = await anOrder();
    await use(next.id, 30_000);
    const { id, version } = matchOf((await lineOf('done'))[0]);
    await app.call(undoMatch, { as: finance, params: { id }, body: { version, reason: 'a wrong order' } });
    await confirmLines(app, finance, await lineOf('open'));
    const refused = await confirmLines(app, second, await lineOf('second'));
    expect(refused.body).toMatchObject({ code: 'MONEY_MOVED_ON' });
  });
});

describe('an order with credit on it', () => {
  it('can be cancelled, and the credit is there again', async () => {
    await withCredit(30_000);
    const next = await anOrder();
    await use(next.id, 30_000);
    await app.drain();
    expect(await cancelAction(next.id)).toMatchObject({ allowed: true });
    const { version } = await show(next.id);
    await app.call(cancelOrder, { as: trader, params: { id: next.id }, version });
    await app.drain();
    expect(await show(next.id)).toMatchObject({ state: 'cancelled', payment: 'unpaid' });
    expect(await creditNow()).toEqual([30_000]);
  });

  it('expires as one without money does, and stays expired with its credit given back', async () => {
    await withCredit(30_000);
    const next = await anOrder();
    await use(next.id, 30_000);
    await app.clock.advance(30 * DAY_MS);
    // The sweep ends the hold, then its order hears of the credit.
    await app.drain();
    await app.drain();
    expect(await show(next.id)).toMatchObject({ state: 'expired', payment: 'unpaid' });
    expect(await creditNow()).toEqual([30_000]);
  });

  it('and money from outside neither expires nor is cancelled', async () => {
    await withCredit(30_000);
    const next = await anOrder();
    await use(next.id, 30_000);
    await bookMoney(app, { companyId: trader.companyId, orderId: next.id, received: 100 });
    // What was booked stands against it before ordering heard of it.
    const { version } = await show(next.id);
    const refused = await app.call(cancelOrder, { as: trader, params: { id: next.id }, version });
    expect(refused.body.code).toBe('ORDER_HAS_MONEY');
    await app.clock.advance(30 * DAY_MS);
    await app.drain();
    expect(await show(next.id)).toMatchObject({ state: 'submitted', payment: 'partially_paid' });
    expect(await cancelAction(next.id)).toMatchObject({ allowed: false });
  });

  it('can be refused to whoever may not pay, and is nothing to another company', async () => {
    await withCredit(30_000);
    const next = await anOrder();
    const approver = await app.aTrader({ role: 'approver', company: { companyId: trader.companyId } });
    expect((await use(next.id, 30_000, approver)).body.code).toBe('NOT_ALLOWED');
    const other = await app.aTrader();
    expect((await use(next.id, 30_000, other)).body.code).toBe('NOT_FOUND');
    expect((await app.call(companyCredit, { as: other })).body.amounts).toEqual([]);
  });
});

async function instructionOf(orderId: string): Promise<{ reference: string }> {
  const [row] = await app.system((tx) =>
    tx.query<{ reference: string }>('select reference from transfer_instructions where order_id = $1', [
      orderId,
    ]),
  );
  return { reference: row?.reference ?? '' };
}
