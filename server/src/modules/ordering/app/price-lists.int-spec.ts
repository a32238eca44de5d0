import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PriceList } from '@qafila/shared/catalogue/catalogue.rules';
import { getOrder, putLines, reviewOrder, submitOrder } from '@qafila/shared/ordering/ordering.contract';
import { companyCredit } from '@qafila/shared/payments/credit.contract';
import type { TestApp } from '../../../../test/support/test-app';
import { demoVariantId } from '../../../demo/load-catalogue';
import { aDraft, aShop, available, book, linesOf, stockUp, submit, type Trader } from '../testing/a-draft';

const DAY_MS = 86_400_000;
/** 180 pieces with 8 % off: at 41.00 each on Trade B, at 39.40 on Trade A. */
const GOODS = { 'ARG-100': 180 };
const TRADE_A = { per10k: 394_000, goods: 652_464 };
const TRADE_B = { per10k: 410_000, goods: 678_960 };

let app: TestApp;
beforeAll(async () => {
  app = await aShop();
  await stockUp(app, 'ARG-100', { onHand: 5000 });
});
afterAll(() => app.close());

const setList = (trader: Trader, list: PriceList | null) =>
  app.system((tx) =>
    tx.query('update companies set price_list = $2 where id = $1', [trader.companyId, list]),
  );
const review = async (trader: Trader, id: string) =>
  (await app.call(reviewOrder, { as: trader, params: { id } })).body;
/** Everything an order stands in: itself, its lines and steps, what it holds, what was told and written down. */
const traces = (id: string) =>
  app.system((tx) =>
    tx.query(
      `select (select to_jsonb(o) from orders o where o.id = $1) as head,
         (select jsonb_agg(to_jsonb(l) order by l.id) from order_lines l where l.order_id = $1) as lines,
         (select count(*)::int from order_steps s where s.order_id = $1) as steps,
         (select count(*)::int from stock_reservations r where r.order_id = $1) as holds,
         (select count(*)::int from transfer_instructions i where i.order_id = $1) as instructions,
         (select count(*)::int from outbox_event e where e.payload->>'orderId' = $1::text) as told,
         (select count(*)::int from audit_event a where a.subject_id = $1::text) as written`,
      [id],
    ),
  );

describe('the price list of a company', () => {
  it.each([
    ['Trade A', 'trade-a', TRADE_A],
    ['Trade B', 'trade-b', TRADE_B],
    ['none, so the published prices', undefined, TRADE_B],
  ] as const)('%s: is what it types at, reviews and is charged', async (_, priceList, price) => {
    const trader = await app.aTrader(priceList ? { priceList } : {});
    const draft = await aDraft(app, trader);
    const typed = await app.call(putLines, {
      as: trader,
      params: { id: draft.id },
      version: draft.version,
      body: { lines: linesOf(GOODS) },
    });
    const expected = {
      lines: [{ unitPrice: { per10k: price.per10k, currency: 'SAR' } }],
      totals: { goods: { minor: price.goods, currency: 'SAR' } },
    };
    expect(typed.body).toMatchObject(expected);
    const reviewed = await review(trader, draft.id);
    expect(reviewed).toMatchObject({ totals: expected.totals, changes: [], blockers: [] });
    const placed = await submit(app, trader, { id: draft.id, version: typed.body.version });
    expect(placed.body).toMatchObject({ state: 'submitted', ...expected });
    const [asked] = await app.system((tx) =>
      tx.query<{ minor: number }>(
        'select amount_minor::int as minor from transfer_instructions where order_id = $1',
        [draft.id],
      ),
    );
    expect(asked?.minor).toBe(reviewed.totals.total.minor);
  });

  it('changed between review and submit is refused with both totals, and nothing is kept of the try', async () => {
    const trader = await app.aTrader({ priceList: 'trade-a' });
    const draft = await aDraft(app, trader, GOODS);
    const before = (await review(trader, draft.id)).totals.total as { minor: number; currency: 'SAR' };
    const free = await available(app, 'ARG-100');
    const stood = await traces(draft.id);
    await setList(trader, 'trade-b');
    const refused = await app.call(submitOrder, {
      as: trader,
      params: { id: draft.id },
      version: draft.version,
      body: { expectedTotal: before, method: 'bank_transfer' },
    });
    const again = await review(trader, draft.id);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'PRICES_CHANGED', params: { before, now: again.totals.total } },
    });
    expect(await traces(draft.id)).toEqual(stood);
    expect(await available(app, 'ARG-100')).toBe(free);
    expect(again.changes.map((change) => [change.sku, change.before.minor, change.now.minor])).toEqual([
      ['ARG-100', TRADE_A.goods, TRADE_B.goods],
    ]);
    const placed = await submit(app, trader, draft);
    expect(placed.body).toMatchObject({
      state: 'submitted',
      totals: { goods: { minor: TRADE_B.goods } },
      lines: [{ unitPrice: { per10k: TRADE_B.per10k } }],
    });
  });

  it('changed later leaves a placed order as it was', async () => {
    const trader = await app.aTrader({ priceList: 'trade-a' });
    const draft = await aDraft(app, trader, GOODS);
    const placed = await submit(app, trader, draft);
    await setList(trader, 'trade-b');
    const { body } = await app.call(getOrder, { as: trader, params: { id: draft.id } });
    expect(body.lines).toEqual(placed.body.lines);
    expect(body.totals).toEqual(placed.body.totals);
  });

  it('changed while an order had expired ends it, and the late money is credit', async () => {
    const trader = await app.aTrader({ priceList: 'trade-a' });
    const { body } = await submit(app, trader, await aDraft(app, trader, GOODS));
    await app.clock.advance(30 * DAY_MS);
    await app.drain();
    await setList(trader, 'trade-b');
    await book(app, trader, { orderId: body.id, receivedMinor: body.totals.total.minor });
    const shown = await app.call(getOrder, { as: trader, params: { id: body.id } });
    expect(shown.body).toMatchObject({ state: 'cancelled' });
    const { body: credit } = await app.call(companyCredit, { as: trader });
    expect(credit.amounts).toEqual([body.totals.total]);
  });

  it('without a price for a variant does not sell it, whatever the other list asks', async () => {
    const [first, second] = [await app.aTrader({ priceList: 'trade-a' }), await app.aTrader()];
    await app.system((tx) =>
      tx.query(`delete from variant_prices where variant_id = $1 and price_list = 'trade-a'`, [
        demoVariantId('AGC-250'),
      ]),
    );
    const put = async (trader: Trader) => {
      const { id, version } = await aDraft(app, trader);
      const body = { lines: linesOf({ 'AGC-250': 12 }) };
      return app.call(putLines, { as: trader, params: { id }, version, body });
    };
    expect((await put(first)).body).toMatchObject({ code: 'VARIANT_UNKNOWN', params: { count: 1 } });
    expect((await put(second)).status).toBe(200);
  });
});
