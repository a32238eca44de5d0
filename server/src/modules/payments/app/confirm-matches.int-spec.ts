import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { confirmMatches, reviewMatches, type StatementLineView } from '@qafila/shared/payments/desk.contract';
import { getTransferInstruction } from '@qafila/shared/payments/payments.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { MONEY_BOOKED } from '../../ordering/ordering.api';
import { LedgerCheckRepository } from '../db/ledger-check.repository';
import { PAYER_IBAN } from '../testing/camt-file';
import {
  asked,
  bookMoney,
  confirmLines,
  deskLines,
  importEntries,
  ledgerOf,
  matchOf,
  pays,
  reviewOf,
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

const text = (halalas: number): string =>
  `${Math.floor(halalas / 100)}.${String(halalas % 100).padStart(2, '0')}`;

/** An order with a payment on the desk: total and paid, in halalas. */
async function paidOrder(total: number, paid = total): Promise<SeededOrder & { line: StatementLineView }> {
  const order = await seedOrder(app, { companyId: trader.companyId, total });
  await importEntries(app, {
    as: finance,
    entries: [{ amount: text(paid), text: order.reference, payerIban: PAYER_IBAN }],
  });
  const line = await lineFor(order);
  return { ...order, line };
}
async function lineFor(
  order: SeededOrder,
  view: 'open' | 'second' | 'done' = 'open',
): Promise<StatementLineView> {
  const line = (await deskLines(app, finance, view)).find(pays(order.orderId));
  if (!line) throw new Error(`no line of the order in ${view}`);
  return line;
}
async function transferOf(order: SeededOrder) {
  const { body } = await app.call(getTransferInstruction, { as: trader, params: { id: order.orderId } });
  return body;
}
const booked = (order: SeededOrder) =>
  app.system((tx) =>
    tx.query<{ payload: unknown }>(
      `select payload from outbox_event where type = $1 and payload ->> 'orderId' = $2`,
      [MONEY_BOOKED, order.orderId],
    ),
  );

describe('a reviewed list confirmed with a fresh code', () => {
  it('books exact payments, settles their instructions and tells it', async () => {
    const [one, two] = [await paidOrder(575_000), await paidOrder(230_000)];
    const { status, body } = await confirmLines(app, finance, [one.line, two.line]);
    expect([status, body]).toEqual([200, { confirmed: 2, waitingForSecond: 0 }]);
    expect(await ledgerOf(app, one.orderId)).toEqual({ bank_clearing: 575_000, order: -575_000 });
    expect(await transferOf(one)).toMatchObject({
      state: 'settled',
      payment: 'paid',
      due: sar(0),
      received: sar(575_000),
    });
    expect(await lineFor(two, 'done')).toMatchObject({
      state: 'allocated',
      matches: [{ state: 'confirmed' }],
    });
    expect((await booked(one)).map((row) => row.payload)).toEqual([
      { orderId: one.orderId, receivedMinor: 575_000, refundedMinor: 0 },
    ]);
  });

  it('knows the payer of a confirmed match the next time', async () => {
    const { line } = await paidOrder(310_000);
    expect(matchOf(line).reasons).toContain('payer_known');
  });

  it('is written to the audit trail by ids', async () => {
    const order = await paidOrder(250_000);
    await confirmLines(app, finance, [order.line]);
    const rows = await app.system((tx) =>
      tx.query(
        `select person_id, company_id, after from audit_event where event = 'payments.transfer_booked' and subject_id = $1`,
        [order.orderId],
      ),
    );
    expect(rows).toEqual([
      {
        person_id: finance.personId,
        company_id: trader.companyId,
        after: { matchId: matchOf(order.line).id, amount: sar(250_000) },
      },
    ]);
  });
});

describe('two people', () => {
  it.each([
    ['from SAR 20,000', 2_000_000, 2_000_000],
    ['for a short payment', 575_000, 573_750],
    ['for too much', 575_000, 600_000],
  ])('confirm %s, and the first one not twice', async (_why, total, paid) => {
    const order = await paidOrder(total, paid);
    expect((await confirmLines(app, finance, [order.line])).body).toEqual({
      confirmed: 0,
      waitingForSecond: 1,
    });
    expect(await ledgerOf(app, order.orderId)).toEqual({});
    const waiting = await lineFor(order, 'second');
    expect(matchOf(waiting)).toMatchObject({ state: 'first_confirmed', isMine: true, needsTwoPeople: true });
    const again = await confirmLines(app, finance, [waiting]);
    expect([again.status, again.body.code]).toEqual([403, 'SECOND_PERSON_NEEDED']);
    const other = await confirmLines(app, second, [waiting]);
    expect(other.body).toEqual({ confirmed: 1, waitingForSecond: 0 });
    const {
      order: taken = 0,
      company_credit: credit = 0,
      bank_clearing: bank,
    } = await ledgerOf(app, order.orderId);
    expect([bank, taken, credit]).toEqual([paid, -Math.min(paid, total), Math.min(total - paid, 0)]);
  });

  it('a short payment leaves the order partially paid, and the rest pays it exactly', async () => {
    const order = await paidOrder(575_000, 573_750);
    await confirmLines(app, finance, [order.line]);
    await confirmLines(app, second, [await lineFor(order, 'second')]);
    expect(await transferOf(order)).toMatchObject({
      state: 'awaiting',
      payment: 'partially_paid',
      due: sar(1250),
    });
    await importEntries(app, { as: finance, entries: [{ amount: '12.50', text: order.reference }] });
    const rest = await lineFor(order);
    expect(matchOf(rest)).toMatchObject({ order: { stillDue: sar(1250) }, needsTwoPeople: false });
    await confirmLines(app, finance, [rest]);
    expect(await transferOf(order)).toMatchObject({ state: 'settled', payment: 'paid' });
  });

  it('money for a cancelled order becomes the company’s credit', async () => {
    const order = await paidOrder(330_000);
    await app.system((tx) =>
      tx.query(`update orders set state = 'cancelled' where id = $1`, [order.orderId]),
    );
    await confirmLines(app, finance, [order.line]);
    await confirmLines(app, second, [await lineFor(order, 'second')]);
    expect(await ledgerOf(app, order.orderId)).toEqual({ bank_clearing: 330_000, company_credit: -330_000 });
    expect(await app.system((tx) => app.get(LedgerCheckRepository).findings(tx))).toEqual([]);
  });

  it('an order paid twice in one list is filled once; the second payment waits', async () => {
    const order = await seedOrder(app, { companyId: trader.companyId, total: 300_000 });
    const entry = { amount: '3000.00', text: order.reference };
    await importEntries(app, { as: finance, entries: [entry, entry] });
    const lines = (await deskLines(app, finance)).filter(pays(order.orderId));
    const review = await reviewOf(app, finance, lines);
    expect(review.rows.map((row) => row.needsTwoPeople)).toEqual([false, true]);
    // What is sealed is shown: the bank's own words stand beside each match.
    expect(review.rows.map(({ line }) => line.text)).toEqual([order.reference, order.reference]);
    expect(new Set(review.rows.map(({ line }) => line.id)).size).toBe(2);
    expect((await confirmLines(app, finance, lines)).body).toEqual({ confirmed: 1, waitingForSecond: 1 });
    await confirmLines(app, second, [await lineFor(order, 'second')]);
    expect(await ledgerOf(app, order.orderId)).toEqual({
      bank_clearing: 600_000,
      order: -300_000,
      company_credit: -300_000,
    });
    expect((await transferOf(order)).payment).toBe('overpaid');
  });
});

describe('a first confirmation', () => {
  it('does not stand for another booking: when money moved since, the second person is the first again', async () => {
    const order = await paidOrder(575_000, 600_000);
    await confirmLines(app, finance, [order.line]);
    await bookMoney(app, { ...order, received: 100_000 });
    expect((await confirmLines(app, second, [await lineFor(order, 'second')])).body).toEqual({
      confirmed: 0,
      waitingForSecond: 1,
    });
    const waiting = await lineFor(order, 'second');
    expect((await confirmLines(app, second, [waiting])).body.code).toBe('SECOND_PERSON_NEEDED');
    expect((await confirmLines(app, finance, [waiting])).body.confirmed).toBe(1);
    expect(await ledgerOf(app, order.orderId)).toMatchObject({ order: -575_000, company_credit: -125_000 });
  });
});

describe('a review that no longer holds', () => {
  const confirm = async (hash: string, matches: { matchId: string; version: number }[]) =>
    app.call(confirmMatches, {
      as: finance,
      body: { hash, matches },
      freshCode: await app.freshCode(finance),
    });

  it('is refused when another hash, list or version is confirmed than was shown', async () => {
    const [one, two] = [await paidOrder(210_000), await paidOrder(220_000)];
    const { hash, matches } = await reviewOf(app, finance, [one.line, two.line]);
    const stale = matches.map((match) => ({ ...match, version: match.version + 1 }));
    for (const answer of [
      await confirm('0'.repeat(64), matches),
      await confirm(hash, matches.slice(0, 1)),
      await confirm(hash, stale),
    ])
      expect([answer.status, answer.body.code]).toEqual([409, 'REVIEW_CHANGED']);
    expect(await ledgerOf(app, one.orderId)).toEqual({});
    expect((await confirm(hash, matches.toReversed())).status).toBe(200);
  });

  it('is refused when money for the order was booked meanwhile', async () => {
    const order = await seedOrder(app, { companyId: trader.companyId, total: 200_000 });
    const entry = { amount: '2000.00', text: order.reference };
    await importEntries(app, { as: finance, entries: [entry, entry] });
    const [one, two] = (await deskLines(app, finance)).filter(pays(order.orderId));
    if (!one || !two) throw new Error('two lines were imported');
    const { hash, matches } = await reviewOf(app, finance, [one]);
    await confirmLines(app, second, [two]);
    expect((await confirm(hash, matches)).body.code).toBe('REVIEW_CHANGED');
  });

  it('is refused when a match of it was confirmed, withdrawn or never was', async () => {
    const order = await paidOrder(240_000);
    const { hash, matches } = await reviewOf(app, finance, [order.line]);
    await confirmLines(app, second, [order.line]);
    expect((await confirm(hash, matches)).body.code).toBe('REVIEW_CHANGED');
    const gone = await app.call(reviewMatches, { as: finance, body: { matches } });
    expect(gone.body.code).toBe('REVIEW_CHANGED');
    const unknown = [{ matchId: order.orderId, version: 1 }];
    expect((await app.call(reviewMatches, { as: finance, body: { matches: unknown } })).body.code).toBe(
      'REVIEW_CHANGED',
    );
  });
});

describe('the fresh code', () => {
  it('is asked for, must be right, and works once', async () => {
    const order = await paidOrder(260_000);
    const { hash } = await reviewOf(app, finance, [order.line]);
    const body = { hash, matches: asked([order.line]) };
    expect((await app.call(confirmMatches, { as: finance, body })).body.code).toBe('FRESH_CODE_REQUIRED');
    expect((await app.call(confirmMatches, { as: finance, body, freshCode: '000000' })).body.code).toBe(
      'CODE_WRONG',
    );
    const freshCode = await app.freshCode(finance);
    expect((await app.call(confirmMatches, { as: finance, body, freshCode })).status).toBe(200);
    expect((await app.call(confirmMatches, { as: finance, body, freshCode })).body.code).toBe('CODE_USED');
  });

  it('and a lost answer is told again for the same key and a new code', async () => {
    const order = await paidOrder(270_000);
    const { hash, matches } = await reviewOf(app, finance, [order.line]);
    const call = async () =>
      app.call(confirmMatches, {
        as: finance,
        key: 'lost-answer',
        body: { hash, matches },
        freshCode: await app.freshCode(finance),
      });
    const [first, again] = [await call(), await call()];
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await ledgerOf(app, order.orderId)).toEqual({ bank_clearing: 270_000, order: -270_000 });
  });
});
