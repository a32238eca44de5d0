import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { confirmMatches, type StatementLineView, withdrawMatch } from '@qafila/shared/payments/desk.contract';
import { outcome } from '../../../../test/support/outcome';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { camtFile } from '../testing/camt-file';
import {
  deskLines,
  importEntries,
  importFile,
  ledgerOf,
  matchOf,
  pays,
  reviewOf,
  type SeededOrder,
  seedOrder,
  seedSeller,
} from '../testing/payment-world';
import { ConfirmMatches } from './confirm-matches';

let app: TestApp;
let finance: TestPerson;
let second: TestPerson;
let companyId: string;

beforeAll(async () => {
  app = await aTestApp();
  await seedSeller(app);
  finance = await app.aStaff('finance');
  second = await app.aStaff('finance');
  ({ companyId } = await app.aTrader());
});
afterAll(() => app.close());

type Paid = SeededOrder & { readonly line: StatementLineView };

/** Orders of SAR 3,000 with an exact payment each. */
async function paidOrders(count: number, total = 300_000): Promise<Paid[]> {
  const orders: SeededOrder[] = [];
  for (let i = 0; i < count; i += 1) orders.push(await seedOrder(app, { companyId, total }));
  const entries = orders.map(({ reference }) => ({ amount: `${total / 100}.00`, text: reference }));
  await importEntries(app, { as: finance, entries });
  const lines = await deskLines(app, finance);
  return orders.map((order) => {
    const line = lines.find(pays(order.orderId));
    if (!line) throw new Error('no line');
    return { ...order, line };
  });
}
const linesOf = (orders: readonly Paid[]): StatementLineView[] => orders.map(({ line }) => line);
const times = <T>(count: number, work: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => work(i)));
function tally(outcomes: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const each of outcomes) counts.set(each, (counts.get(each) ?? 0) + 1);
  return Object.fromEntries(counts);
}

