import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Money, money } from '@qafila/shared/kernel/money';
import { traderHome } from '@qafila/shared/ordering/ordering.contract';
import { staffToday } from '@qafila/shared/oversight/oversight.contract';
import { account } from '@qafila/shared/payments/account.contract';
import { useCredit } from '@qafila/shared/payments/credit.contract';
import { findTargets, type StatementLineView } from '@qafila/shared/payments/desk.contract';
import { orderRefunds, withdrawRefund } from '@qafila/shared/payments/refunds.contract';
import { demoVariantId, loadCatalogue } from '../../../demo/load-catalogue';
import { newId } from '../../../platform/ids/new-id';
import { PAYER_IBAN } from '../testing/camt-file';
import { aGatewayWorld, type GatewayWorld, type Payer } from '../testing/gateway-world';
import { deskLines, importEntries, ledgerOf, matchOf, pays, sar } from '../testing/payment-world';
import { RefundWorld } from '../testing/refund-world';
import { toldDue } from '../testing/told-due';

const TOTAL = 575_001;
let world: GatewayWorld;
let refunds: RefundWorld;
beforeAll(async () => {
  world = await aGatewayWorld();
  const { app } = world;
  const [finance, second] = [await app.aStaff('finance'), await app.aStaff('finance')];
  refunds = new RefundWorld(app, finance, second, world.control('stripe').advance);
}, 120_000);
afterAll(() => world?.close());

interface Paid {
  readonly payer: Payer;
  readonly orderId: string;
  readonly attemptId: string;
}
async function aPaid(method: 'visa' | 'klarna' = 'visa'): Promise<Paid> {
  const payer = await world.app.aTrader({ country: 'NO' });
  const orderId = await world.anOrder(payer);
  const { id, url } = await world.start(payer, orderId, method);
  await world.person.press(url, ...(method === 'visa' ? ['visa'] : ['klarna', 'approve']));
  await world.sweep();
  return { payer, orderId, attemptId: id };
}
const ask = ({ orderId, attemptId }: Paid, amount: Money) =>
  refunds.ask({
    source: { kind: 'order', id: orderId },
    way: { method: 'gateway', id: attemptId },
    amount,
    reason: 'Goods are gone',
  });
async function approved(paid: Paid, amount: Money) {
  const { status, body } = await ask(paid, amount);
  if (status !== 200) throw new Error(`ask answered ${status} ${body.code}`);
  const answer = await refunds.approve([body]);
  if (answer.status !== 200) throw new Error(`approve answered ${answer.status} ${answer.body.code}`);
  return body;
}
const sentOf = async () => {
  const { holds } = (await world.control('stripe').state()).stripe as {
    holds: { refunds: { id: string; status: string; amount: number }[] };
  };
  return holds.refunds;
};
const mailsOf = async ({ payer }: Paid): Promise<string[]> => {
  const mails = await world.app.system((tx) =>
    tx.query<{ template: string }>(
      `select template from mails where template like 'refund%' and company_id = $1 order by id`,
      [payer.companyId],
    ),
  );
  return mails.map(({ template }) => template);
};
/** What a hook tells, or nobody: the refund is looked at when it is due. */
async function twist(ref: string, word: string): Promise<void> {
  await world.control('stripe').takeHooks();
  await world.control('stripe').twist(ref, word);
  for (const hook of await world.control('stripe').takeHooks()) await world.deliver('stripe', hook);
  await world.follow();
  await world.app.drain();
}

/** A transfer of all of an order, as the desk proposes it. */
async function transferred(payer: Payer, orderId: string): Promise<StatementLineView> {
  const reference = await world.referenceOf(payer, orderId);
  const entries = [
    {
      amount: '5750.01',
      text: reference,
      payerIban: PAYER_IBAN,
      payerName: 'NORDLYS AS',
      bankReference: newId(),
    },
  ];
  await importEntries(world.app, { as: refunds.finance, entries });
  const line = (await deskLines(world.app, refunds.finance)).find(pays(orderId));
  if (!line) throw new Error('no line pays the order');
  return line;
}
/** An order paid by card and by transfer: the second one is the company's credit. */
async function paidTwice() {
  const paid = await aPaid();
  const line = await transferred(paid.payer, paid.orderId);
  await refunds.book(line);
  await world.sweep();
  return { ...paid, matchId: matchOf(line).id };
}

