import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  findTargets,
  type LinePart,
  type StatementLineView,
  splitLine,
} from '@qafila/shared/payments/desk.contract';
import { getTransferInstruction } from '@qafila/shared/payments/payments.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { newId } from '../../../platform/ids/new-id';
import {
  confirmLines,
  deskLines,
  importEntries,
  ledgerOf,
  matchOf,
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
  trader = await app.aTrader({ nameLatin: 'Dar Nour Trading' });
});
afterAll(() => app.close());

const anOrder = (total: number): Promise<SeededOrder> =>
  seedOrder(app, { companyId: trader.companyId, total });
const decimal = (halalas: number): string =>
  `${Math.floor(halalas / 100)}.${String(halalas % 100).padStart(2, '0')}`;

/** A line of the desk with this text. */
async function aLine(halalas: number, text = `line ${newId()}`): Promise<StatementLineView> {
  await importEntries(app, { as: finance, entries: [{ amount: decimal(halalas), text }] });
  return lineNow(text);
}
async function lineNow(text: string): Promise<StatementLineView> {
  for (const view of ['open', 'second', 'done', 'out'] as const) {
    const line = (await deskLines(app, finance, view)).find((each) => each.text === text);
    if (line) return line;
  }
  throw new Error('no line with this text');
}
const split = (
  line: Pick<StatementLineView, 'id' | 'version'>,
  parts: readonly LinePart[],
  reason = 'the trader called',
) =>
  app.call(splitLine, {
    as: finance,
    params: { id: line.id },
    body: { version: line.version, parts: [...parts], reason },
  });
const forOrder = ({ orderId }: SeededOrder, minor: number, writeOff?: number): LinePart => ({
  target: { kind: 'order', id: orderId },
  amount: sar(minor),
  ...(writeOff ? { writeOff: sar(writeOff) } : {}),
});
const forCompany = (minor: number): LinePart => ({
  target: { kind: 'company', id: trader.companyId },
  amount: sar(minor),
});
/** Confirmed by both, one after the other. */
async function confirmByTwo(text: string): Promise<void> {
  expect((await confirmLines(app, finance, [await lineNow(text)])).body.confirmed).toBe(0);
  expect((await confirmLines(app, second, [await lineNow(text)])).status).toBe(200);
}
const paymentOf = async ({ orderId }: SeededOrder) =>
  (await app.call(getTransferInstruction, { as: trader, params: { id: orderId } })).body;

