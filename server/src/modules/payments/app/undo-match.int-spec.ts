import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type StatementLineView, splitLine, undoMatch } from '@qafila/shared/payments/desk.contract';
import { saudiIban } from '@qafila/shared/payments/iban';
import { getTransferInstruction } from '@qafila/shared/payments/payments.contract';
import { uploadReceipt } from '@qafila/shared/payments/receipts.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { newId } from '../../../platform/ids/new-id';
import { aPicture } from '../../branding/testing/a-file';
import { type MadeEntry, PAYER_IBAN } from '../testing/camt-file';
import {
  bookMoney,
  confirmLines,
  deskLines,
  importEntries,
  ledgerOf,
  matchOf,
  pays,
  type SeededOrder,
  sar,
  seedOrder,
  seedSeller,
} from '../testing/payment-world';

let app: TestApp;
let finance: TestPerson;
let second: TestPerson;
let trader: TestPerson & { companyId: string };

beforeAll(async () => {
  app = await aTestApp();
  await seedSeller(app);
  finance = await app.aStaff('finance');
  second = await app.aStaff('finance');
  trader = await app.aTrader();
});
afterAll(() => app.close());

const VIEWS = ['open', 'second', 'done', 'out'] as const;
async function find(test: (line: StatementLineView) => boolean): Promise<StatementLineView> {
  for (const view of VIEWS) {
    const line = (await deskLines(app, finance, view)).find(test);
    if (line) return line;
  }
  throw new Error('no such line');
}
const byId = ({ id }: StatementLineView) => find((line) => line.id === id);

/** An order of SAR 3,000 with a booked payment of it. */
async function aPaid(given: Partial<MadeEntry> = {}): Promise<SeededOrder & { line: StatementLineView }> {
  const order = await seedOrder(app, { companyId: trader.companyId, total: 300_000 });
  const entry = { amount: '3000.00', text: order.reference, ...given };
  await importEntries(app, { as: finance, entries: [entry] });
  const line = await find(pays(order.orderId));
  await confirmLines(app, finance, [line]);
  if (matchOf(line).needsTwoPeople) await confirmLines(app, second, [await byId(line)]);
  return { ...order, line: await byId(line) };
}
const undo = (line: StatementLineView, version = matchOf(line).version) =>
  app.call(undoMatch, {
    as: finance,
    params: { id: matchOf(line).id },
    body: { version, reason: 'it was for another order' },
  });
async function confirmByTwo(line: StatementLineView): Promise<void> {
  expect((await confirmLines(app, finance, [await byId(line)])).body).toEqual({
    confirmed: 0,
    waitingForSecond: 1,
  });
  const refused = await confirmLines(app, finance, [await byId(line)]);
  expect(refused.body.code).toBe('SECOND_PERSON_NEEDED');
  expect((await confirmLines(app, second, [await byId(line)])).body.confirmed).toBe(1);
}
const paymentOf = async ({ orderId }: SeededOrder) =>
  (await app.call(getTransferInstruction, { as: trader, params: { id: orderId } })).body;

