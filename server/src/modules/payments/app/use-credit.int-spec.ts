import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decimalOf } from '@qafila/shared/kernel/decimal';
import { cancelOrder, getOrder } from '@qafila/shared/ordering/ordering.contract';
import { account } from '@qafila/shared/payments/account.contract';
import { orderPayment } from '@qafila/shared/payments/attempts.contract';
import { companyCredit, useCredit } from '@qafila/shared/payments/credit.contract';
import { undoMatch } from '@qafila/shared/payments/desk.contract';
import { orderRefunds, reviewRefunds } from '@qafila/shared/payments/refunds.contract';
import { outcome } from '../../../../test/support/outcome';
import type { TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { demoVariantId } from '../../../demo/load-catalogue';
import { newId } from '../../../platform/ids/new-id';
import { Catalogue } from '../../catalogue/catalogue.api';
import { aDraft, aShop, stockUp, submit, type Trader } from '../../ordering/testing/a-draft';
import { PAYER_IBAN } from '../testing/camt-file';
import {
  bookMoney,
  confirmLines,
  deskLines,
  importEntries,
  ledgerOf,
  matchOf,
  pays,
  sar,
  seedOrder,
  seedSeller,
} from '../testing/payment-world';
import { RefundWorld, seen } from '../testing/refund-world';
import { toldDue } from '../testing/told-due';
import { ApproveRefunds } from './approve-refunds';
import { CheckLedger } from './check-ledger';

const DAY_MS = 86_400_000;

let app: TestApp;
let world: RefundWorld;
let trader: Trader;

beforeAll(async () => {
  app = await aShop();
  await seedSeller(app);
  world = new RefundWorld(app, await app.aStaff('finance'), await app.aStaff('finance'));
});
// What the orders keep of it is what the ledger has, whichever way credit went.
afterEach(async () => expect(await app.system((tx) => app.get(CheckLedger).run(tx))).toEqual([]));
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
const show = async (id: string, as: TestPerson = trader) =>
  (await app.call(getOrder, { as, params: { id } })).body;
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
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

  it('stops an order of which a piece left, where all of it goes back to the company', async () => {
    const { companyId } = trader;
    const { id: orderId, total } = await anOrder();
    await withCredit(total);
    await use(orderId, total);
    await app.drain();
    const left = [{ variantId: demoVariantId('ARG-100'), quantity: 12 }];
    await app.system((tx) => app.get(Catalogue).ship(tx, { companyId, orderId }, left));
    const asked = await world.askToCredit({ companyId, orderId }, total);
    expect((await world.approve([asked.body])).body).toEqual({ approved: 1 });
    await app.drain();
    expect(await show(orderId)).toMatchObject({ state: 'confirmed', stoppedAt: expect.any(String) });
    expect(await creditNow()).toEqual([total]);
    expect((await use(orderId, total)).status).toBe(200);
    await app.drain();
    expect(await show(orderId)).toMatchObject({ state: 'confirmed', stoppedAt: null });
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

describe('what an order was paid with of its company’s credit', () => {
  /** An order paid with this much credit, and by a transfer of the rest where there is one; in halalas. */
  async function paidWithCredit({ credit, total = credit }: { credit: number; total?: number }) {
    const payer = await app.aTrader();
    await world.paidOrder(payer.companyId, { total: 10_000, paid: 10_000 + credit });
    const order = await seedOrder(app, { companyId: payer.companyId, total });
    const params = { id: order.orderId };
    const used = await app.call(useCredit, { as: payer, params, body: { amount: sar(credit) } });
    expect(used.status).toBe(200);
    await app.drain();
    return { ...order, payer };
  }
  const paid = () => world.paidOrder(trader.companyId);
  type Order = Awaited<ReturnType<typeof paidWithCredit>>;
  const creditOf = async ({ payer }: Order) =>
    (await app.call(companyCredit, { as: payer })).body.amounts.map(({ minor }) => minor);
  const toCredit = async (order: Order, minor: number) => {
    const { status, body } = await world.askToCredit(order, minor);
    expect(status).toBe(200);
    return body;
  };
  async function backToCredit(order: Order, minor: number) {
    const refund = await toCredit(order, minor);
    expect((await world.approve([refund])).body).toEqual({ approved: 1 });
    await app.drain();
    return world.now(refund);
  }

  it('becomes that credit again with the second person’s code, makes a paid order cheaper, and is told', async () => {
    const order = await paidWithCredit({ credit: 50_000 });
    const { code } = await show(order.orderId, order.payer);
    const [found] = await world.refundable({ q: code });
    expect(found?.ways).toMatchObject([
      { method: 'credit', id: order.companyId, left: sar(50_000), account: null, paidWith: null },
    ]);
    const asked = await toCredit(order, 20_000);
    expect(await ledgerOf(app, order.orderId)).toEqual({ order: -50_000, company_credit: 50_000 });
    expect(codeOf(await world.approve([asked], world.finance))).toEqual([403, 'REFUND_IS_YOURS']);
    expect((await world.approve([asked])).body).toEqual({ approved: 1 });
    expect(await world.now(asked)).toMatchObject({ state: 'settled', method: 'credit', account: null });
    expect(await creditOf(order)).toEqual([20_000]);
    await app.drain();
    expect(await ledgerOf(app, order.orderId)).toEqual({ order: -30_000, company_credit: 30_000 });
    const told = { due: 0, state: 'confirmed', payment: 'partially_refunded' };
    expect(await toldDue(app, order.payer, order.orderId)).toMatchObject(told);
    const as = order.payer;
    const { rows } = (await app.call(orderRefunds, { as, params: { id: order.orderId } })).body;
    expect(rows).toMatchObject([{ state: 'settled', method: 'credit', amount: sar(20_000), ibanTail: null }]);
    const books = (await app.call(account, { as, query: { from: '2020-01-01' } })).body;
    expect(books.closing).toEqual({ balance: sar(0), credit: sar(20_000) });
    expect(books.rows.at(-1)).toMatchObject({
      kind: 'refund_sent',
      order: { code },
      charged: sar(-20_000),
      paid: sar(-20_000),
      credit: sar(20_000),
    });
    const mails = await app.system((tx) =>
      tx.query<{ template: string }>(
        `select template from mails where template like 'refund%' and company_id = $1`,
        [order.companyId],
      ),
    );
    expect(mails).toEqual([{ template: 'refund_credited' }]);
    expect(codeOf(await world.askToCredit(order, 30_001))).toEqual([409, 'REFUND_TOO_MUCH']);
  });

  it('all of it makes the order wait again, which the same credit pays', async () => {
    const order = await paidWithCredit({ credit: 40_000 });
    await backToCredit(order, 40_000);
    const { payer: as, orderId } = order;
    expect(await toldDue(app, as, orderId)).toMatchObject({ due: 40_000, state: 'submitted' });
    const given = { as, params: { id: orderId }, body: { amount: sar(40_000) } };
    expect((await app.call(useCredit, given)).status).toBe(200);
    await app.drain();
    expect(await toldDue(app, as, orderId)).toMatchObject({ due: 0, state: 'confirmed' });
    expect(codeOf(await world.askToCredit(order, 40_001))).toEqual([409, 'REFUND_TOO_MUCH']);
    expect((await world.askToCredit(order, 40_000)).status).toBe(200);
  });

  it('comes back once: the end of an order gives back what no refund did', async () => {
    const order = await paidWithCredit({ credit: 50_000, total: 90_000 });
    await backToCredit(order, 20_000);
    const late = await toCredit(order, 30_000);
    const { payer: as, orderId } = order;
    const { version } = (await app.call(getOrder, { as, params: { id: orderId } })).body;
    await app.call(cancelOrder, { as, params: { id: orderId }, version });
    await app.drain();
    expect((await app.call(getOrder, { as, params: { id: orderId } })).body.state).toBe('cancelled');
    expect(await creditOf(order)).toEqual([50_000]);
    expect(codeOf(await world.approve([late]))).toEqual([409, 'REFUND_TOO_MUCH']);
    expect(await ledgerOf(app, orderId)).toEqual({ order: 0, company_credit: 0 });
  });

  it('goes nowhere else, and what came from outside does not become credit', async () => {
    const order = await paidWithCredit({ credit: 30_000, total: 100_000 });
    const payment = { amount: '700.00', text: order.reference, payerIban: PAYER_IBAN };
    await importEntries(app, { as: world.finance, entries: [payment] });
    const line = (await deskLines(app, world.finance)).find(pays(order.orderId));
    if (!line) throw new Error('no line pays the order');
    await world.book(line);
    const matchId = line.matches[0]?.id ?? '';
    expect(codeOf(await world.askBack({ ...order, matchId }, 70_001))).toEqual([409, 'REFUND_TOO_MUCH']);
    expect(codeOf(await world.askToCredit(order, 30_001))).toEqual([409, 'REFUND_TOO_MUCH']);
    const foreign = { way: { method: 'credit' as const, id: trader.companyId } };
    expect(codeOf(await world.askToCredit(order, 1, foreign))).toEqual([409, 'REFUND_NOT_THERE']);
    const ofCredit = { source: { kind: 'credit' as const, id: order.companyId } };
    expect(codeOf(await world.askToCredit(order, 1, ofCredit))).toEqual([409, 'REFUND_NOT_THERE']);
    expect(codeOf(await world.askToCredit(await paid(), 1))).toEqual([409, 'REFUND_NOT_THERE']);
    await world.asked({ ...order, matchId }, 70_000);
    await backToCredit(order, 30_000);
    expect(await creditOf(order)).toEqual([30_000]);
    expect(codeOf(await world.askToCredit(order, 1))).toEqual([409, 'REFUND_TOO_MUCH']);
  });

  it('comes back once where two people approve at once, and together with refunds by bank', async () => {
    const order = await paidWithCredit({ credit: 8000 });
    const refunds = [
      await toCredit(order, 3000),
      await toCredit(order, 5000),
      await world.asked(await paid(), 7),
    ];
    const people = [world.second, await app.aStaff('finance')];
    const list = seen(refunds);
    const { body } = await app.call(reviewRefunds, { as: world.second, body: { refunds: list } });
    const given = { hash: body.hash, refunds: list };
    const outcomes = await Promise.all(
      people.map((person) => outcome(app.get(ApproveRefunds).run(app.actorOf(person), given))),
    );
    expect(outcomes.sort()).toEqual(['REVIEW_CHANGED', 'done']);
    expect(await creditOf(order)).toEqual([8000]);
    const states = await Promise.all(refunds.map(async (refund) => (await world.now(refund)).state));
    expect(states).toEqual(['settled', 'settled', 'approved']);
  });

  it('never more of it than was used, says the database, whoever writes', async () => {
    const order = await paidWithCredit({ credit: 9000, total: 20_000 });
    const refund = await toCredit(order, 9000);
    await bookMoney(app, { ...order, received: 11_000 });
    const copy = (method: string) =>
      app.system((tx) =>
        tx.query(
          `insert into refunds (company_id, id, code, source, order_id, method, amount_minor, currency, pay_minor,
             pay_currency, state, reason_enc, asked_by, asked_at, changed_at, version)
           select company_id, $2, $3, ${method}, order_id, method, 1, currency, 1, pay_currency, 'asked', reason_enc,
             asked_by, asked_at, changed_at, 1 from refunds where id = $1`,
          [refund.id, newId(), `X${refund.code}`],
        ),
      );
    await expect(copy('source')).rejects.toThrow(/more than the credit that was used/);
    await expect(copy(`'credit'`)).rejects.toThrow(/ck_refunds_to_credit/);
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