describe('fifty at once', () => {
  it('confirms of one list book it once', async () => {
    const orders = await paidOrders(3);
    const { hash, matches } = await reviewOf(app, finance, linesOf(orders));
    const confirm = app.get(ConfirmMatches);
    const outcomes = await times(50, (i) =>
      outcome(confirm.run(app.actorOf(i % 2 ? finance : second), { hash, matches })),
    );
    expect(tally(outcomes)).toEqual({ done: 1, REVIEW_CHANGED: 49 });
    for (const order of orders)
      expect(await ledgerOf(app, order.orderId)).toEqual({ bank_clearing: 300_000, order: -300_000 });
  });

  it('uses of one fresh code pass once', async () => {
    const orders = await paidOrders(50);
    const reviews: Awaited<ReturnType<typeof reviewOf>>[] = [];
    for (const order of orders) reviews.push(await reviewOf(app, finance, [order.line]));
    const freshCode = await app.freshCode(finance);
    const answers = await times(50, (i) =>
      app.call(confirmMatches, {
        as: finance,
        freshCode,
        body: { hash: reviews[i]?.hash ?? '', matches: reviews[i]?.matches ?? [] },
      }),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refusals = answers.filter(({ status }) => status !== 200).map(({ body }) => body.code);
    expect(refusals.every((code) => code === 'CODE_USED' || code === 'TOO_MANY_TRIES')).toBe(true);
    const booked = await Promise.all(orders.map(({ orderId }) => ledgerOf(app, orderId)));
    expect(booked.filter((accounts) => accounts.bank_clearing === 300_000)).toHaveLength(1);
  });

  it('calls with one key and one code book once', async () => {
    const orders = await paidOrders(2);
    const { hash, matches } = await reviewOf(app, second, linesOf(orders));
    const freshCode = await app.freshCode(second);
    const answers = await times(50, () =>
      app.call(confirmMatches, { as: second, freshCode, key: 'one-intent-only', body: { hash, matches } }),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const order of orders)
      expect(await ledgerOf(app, order.orderId)).toEqual({ bank_clearing: 300_000, order: -300_000 });
  });
});

describe('two people at once', () => {
  it('cannot both be the first, and neither books alone', async () => {
    const [order] = await paidOrders(1, 2_500_000);
    if (!order) throw new Error('no order');
    const { hash, matches } = await reviewOf(app, finance, [order.line]);
    const confirm = app.get(ConfirmMatches);
    const outcomes = await times(20, (i) =>
      outcome(confirm.run(app.actorOf(i % 2 ? finance : second), { hash, matches })),
    );
    expect(tally(outcomes)).toEqual({ done: 1, REVIEW_CHANGED: 19 });
    expect(await ledgerOf(app, order.orderId)).toEqual({});
  });

  it('with two lists that pay the same orders in opposite order both finish', async () => {
    const orders = await Promise.all(
      Array.from({ length: 4 }, () => seedOrder(app, { companyId, total: 200_000 })),
    );
    const twice = [...orders, ...orders].map(({ reference }) => ({ amount: '2000.00', text: reference }));
    await importEntries(app, { as: finance, entries: twice });
    const lines = (await deskLines(app, finance)).filter((line) =>
      orders.some(({ orderId }) => pays(orderId)(line)),
    );
    const half = (parity: number) => lines.filter((_, i) => i % 2 === parity);
    const reviews = [await reviewOf(app, finance, half(0)), await reviewOf(app, second, half(1))];
    const confirm = app.get(ConfirmMatches);
    const outcomes = await Promise.all(
      reviews.map(({ hash, matches }, i) =>
        outcome(
          confirm.run(app.actorOf(i ? second : finance), {
            hash,
            matches: i ? matches.toReversed() : matches,
          }),
        ),
      ),
    );
    expect(outcomes.every((each) => each === 'done' || each === 'REVIEW_CHANGED')).toBe(true);
    for (const { orderId } of orders) {
      const { order = 0 } = await ledgerOf(app, orderId);
      expect(order).toBeGreaterThanOrEqual(-200_000);
    }
  });

  it('one withdraws, one confirms: exactly one of them wins', async () => {
    for (const order of await paidOrders(8)) {
      const { hash, matches } = await reviewOf(app, finance, [order.line]);
      const [confirmed, withdrawn] = await Promise.all([
        outcome(app.get(ConfirmMatches).run(app.actorOf(finance), { hash, matches })),
        app.call(withdrawMatch, {
          as: second,
          params: { id: matchOf(order.line).id },
          body: { version: matchOf(order.line).version },
        }),
      ]);
      expect([confirmed === 'done', withdrawn.status === 200].filter(Boolean)).toHaveLength(1);
      expect((await ledgerOf(app, order.orderId)).bank_clearing).toBe(
        confirmed === 'done' ? 300_000 : undefined,
      );
    }
  });
});

describe('imports at once', () => {
  it('of one file add its lines once', async () => {
    const entries = Array.from({ length: 20 }, (_, i) => ({ amount: `${i + 1}.00`, text: `parallel ${i}` }));
    const file = camtFile([{ number: 'PARALLEL', entries }]);
    const answers = await times(20, () => importFile(app, finance, file));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(tally(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual({
      STATEMENT_KNOWN: 19,
    });
  });

  it('of overlapping statements keep each line once', async () => {
    const entry = (i: number) => ({ amount: `${i + 1}.00`, text: `overlap ${i}`, bankReference: `OV-${i}` });
    const answers = await times(8, (i) => {
      const entries = Array.from({ length: 10 }, (_, j) => entry(i + j));
      return importFile(
        app,
        finance,
        camtFile([{ number: `OVERLAP-${i}`, entries: i % 2 ? entries : entries.toReversed() }]),
      );
    });
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(answers.reduce((sum, { body }) => sum + body.newLines, 0)).toBe(17);
  });
});