describe('a booked match taken back', () => {
  it('lets its order take another receipt, without a second extension', async () => {
    const order = await seedOrder(app, { companyId: trader.companyId, total: 300_000 });
    const show = async () =>
      app.call(uploadReceipt, {
        as: trader,
        params: { id: order.orderId },
        query: {},
        file: { bytes: await aPicture({ width: 800 }), type: 'image/png' },
      });
    expect((await show()).body.isExtended).toBe(true);
    await importEntries(app, { as: finance, entries: [{ amount: '3000.00', text: order.reference }] });
    const line = await find(pays(order.orderId));
    await confirmLines(app, finance, [line]);
    const { deadline } = await paymentOf(order);
    await undo(await byId(line));
    await confirmByTwo(line);
    expect(await paymentOf(order)).toMatchObject({ state: 'awaiting', deadline });
    expect((await show()).body).toMatchObject({ state: 'receipt_uploaded', deadline, receipts: [{}, {}] });
  });

  it('is reversed by an entry of its own after two people, its line free and its order waiting again', async () => {
    const paid = await aPaid();
    expect((await undo(paid.line)).body.matches).toMatchObject([
      { kind: 'order', state: 'confirmed' },
      { kind: 'undo', state: 'proposed', needsTwoPeople: true, words: 'it was for another order' },
    ]);
    await confirmByTwo(paid.line);
    expect(await byId(paid.line)).toMatchObject({
      state: 'imported',
      left: sar(300_000),
      matches: [],
    });
    expect(await ledgerOf(app, paid.orderId)).toEqual({ bank_clearing: 0, order: 0 });
    expect(await paymentOf(paid)).toMatchObject({
      state: 'awaiting',
      payment: 'awaiting',
      due: sar(300_000),
    });
  });

  it('is asked once, for the version seen, and only for what is booked', async () => {
    const { line } = await aPaid();
    expect((await undo(line, 9)).body.code).toBe('STALE_RECORD');
    const match = matchOf(line);
    expect((await undo(line)).status).toBe(200);
    expect((await undo({ ...line, matches: [match] })).body.code).toBe('WRONG_STATE');
  });

  it('takes the excess of its order first: what else paid the order stays', async () => {
    const paid = await aPaid();
    const again = { amount: '3000.00', text: paid.reference, bankReference: newId() };
    await importEntries(app, { as: finance, entries: [again] });
    await confirmByTwo(await find((line) => pays(paid.orderId)(line) && line.id !== paid.line.id));
    expect((await paymentOf(paid)).payment).toBe('overpaid');
    await undo(paid.line);
    await confirmByTwo(paid.line);
    expect(await ledgerOf(app, paid.orderId)).toEqual({
      bank_clearing: 300_000,
      order: -300_000,
      company_credit: 0,
    });
    expect((await paymentOf(paid)).payment).toBe('paid');
  });

  it('is refused when the money was sent back since', async () => {
    const paid = await aPaid();
    await bookMoney(app, { ...paid, refunded: 1 });
    await undo(paid.line);
    await confirmLines(app, finance, [await byId(paid.line)]);
    const answer = await confirmLines(app, second, [await byId(paid.line)]);
    expect([answer.status, answer.body.code]).toEqual([409, 'MONEY_MOVED_ON']);
  });
});

