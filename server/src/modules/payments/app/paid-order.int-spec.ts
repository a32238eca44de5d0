import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cancelOrder, createDraft, getOrder } from '@qafila/shared/ordering/ordering.contract';
import { account } from '@qafila/shared/payments/account.contract';
import { undoMatch } from '@qafila/shared/payments/desk.contract';
import { demoStatement, getTransferInstruction } from '@qafila/shared/payments/payments.contract';
import { deadlineAfter, HOLD_BUSINESS_DAYS } from '@qafila/shared/payments/payments.rules';
import type { TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { demoVariantId } from '../../../demo/load-catalogue';
import { newId } from '../../../platform/ids/new-id';
import { Catalogue } from '../../catalogue/catalogue.api';
import { aDraft, aShop, stockUp, submit, type Trader } from '../../ordering/testing/a-draft';
import { writtenOff } from '../domain/ledger-entry';
import {
  bookMoney,
  confirmLines,
  deskLines,
  importEntries,
  importFile,
  ledgerOf,
  matchOf,
  pays,
  sar,
  seedSeller,
} from '../testing/payment-world';
import { toldDue } from '../testing/told-due';
import { Ledger } from './ledger';

const DAY_MS = 86_400_000;

let app: TestApp;
let finance: TestPerson;
let second: TestPerson;

beforeAll(async () => {
  app = await aShop();
  await seedSeller(app);
  finance = await app.aStaff('finance');
  second = await app.aStaff('finance');
});
afterAll(() => app.close());

/** An order submitted by its trader, and how it is to be paid. */
async function anOrder(trader: Trader, quantity = 180) {
  await stockUp(app, 'ARG-100', { onHand: 5000 });
  const { id } = await aDraft(app, trader, { 'ARG-100': quantity }).then(async (draft) => {
    const { status, body } = await submit(app, trader, draft);
    if (status !== 200) throw new Error(`submit answered ${body.code}`);
    return draft;
  });
  const { body } = await app.call(getTransferInstruction, { as: trader, params: { id } });
  return { id, transfer: body };
}
const show = async (trader: Trader, id: string) =>
  (await app.call(getOrder, { as: trader, params: { id } })).body;
const parcelsOf = (orderId: string) =>
  app.system((tx) =>
    tx.query<{ state: string }>('select distinct state from consignments where order_id = $1', [orderId]),
  );
const decimal = (halalas: number): string =>
  `${Math.floor(halalas / 100)}.${String(halalas % 100).padStart(2, '0')}`;
const lineOf = async (orderId: string, view: 'open' | 'second' | 'done' = 'open') =>
  (await deskLines(app, finance, view)).filter(pays(orderId));

/** Pays `halalas` for an order and has it confirmed by as many people as it needs. */
async function pay(order: { id: string; transfer: { reference: string } }, halalas: number): Promise<void> {
  await importEntries(app, {
    as: finance,
    entries: [{ amount: decimal(halalas), text: order.transfer.reference, bankReference: newId() }],
  });
  await confirmLines(app, finance, await lineOf(order.id));
  const waiting = await lineOf(order.id, 'second');
  if (waiting.length > 0) await confirmLines(app, second, waiting);
  await app.drain();
}

/** `halalas` of an order that nobody asks for any more. */
const writeOff = (order: { companyId: string; orderId: string }, halalas: number): Promise<void> =>
  app.system((tx) =>
    app
      .get(Ledger)
      .book(tx, [{ ...order, matchId: null, kind: 'write_off', postings: writtenOff(sar(halalas)) }]),
  );

describe('an order paid by transfer', () => {
  it('opens its instruction in the transaction of submit, and is confirmed by the demo bank’s statement', async () => {
    const trader = await app.aTrader();
    const order = await anOrder(trader);
    expect(order.transfer).toMatchObject({
      state: 'awaiting',
      payment: 'awaiting',
      due: order.transfer.amount,
    });
    const { raw } = await app.call(demoStatement);
    expect((await importFile(app, finance, raw)).body.proposed).toBe(1);
    const lines = await lineOf(order.id);
    expect(matchOf(lines[0]).reasons).toContain('amount_exact');
    await confirmLines(app, finance, lines);
    const waiting = await lineOf(order.id, 'second');
    if (waiting.length > 0) await confirmLines(app, second, waiting);
    expect((await show(trader, order.id)).state).toBe('submitted');
    await app.drain();
    expect(await show(trader, order.id)).toMatchObject({ state: 'confirmed', payment: 'paid' });
  });

  it('stays submitted while it is 12.50 short, and is released with the rest', async () => {
    const trader = await app.aTrader();
    const order = await anOrder(trader);
    const total = order.transfer.amount.minor;
    await pay(order, total - 1250);
    expect(await show(trader, order.id)).toMatchObject({ state: 'submitted', payment: 'partially_paid' });
    await pay(order, 1250);
    expect(await show(trader, order.id)).toMatchObject({ state: 'confirmed', payment: 'paid' });
  });

  it('that expired is looked at by two people, booked, and open again', async () => {
    const trader = await app.aTrader();
    const order = await anOrder(trader);
    await app.clock.advance(30 * DAY_MS);
    await app.drain();
    expect((await show(trader, order.id)).state).toBe('expired');
    const { reference } = order.transfer;
    await importEntries(app, {
      as: finance,
      entries: [{ amount: decimal(order.transfer.amount.minor), text: reference }],
    });
    const lines = await lineOf(order.id);
    expect(matchOf(lines[0])).toMatchObject({ needsTwoPeople: true });
    expect(matchOf(lines[0]).reasons).toEqual([
      'reference_exact',
      'payer_new',
      'payer_third_party',
      'order_closed',
    ]);
    await confirmLines(app, finance, lines);
    await confirmLines(app, second, await lineOf(order.id, 'second'));
    await app.drain();
    expect(await show(trader, order.id)).toMatchObject({ state: 'confirmed', payment: 'paid' });
  });

  it('waits again when its payment is taken back, its parcels held, and goes on when it is paid again', async () => {
    const trader = await app.aTrader();
    const order = await anOrder(trader);
    const total = order.transfer.amount.minor;
    await pay(order, total);
    expect((await show(trader, order.id)).state).toBe('confirmed');
    const parcels = () => parcelsOf(order.id);
    expect(await parcels()).toEqual([{ state: 'planned' }]);

    const [paid] = await lineOf(order.id, 'done');
    const { id, version } = matchOf(paid);
    const reason = 'it was for another order';
    await app.call(undoMatch, { as: finance, params: { id }, body: { version, reason } });
    await confirmLines(app, finance, await lineOf(order.id));
    await confirmLines(app, second, await lineOf(order.id, 'second'));
    await app.clock.advance(7 * DAY_MS);
    const deadline = deadlineAfter(app.clock.now(), HOLD_BUSINESS_DAYS.value).toISOString();
    await app.drain();
    expect(await show(trader, order.id)).toMatchObject({ state: 'submitted', payment: 'awaiting' });
    expect(await parcels()).toEqual([{ state: 'on_hold' }]);
    const instruction = await app.call(getTransferInstruction, { as: trader, params: { id: order.id } });
    expect(instruction.body).toMatchObject({ state: 'awaiting', deadline });

    await pay(order, total);
    expect(await show(trader, order.id)).toMatchObject({ state: 'confirmed', payment: 'paid' });
    expect(await parcels()).toEqual([{ state: 'planned' }]);
  });

  it.each([
    ['was paid twice', 0],
    ['had a difference written off', 1000],
  ])('and refunded whole can be cancelled, as its page says, where it %s', async (_, written) => {
    const trader = await app.aTrader();
    const { id: orderId, transfer } = await anOrder(trader);
    const { companyId } = trader;
    const total = transfer.amount.minor;
    await bookMoney(app, { companyId, orderId, received: written === 0 ? 2 * total : total - written });
    if (written > 0) await writeOff({ companyId, orderId }, written);
    await app.drain();
    await bookMoney(app, { companyId, orderId, refunded: total - written });
    await app.drain();
    const held = await show(trader, orderId);
    expect([held.state, held.actions.find(({ step }) => step === 'cancel')]).toEqual([
      'submitted',
      { step: 'cancel', allowed: true, reasons: [] },
    ]);
    const given = { as: trader, params: { id: orderId }, version: held.version };
    expect((await app.call(cancelOrder, given)).body).toMatchObject({ state: 'cancelled' });
  });

  it('and refunded whole ends with its hold, without what was written off of it', async () => {
    const trader = await app.aTrader();
    const { id: orderId, transfer } = await anOrder(trader);
    const { companyId } = trader;
    const paid = transfer.amount.minor - 1000;
    await bookMoney(app, { companyId, orderId, received: paid });
    await writeOff({ companyId, orderId }, 1000);
    await app.drain();
    expect((await show(trader, orderId)).state).toBe('confirmed');
    await bookMoney(app, { companyId, orderId, refunded: paid });
    await app.drain();
    await app.clock.advance(30 * DAY_MS);
    await app.drain();
    expect((await show(trader, orderId)).state).toBe('expired');
    expect(await ledgerOf(app, orderId)).toEqual({
      bank_clearing: -paid,
      order: 0,
      provider_clearing: paid,
      write_off: 0,
    });
  });

  it('that lost its money and expired has its parcels cancelled, and new ones where late money opens it', async () => {
    const trader = await app.aTrader();
    const order = await anOrder(trader);
    const { companyId } = trader;
    const total = order.transfer.amount.minor;
    await pay(order, total);
    await bookMoney(app, { companyId, orderId: order.id, refunded: total });
    await app.drain();
    expect(await parcelsOf(order.id)).toEqual([{ state: 'on_hold' }]);
    await app.clock.advance(30 * DAY_MS);
    await app.drain();
    expect((await show(trader, order.id)).state).toBe('expired');
    await app.drain();
    expect(await parcelsOf(order.id)).toEqual([{ state: 'cancelled' }]);
    await bookMoney(app, { companyId, orderId: order.id, received: total });
    await app.drain();
    expect((await show(trader, order.id)).state).toBe('confirmed');
    expect((await parcelsOf(order.id)).map(({ state }) => state).sort()).toEqual(['cancelled', 'planned']);
  });

  it('and refunded whole after a piece left is paid again by a new transfer, and goes on', async () => {
    const trader = await app.aTrader();
    const order = await anOrder(trader);
    const { companyId } = trader;
    const total = order.transfer.amount.minor;
    await pay(order, total);
    const left = [{ variantId: demoVariantId('ARG-100'), quantity: 12 }];
    await app.system((tx) => app.get(Catalogue).ship(tx, { companyId, orderId: order.id }, left));
    await bookMoney(app, { companyId, orderId: order.id, refunded: total });
    await app.drain();
    const closing = async () =>
      (await app.call(account, { as: trader, query: { from: '2020-01-01' } })).body.closing;
    const stopped = { due: total, state: 'confirmed', payment: 'refunded', transfer: 'awaiting' };
    expect(await toldDue(app, trader, order.id)).toEqual(stopped);
    expect(await closing()).toEqual({ balance: sar(total), credit: sar(0) });
    expect(await parcelsOf(order.id)).toEqual([{ state: 'on_hold' }]);
    const mails = await app.system((tx) =>
      tx.query(`select template from mails where company_id = $1 and template = 'order_held'`, [companyId]),
    );
    expect(mails).toHaveLength(1);
    await pay(order, total);
    expect(await toldDue(app, trader, order.id)).toMatchObject({ due: 0, transfer: 'settled' });
    expect(await show(trader, order.id)).toMatchObject({ stoppedAt: null });
    expect(await closing()).toEqual({ balance: sar(0), credit: sar(0) });
    expect(await parcelsOf(order.id)).toEqual([{ state: 'planned' }]);
  });

  it('and refunded whole is not shipped, and makes the next order a first one again', async () => {
    const trader = await app.aTrader();
    const order = await anOrder(trader);
    const total = order.transfer.amount.minor;
    const minimum = async () =>
      (await app.call(createDraft, { as: trader, body: { name: 'Next' } })).body.minimum.required.minor;
    await pay(order, total);
    expect(await minimum()).toBe(200_000);
    const refund = async (refunded: number) => {
      await bookMoney(app, { companyId: trader.companyId, orderId: order.id, refunded });
      await app.drain();
    };
    await refund(total - 1);
    expect(await parcelsOf(order.id)).toEqual([{ state: 'planned' }]);
    await refund(1);
    expect(await minimum()).toBe(500_000);
    expect(await show(trader, order.id)).toMatchObject({ state: 'submitted', payment: 'refunded' });
    expect(await parcelsOf(order.id)).toEqual([{ state: 'on_hold' }]);
  });
});