describe('a line matched by hand', () => {
  it('pays two orders and leaves credit, when two people confirmed it', async () => {
    const [one, two] = [await anOrder(100_000), await anOrder(50_000)];
    const line = await aLine(160_000);
    const made = await split(line, [forOrder(one, 100_000), forOrder(two, 50_000), forCompany(10_000)]);
    expect(made.body).toMatchObject({ state: 'proposed', left: sar(0) });
    expect(made.body.matches.map(({ class: found, needsTwoPeople }) => [found, needsTwoPeople])).toEqual(
      Array(3).fill([null, true]),
    );
    await confirmByTwo(line.text);
    expect(await lineNow(line.text)).toMatchObject({ state: 'allocated' });
    expect(await ledgerOf(app, one.orderId)).toEqual({ bank_clearing: 100_000, order: -100_000 });
    expect(await ledgerOf(app, two.orderId)).toEqual({ bank_clearing: 50_000, order: -50_000 });
    expect((await paymentOf(two)).payment).toBe('paid');
  });

  it('may be one of several for an order, and keeps what nobody said anything about', async () => {
    const order = await anOrder(90_000);
    for (const halalas of [30_000, 80_000]) {
      const line = await aLine(halalas);
      const part = Math.min(halalas, 60_000);
      expect((await split(line, [forOrder(order, part)])).body.left).toEqual(sar(halalas - part));
      await confirmByTwo(line.text);
      expect((await lineNow(line.text)).state).toBe(halalas === part ? 'allocated' : 'proposed');
    }
    expect(await paymentOf(order)).toMatchObject({ payment: 'paid', received: sar(90_000) });
  });

  it('keeps a proposal that says the same, with its reasons', async () => {
    const order = await anOrder(40_000);
    const line = await aLine(40_000, `text ${order.reference}`);
    const { body } = await split(line, [forOrder(order, 40_000)]);
    expect(matchOf(body)).toMatchObject({ id: matchOf(line).id, class: 'A', needsTwoPeople: false });
  });

  it.each([
    ['more than the line', () => [forCompany(1001)], 409, 'LINE_HAS_NO_ROOM'],
    ['the same twice', () => [forCompany(100), forCompany(200)], 422, 'FIELDS_INVALID'],
    [
      'nothing there',
      () => [{ ...forCompany(100), target: { kind: 'order', id: newId() } }],
      404,
      'NOT_FOUND',
    ],
  ] as const)('is refused for %s', async (_what, parts, status, code) => {
    const answer = await split(await aLine(1000), parts() as LinePart[]);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('is refused for an order of another currency, and the database refuses it too', async () => {
    const order = await anOrder(5000);
    await app.system((tx) =>
      tx.query(`update transfer_instructions set currency = 'USD' where order_id = $1`, [order.orderId]),
    );
    const line = await aLine(5000);
    const answer = await split(line, [forOrder(order, 5000)]);
    expect([answer.status, answer.body.code]).toEqual([422, 'FIELDS_INVALID']);
    const made = await split(line, [forCompany(5000)]);
    const forced = app.system((tx) =>
      tx.query(`update matches set kind = 'order', order_id = $2, reference = $3 where id = $1`, [
        matchOf(made.body).id,
        order.orderId,
        order.reference,
      ]),
    );
    await expect(forced).rejects.toThrow('fk_matches_order_currency');
  });

  it('is refused after another step, and when it was set aside or booked', async () => {
    const line = await aLine(2000);
    expect((await split({ ...line, version: 9 }, [forCompany(100)])).body.code).toBe('STALE_RECORD');
    await split(line, [forCompany(2000)]);
    await confirmByTwo(line.text);
    expect((await split(await lineNow(line.text), [forCompany(100)])).body.code).toBe('WRONG_STATE');
  });
});

describe('a difference written off', () => {
  it('up to SAR 15 by one person covers the order', async () => {
    const order = await anOrder(100_000);
    const line = await aLine(98_750, `short ${order.reference}`);
    const { body } = await split(line, [forOrder(order, 98_750, 1250)], 'fee of the bank');
    expect(matchOf(body)).toMatchObject({
      class: 'B',
      writtenOff: sar(1250),
      needsTwoPeople: false,
      words: 'fee of the bank',
    });
    expect((await confirmLines(app, finance, [body])).body.confirmed).toBe(1);
    expect(await ledgerOf(app, order.orderId)).toEqual({
      bank_clearing: 98_750,
      order: -100_000,
      write_off: 1250,
    });
    expect(await paymentOf(order)).toMatchObject({ payment: 'paid', due: sar(0) });
  });

  it('above it needs two', async () => {
    const order = await anOrder(100_000);
    const line = await aLine(98_000, `shorter ${order.reference}`);
    const { body } = await split(line, [forOrder(order, 98_000, 2000)]);
    expect(matchOf(body).needsTwoPeople).toBe(true);
    await confirmByTwo(line.text);
    expect((await paymentOf(order)).payment).toBe('paid');
  });

  it('is all that is missing or nothing', async () => {
    const order = await anOrder(100_000);
    const line = await aLine(98_750, `part ${order.reference}`);
    for (const writeOff of [1249, 1251]) {
      const answer = await split(line, [forOrder(order, 98_750, writeOff)]);
      expect([answer.status, answer.body.code]).toEqual([409, 'WRITE_OFF_DOES_NOT_FIT']);
    }
  });

  it('is not taken when the order needs it no more', async () => {
    const order = await anOrder(100_000);
    const line = await aLine(98_750, `late ${order.reference}`);
    await split(line, [forOrder(order, 98_750, 1250)]);
    const rest = await aLine(1250, `rest ${order.reference}`);
    await confirmByTwo(rest.text);
    await confirmLines(app, finance, [await lineNow(line.text)]);
    expect(await ledgerOf(app, order.orderId)).toEqual({ bank_clearing: 100_000, order: -100_000 });
  });
});

describe('a large line', () => {
  it('needs two people however it is split', async () => {
    const orders = [await anOrder(1_200_000), await anOrder(1_300_000)];
    const text = orders.map(({ reference }) => reference).join(' ');
    const line = await aLine(2_500_000, text);
    expect(line.matches.map(({ class: found }) => found)).toEqual(['D', 'D']);
    expect(line.matches.every(({ needsTwoPeople }) => needsTwoPeople)).toBe(true);
  });
});

describe('what a line could be for', () => {
  const search = async (line: StatementLineView, query: { q?: string; minor?: number }) =>
    (await app.call(findTargets, { as: finance, params: { id: line.id }, query })).body.rows;

  it('is found by its amount, by code, by reference and by company', async () => {
    const order = await anOrder(777_700);
    const line = await aLine(777_700, `nobody ${newId()}`);
    const [byAmount] = await search(line, {});
    expect(byAmount).toMatchObject({ kind: 'order', id: order.orderId, amount: sar(777_700) });
    expect(await search(line, { q: order.reference.toLowerCase() })).toMatchObject([{ id: order.orderId }]);
    expect((await search(line, { q: byAmount?.code ?? '' }))[0]?.id).toBe(order.orderId);
    expect((await search(line, { q: '7777', minor: 777_700 }))[0]?.id).toBe(order.orderId);
    const companies = (await search(line, { q: 'dar nour' })).filter(({ kind }) => kind === 'company');
    expect(companies.map(({ id }) => id)).toContain(trader.companyId);
  });
});