describe('a payment that the bank takes back', () => {
  const debit = (given: Partial<MadeEntry>): MadeEntry => ({
    amount: '3000.00',
    direction: 'DBIT',
    text: 'returned by the beneficiary bank',
    ...given,
  });

  it('is found, reversed by two people, and its line says so', async () => {
    const from = { payerIban: PAYER_IBAN, payerName: 'DAR NOUR' };
    const paid = await aPaid(from);
    await importEntries(app, { as: finance, entries: [debit({ ...from, reversal: true })] });
    const back = await find((line) => line.matches.some(({ kind }) => kind === 'return'));
    expect(matchOf(back)).toMatchObject({ class: 'F', needsTwoPeople: true, order: { id: paid.orderId } });
    await confirmByTwo(back);
    expect(await byId(paid.line)).toMatchObject({ state: 'reversed', matches: [{ state: 'returned' }] });
    expect((await byId(back)).state).toBe('allocated');
    expect(await ledgerOf(app, paid.orderId)).toEqual({ bank_clearing: 0, order: 0 });
  });

  it('before anybody booked it needs two people, and its way back is found once it is booked', async () => {
    const from = { payerIban: saudiIban('10', '5550001111'), payerName: 'DAR NOUR' };
    const order = await seedOrder(app, { companyId: trader.companyId, total: 410_000 });
    await importEntries(app, {
      as: finance,
      entries: [{ amount: '4100.00', text: order.reference, ...from }],
    });
    const line = await find(pays(order.orderId));
    expect(matchOf(line).needsTwoPeople).toBe(false);
    await importEntries(app, {
      as: finance,
      entries: [debit({ amount: '4100.00', ...from, reversal: true })],
    });
    const open = await deskLines(app, finance);
    expect(open.some(({ amount }) => amount.minor === -410_000)).toBe(true);
    expect(matchOf(await byId(line))).toMatchObject({
      needsTwoPeople: true,
      reasons: expect.arrayContaining(['bank_returned']),
    });
    await confirmByTwo(line);
    const back = await find(({ amount }) => amount.minor === -410_000);
    expect(matchOf(back)).toMatchObject({ kind: 'return', order: { id: order.orderId } });
    await confirmByTwo(back);
    expect(await ledgerOf(app, order.orderId)).toEqual({ bank_clearing: 0, order: 0 });
  });

  it('is reversed by its way back, not by somebody’s wish to undo it', async () => {
    const from = { payerIban: saudiIban('10', '5550003333'), payerName: 'DAR NOUR' };
    const paid = await aPaid(from);
    expect((await undo(paid.line)).status).toBe(200);
    await importEntries(app, { as: finance, entries: [debit({ ...from, reversal: true })] });
    expect((await byId(paid.line)).matches.map(({ kind }) => kind)).toEqual(['order']);
    const back = await find(
      (line) => line.matches.some(({ kind }) => kind === 'return') && pays(paid.orderId)(line),
    );
    await confirmByTwo(back);
    expect((await byId(paid.line)).state).toBe('reversed');
  });

  it('of the same file is never sure', async () => {
    const from = { payerIban: saudiIban('10', '5550002222'), payerName: 'DAR NOUR' };
    const order = await seedOrder(app, { companyId: trader.companyId, total: 420_000 });
    await importEntries(app, {
      as: finance,
      entries: [
        { amount: '4200.00', text: order.reference, ...from },
        debit({ amount: '4200.00', ...from, reversal: true }),
      ],
    });
    expect(matchOf(await find(pays(order.orderId)))).toMatchObject({
      needsTwoPeople: true,
      reasons: expect.arrayContaining(['bank_returned']),
    });
  });

  it('can be said by hand for money out, and only for its own amount', async () => {
    const paid = await aPaid();
    const text = `correction ${newId()}`;
    await importEntries(app, { as: finance, entries: [debit({ text })] });
    const out = await find((line) => line.text === text);
    const part = (minor: number) => ({
      target: { kind: 'payment' as const, id: matchOf(paid.line).id },
      amount: sar(minor),
    });
    const say = (minor: number) =>
      app.call(splitLine, {
        as: finance,
        params: { id: out.id },
        body: { version: out.version, parts: [part(minor)], reason: 'as the bank said' },
      });
    expect((await say(100)).body.code).toBe('FIELDS_INVALID');
    expect((await say(300_000)).status).toBe(200);
    await confirmByTwo(out);
    expect((await paymentOf(paid)).payment).toBe('awaiting');
  });
});

describe('credit of a company', () => {
  const move = async (direction: 'CRDT' | 'DBIT', amount: string): Promise<StatementLineView> => {
    const text = `credit ${newId()}`;
    await importEntries(app, { as: finance, entries: [{ amount, direction, text }] });
    const line = await find((each) => each.text === text);
    const minor = Math.abs(line.amount.minor);
    const target = { kind: 'company' as const, id: trader.companyId };
    const body = { version: line.version, parts: [{ target, amount: sar(minor) }], reason: 'as agreed' };
    await app.call(splitLine, { as: finance, params: { id: line.id }, body });
    return line;
  };

  it('is paid out by two people, never beyond what there is', async () => {
    await confirmByTwo(await move('CRDT', '500.00'));
    await confirmByTwo(await move('DBIT', '300.00'));
    const more = await move('DBIT', '300.00');
    await confirmLines(app, finance, [await byId(more)]);
    const answer = await confirmLines(app, second, [await byId(more)]);
    expect([answer.status, answer.body.code]).toEqual([409, 'MONEY_MOVED_ON']);
  });
});
