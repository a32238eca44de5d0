import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getOrder, putLines, reviewOrder, submitOrder } from '@qafila/shared/ordering/ordering.contract';
import { doneOrWaiting } from '../../../test/support/lock-wait';
import type { TestApp } from '../../../test/support/test-app';
import { newId } from '../../platform/ids/new-id';
import { aDraft, aShop, available, book, linesOf, stockUp, submit, type Trader } from './testing/a-draft';

let app: TestApp;
beforeAll(async () => {
  app = await aShop();
});
afterAll(() => app.close());

type Draft = { readonly id: string; readonly version: number };
/** The total as reviewed, so that only the submits themselves run at once. */
const reviewed = async (trader: Trader, draft: Draft) =>
  (await app.call(reviewOrder, { as: trader, params: { id: draft.id } })).body.totals.total;
const codesOf = (answers: readonly { status: number; body: { code?: string } }[]) => {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const code = status === 200 ? 'placed' : String(body.code);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
};

describe('orders submitted at once', () => {
  it('fifty for the last ten pieces sell exactly ten', async () => {
    // One piece is a whole order: 5,000.00 each, sold singly.
    await stockUp(app, 'ARG-500', { per10k: 50_000_000, onHand: 10 });
    await app.system((tx) =>
      tx.query(`update product_variants set minimum_quantity = 1, step = 1 where sku = 'ARG-500'`),
    );
    const waiting = [];
    for (let count = 0; count < 50; count += 1) {
      const trader = await app.aTrader();
      const draft = await aDraft(app, trader, { 'ARG-500': 1 });
      waiting.push({ trader, draft, expectedTotal: await reviewed(trader, draft) });
    }
    const answers = await Promise.all(
      waiting.map(({ trader, draft, expectedTotal }) =>
        app.call(submitOrder, {
          as: trader,
          params: { id: draft.id },
          version: draft.version,
          body: { expectedTotal, method: 'bank_transfer' },
        }),
      ),
    );
    expect(codesOf(answers)).toEqual({ placed: 10, STOCK_SHORT: 40 });
    expect(await available(app, 'ARG-500')).toBe(0);
    const [held] = await app.system((tx) =>
      tx.query(
        `select sum(r.quantity)::int as pieces, count(*)::int as orders from stock_reservations r
         join orders o on o.id = r.order_id and o.state = 'submitted' where r.state = 'held'`,
      ),
    );
    expect(held).toEqual({ pieces: 10, orders: 10 });
  });

  it('of several goods in crossing order wait for one another and all end', async () => {
    await stockUp(app, 'ARG-100', { onHand: 10_000 });
    await stockUp(app, 'AGC-100', { onHand: 10_000 });
    const waiting = [];
    for (let count = 0; count < 20; count += 1) {
      const trader = await app.aTrader();
      const skus = count % 2 ? ['ARG-100', 'AGC-100'] : ['AGC-100', 'ARG-100'];
      const goods = Object.fromEntries(skus.map((sku) => [sku, 144]));
      waiting.push({ trader, draft: await aDraft(app, trader, goods) });
    }
    const answers = await Promise.all(waiting.map(({ trader, draft }) => submit(app, trader, draft)));
    expect(codesOf(answers)).toEqual({ placed: 20 });
    expect(await available(app, 'ARG-100')).toBe(10_000 - 20 * 144);
  });
});