describe('an order that was paid twice', () => {
  it('needs all of it again where its card is disputed after the excess was used, and is paid anew', async () => {
    const { payer, orderId, attemptId } = await paidTwice();
    const { app } = world;
    expect(await toldDue(app, payer, orderId)).toMatchObject({ due: 0, payment: 'overpaid' });
    const next = await world.anOrder(payer);
    await app.call(useCredit, { as: payer, params: { id: next }, body: { amount: sar(TOTAL) } });
    await twist(await world.refOf(attemptId), 'dispute');
    const held = { due: TOTAL, state: 'submitted', payment: 'awaiting', transfer: 'awaiting' };
    expect(await toldDue(app, payer, orderId)).toEqual(held);
    const home = await app.call(traderHome, { as: payer });
    expect(home.body.next).toContainEqual(
      expect.objectContaining({ kind: 'pay', orderId, amount: sar(TOTAL) }),
    );
    const books = await app.call(account, { as: payer, query: { from: '2020-01-01' } });
    expect(books.body.closing).toEqual({ balance: sar(TOTAL), credit: sar(0) });
    const line = await transferred(payer, orderId);
    expect(matchOf(line)).toMatchObject({ class: 'A', needsTwoPeople: false });
    const targets = await app.call(findTargets, {
      as: refunds.finance,
      params: { id: line.id },
      query: { minor: TOTAL },
    });
    expect(targets.body.rows).toContainEqual(expect.objectContaining({ id: orderId, amount: sar(TOTAL) }));
    await refunds.book(line);
    await world.sweep();
    expect(await toldDue(app, payer, orderId)).toMatchObject({ due: 0, state: 'confirmed' });
  });
});

describe('an order of which a piece left', () => {
  it('is stopped where its card is disputed, and goes on where a card pays it again', async () => {
    const { payer, orderId, attemptId } = await aPaid();
    const { app } = world;
    await app.system(async (tx) => {
      await loadCatalogue(tx, app.clock.now());
      await tx.query(
        `insert into stock_reservations (company_id, order_id, variant_id, quantity, shipped, state)
         values ($1, $2, $3, 24, 12, 'confirmed')`,
        [payer.companyId, orderId, demoVariantId('ARG-100')],
      );
    });
    await twist(await world.refOf(attemptId), 'dispute');
    const view = await world.read(payer, orderId);
    expect([view.noPayFor, view.due]).toEqual([null, sar(TOTAL)]);
    const { url } = await world.start(payer, orderId);
    await world.person.press(url, 'visa');
    await world.sweep();
    const [row] = await app.system((tx) =>
      tx.query('select state, stopped_at from orders where id = $1', [orderId]),
    );
    expect(row).toEqual({ state: 'confirmed', stopped_at: null });
    expect((await world.read(payer, orderId)).noPayFor).toBe('not_waiting');
  });
});