describe('the minimum of a company', () => {
  it('refuses twenty small orders at once while none was confirmed, and passes them once one is', async () => {
    const trader = await app.aTrader();
    await stockUp(app, 'ARG-030', { per10k: 4_166_658, onHand: 10_000 });
    await stockUp(app, 'AGC-250', { per10k: 1_666_667, onHand: 10_000 });
    const drafts: Draft[] = [];
    for (let count = 0; count < 20; count += 1) {
      // 4,999.99 and 2,000.00 in turn.
      drafts.push(await aDraft(app, trader, { [count % 2 ? 'ARG-030' : 'AGC-250']: 12 }));
    }
    const totals = await Promise.all(drafts.map((draft) => reviewed(trader, draft)));
    const all = () =>
      Promise.all(
        drafts.map((draft, at) =>
          app.call(submitOrder, {
            as: trader,
            params: { id: draft.id },
            version: draft.version,
            body: { expectedTotal: totals[at] ?? { minor: 0, currency: 'SAR' }, method: 'bank_transfer' },
          }),
        ),
      );
    expect(codesOf(await all())).toEqual({ ORDER_BELOW_MINIMUM: 20 });
    // A first order of enough, waiting for its money, opens nothing yet.
    const first = await submit(app, trader, await aDraft(app, trader, { 'ARG-100': 180 }));
    expect(first.status).toBe(200);
    expect(codesOf(await all())).toEqual({ ORDER_BELOW_MINIMUM: 20 });
    await book(app, trader, { orderId: first.body.id, receivedMinor: first.body.totals.total.minor });
    expect(codesOf(await all())).toEqual({ placed: 20 });
  });
});

describe('the price list of a company', () => {
  it('that is being changed makes a submit wait, and is read again under the lock', async () => {
    const trader = await app.aTrader();
    await stockUp(app, 'ARG-100', { onHand: 10_000 });
    const draft = await aDraft(app, trader, { 'ARG-100': 180 });
    const expectedTotal = await reviewed(trader, draft);
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    // Promised out here: begun inside, it would join the transaction that changes the list.
    const placing = begun.then(() =>
      app.call(submitOrder, {
        as: trader,
        params: { id: draft.id },
        version: draft.version,
        body: { expectedTotal, method: 'bank_transfer' },
      }),
    );
    await app.system(async (tx) => {
      await tx.query(`update companies set price_list = 'trade-a' where id = $1`, [trader.companyId]);
      begin();
      await doneOrWaiting(app, placing);
    });
    expect((await placing).body).toMatchObject({
      code: 'PRICES_CHANGED',
      params: { before: expectedTotal, now: await reviewed(trader, draft) },
    });
    expect(await available(app, 'ARG-100')).toBe(10_000);
  });
});

describe('one order', () => {
  it('submitted twenty times with one key is placed once and answers the same', async () => {
    const trader = await app.aTrader();
    await stockUp(app, 'ARG-100', { onHand: 10_000 });
    const draft = await aDraft(app, trader, { 'ARG-100': 180 });
    const expectedTotal = await reviewed(trader, draft);
    const key = newId();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        app.call(submitOrder, {
          as: trader,
          params: { id: draft.id },
          version: draft.version,
          key,
          body: { expectedTotal, method: 'bank_transfer' },
        }),
      ),
    );
    expect(codesOf(answers)).toEqual({ placed: 20 });
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
    expect(await available(app, 'ARG-100')).toBe(10_000 - 180);
  });

  it('submitted twenty times with twenty keys is placed once', async () => {
    const trader = await app.aTrader();
    const draft = await aDraft(app, trader, { 'ARG-100': 180 });
    const before = await available(app, 'ARG-100');
    const expectedTotal = await reviewed(trader, draft);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        app.call(submitOrder, {
          as: trader,
          params: { id: draft.id },
          version: draft.version,
          body: { expectedTotal, method: 'bank_transfer' },
        }),
      ),
    );
    expect(codesOf(answers)).toEqual({ placed: 1, WRONG_STATE: 19 });
    expect(await available(app, 'ARG-100')).toBe(before - 180);
  });

  it('edited in twenty tabs at once keeps one edit whole', async () => {
    const trader = await app.aTrader();
    const draft = await aDraft(app, trader, { 'ARG-100': 12 });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        app.call(putLines, {
          as: trader,
          params: { id: draft.id },
          version: draft.version,
          body: { lines: linesOf({ 'ARG-100': 12 * (at + 2) }) },
        }),
      ),
    );
    expect(codesOf(answers)).toEqual({ placed: 1, STALE_RECORD: 19 });
    const kept = answers.find(({ status }) => status === 200)?.body;
    const { body } = await app.call(getOrder, { as: trader, params: { id: draft.id } });
    expect([body.units, body.totals, body.version]).toEqual([kept?.units, kept?.totals, draft.version + 1]);
  });
});