describe('a refund through a gateway', () => {
  it('is sent after two people agreed, once, and the order has so much less', async () => {
    const paid = await aPaid();
    const before = (await sentOf()).length;
    const refund = await approved(paid, sar(75_001));
    await Promise.all([world.follow(), world.follow()]);
    await world.sweep();
    expect((await sentOf()).length - before).toBe(1);
    expect(await refunds.now(refund)).toMatchObject({
      state: 'settled',
      method: 'gateway',
      paidWith: 'visa',
    });
    expect(await world.booked(paid.payer.companyId)).toEqual({
      'order SAR': -500_000,
      'provider_clearing SAR': 500_000,
    });
    const own = await world.app.call(orderRefunds, { as: paid.payer, params: { id: paid.orderId } });
    expect(own.body.rows).toMatchObject([{ state: 'settled', amount: sar(75_001), ibanTail: null }]);
    const more = await ask(paid, sar(500_001));
    expect([more.status, more.body.code]).toEqual([409, 'REFUND_TOO_MUCH']);
  });

  it('is given once where the answer was lost after it was taken', async () => {
    const paid = await aPaid();
    const before = (await sentOf()).length;
    const refund = await approved(paid, sar(TOTAL));
    await world.control('stripe').fault('hang_up_after', { times: 4, on: 'changes' });
    await world.follow();
    expect(await refunds.now(refund)).toMatchObject({ state: 'sent' });
    const late = await world.app.call(withdrawRefund, {
      as: refunds.finance,
      params: { id: refund.id },
      body: { version: (await refunds.now(refund)).version, reason: 'Too late' },
    });
    expect(late.body.code).toBe('WRONG_STATE');
    await world.sweep();
    expect((await sentOf()).length - before).toBe(1);
    expect(await refunds.now(refund)).toMatchObject({ state: 'settled' });
    expect(await world.booked(paid.payer.companyId)).toEqual({});
  });

  it('is given once where the answer was lost and the next one came from a wall before the gateway', async () => {
    const paid = await aPaid();
    const before = (await sentOf()).length;
    const refund = await approved(paid, sar(TOTAL));
    await world.control('stripe').fault('hang_up_after', { times: 3, on: 'changes' });
    await world.control('stripe').fault('status_403', { on: 'reads' });
    await world.control('stripe').fault('status_401', { on: 'reads' });
    for (let round = 0; round < 3; round += 1) {
      await world.sweep(16_000);
      expect((await refunds.now(refund)).state).not.toBe('failed');
    }
    await world.sweep();
    expect((await sentOf()).length - before).toBe(1);
    expect(await refunds.now(refund)).toMatchObject({ state: 'settled' });
    expect(await world.booked(paid.payer.companyId)).toEqual({});
  });

  it('of which the gateway tells another amount waits for a person, and goes on when it tells the right one', async () => {
    const paid = await aPaid();
    await world.control('stripe').twist(await world.refOf(paid.attemptId), 'slow_refunds');
    const refund = await approved(paid, sar(TOTAL));
    await world.follow();
    expect(await refunds.now(refund)).toMatchObject({ state: 'sent', trouble: null });
    const { id } = (await sentOf()).at(-1) ?? { id: '' };
    await world.control('stripe').twist(id, 'less');
    await world.sweep(301_000);
    expect((await refunds.list('failed')).rows).toContainEqual(
      expect.objectContaining({ id: refund.id, state: 'sent', trouble: 'amount' }),
    );
    const { cards } = (await world.app.call(staffToday, { as: refunds.finance })).body;
    expect(cards.find(({ kind }) => kind === 'refunds_failed')?.count).toBe(
      (await refunds.list('failed')).counts.failed,
    );
    await world.control('stripe').twist(id, 'more');
    await world.control('stripe').twist(id, 'settle');
    await world.sweep();
    expect(await refunds.now(refund)).toMatchObject({ state: 'settled', trouble: null });
    expect(await world.booked(paid.payer.companyId)).toEqual({});
  });

  it('that its gateway leaves without an answer waits for a person after a quarter of an hour', async () => {
    const paid = await aPaid();
    const refund = await approved(paid, sar(TOTAL));
    await world.control('stripe').fault('status_500', { times: 6, on: 'changes' });
    await world.follow();
    expect(await refunds.now(refund)).toMatchObject({ state: 'sent', trouble: null });
    // Not a whole sweep: on another day its list of changes has everything looked at again.
    await world.advance(16 * 60_000);
    await world.follow();
    expect(await refunds.now(refund)).toMatchObject({ state: 'sent', trouble: 'silent' });
    await world.sweep(4 * 60_000);
    expect(await refunds.now(refund)).toMatchObject({ state: 'settled', trouble: null });
  });

  it('that breaks weeks later is booked back and can be asked for anew', async () => {
    const paid = await aPaid();
    const refund = await approved(paid, sar(TOTAL));
    await world.follow();
    await twist((await sentOf()).at(-1)?.id ?? '', 'fail');
    expect(await refunds.now(refund)).toMatchObject({ state: 'failed', failure: 'broken' });
    expect(await world.entries(paid.payer.companyId)).toEqual([
      'payment_captured',
      'refund_sent',
      'refund_failed',
    ]);
    const again = await approved(paid, sar(TOTAL));
    await world.sweep();
    expect(await refunds.now(again)).toMatchObject({ state: 'settled' });
  });

  it('is told to the company when it leaves and when it comes back', async () => {
    const paid = await aPaid();
    await approved(paid, sar(100));
    await world.sweep();
    await twist((await sentOf()).at(-1)?.id ?? '', 'fail');
    expect(await mailsOf(paid)).toEqual(['refund_sent', 'refund_failed']);
    const own = await world.app.call(orderRefunds, { as: paid.payer, params: { id: paid.orderId } });
    expect(own.body.rows).toMatchObject([{ state: 'failed', neverLeft: false }]);
  });

  it('is found broken without any hook, within the day', async () => {
    const paid = await aPaid();
    const refund = await approved(paid, sar(100));
    await world.follow();
    await world.control('stripe').twist((await sentOf()).at(-1)?.id ?? '', 'fail');
    await world.control('stripe').takeHooks();
    await world.sweep(86_401_000);
    expect(await refunds.now(refund)).toMatchObject({ state: 'failed', failure: 'broken' });
  });

  it('is frozen while the payment is disputed: neither asked, nor approved, nor sent', async () => {
    const paid = await aPaid();
    const waiting = (await ask(paid, sar(100))).body;
    const released = await approved(paid, sar(200));
    await world.control('stripe').twist(await world.refOf(paid.attemptId), 'dispute');
    await world.app.system((tx) =>
      tx.query(`update payment_attempts set state = 'disputed' where id = $1`, [paid.attemptId]),
    );
    const codes = [await ask(paid, sar(1)), await refunds.approve([waiting])].map(({ body }) => body.code);
    expect(codes).toEqual(['REFUND_FROZEN', 'REFUND_FROZEN']);
    const before = (await sentOf()).length;
    await world.sweep();
    expect((await sentOf()).length).toBe(before);
    expect(await refunds.now(released)).toMatchObject({ state: 'failed', failure: 'disputed' });
    // Its company was told of nothing that left, and reads that it did not.
    expect(await mailsOf(paid)).toEqual([]);
    const own = await world.app.call(orderRefunds, { as: paid.payer, params: { id: paid.orderId } });
    expect(own.body.rows.find(({ id }) => id === released.id)).toMatchObject({ neverLeft: true });
    const [found] = await refunds.refundable({ attempt: paid.attemptId });
    expect(found?.ways.map(({ refusal }) => refusal) ?? []).toEqual(found ? ['REFUND_FROZEN'] : []);
  });

  it('of credit that is on its way out is not touched by a dispute of what it came with', async () => {
    const { payer, orderId, attemptId, matchId } = await paidTwice();
    const { companyId } = payer;
    const refund = await refunds.sent({ orderId: '', matchId }, TOTAL, {
      source: { kind: 'credit', id: companyId },
    });
    await twist(await world.refOf(attemptId), 'dispute');
    expect(await ledgerOf(world.app, orderId)).toMatchObject({ order: 0, company_credit: -TOTAL });
    expect(await toldDue(world.app, payer, orderId)).toMatchObject({ due: TOTAL, state: 'submitted' });
    await refunds.book(await refunds.lineOf(refund));
    expect(await refunds.now(refund)).toMatchObject({ state: 'settled' });
    expect(await world.booked(companyId)).toEqual({});
  });

  it('in another currency gives back the part that was paid, and pieces sum to the whole', async () => {
    await world.publishRate();
    const paid = await aPaid('klarna');
    const { history } = await world.read(paid.payer, paid.orderId);
    const pay = history[0]?.pay ?? money(0, 'NOK');
    for (const part of [191_667, 191_667, 191_667]) {
      await approved(paid, sar(part));
      await world.sweep();
    }
    expect(await world.booked(paid.payer.companyId)).toEqual({});
    const given = (await sentOf()).slice(-3).map(({ amount }) => amount);
    expect(given.reduce((a, b) => a + b, 0)).toBe(pay.minor);
  });

  it('of a payment for a cancelled order comes from the company’s credit', async () => {
    const payer = await world.app.aTrader({ country: 'NO' });
    const orderId = await world.anOrder(payer);
    const { id, url } = await world.start(payer, orderId);
    await world.person.press(url, 'visa');
    await world.app.system((tx) =>
      tx.query(`update orders set state = 'cancelled' where id = $1`, [orderId]),
    );
    await world.sweep();
    const [found] = await refunds.refundable({ attempt: id });
    expect(found).toMatchObject({ source: 'credit', left: sar(TOTAL), ways: [{ id, left: sar(TOTAL) }] });
    const asked = await refunds.ask({
      source: { kind: 'credit', id: payer.companyId },
      way: { method: 'gateway', id },
      amount: sar(TOTAL),
      reason: 'Cancelled before it was paid',
    });
    expect((await refunds.approve([asked.body])).status).toBe(200);
    await world.sweep();
    expect(await refunds.now(asked.body)).toMatchObject({ state: 'settled', source: 'credit' });
    expect(await world.booked(payer.companyId)).toEqual({});
  });
});
