import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cancelOrder, getOrder, reviewOrder, submitOrder } from '@qafila/shared/ordering/ordering.contract';
import type { TestApp } from '../../../../test/support/test-app';
import { aDraft, aShop, stockUp, submit, type Trader } from '../../ordering/testing/a-draft';

let app: TestApp;
beforeAll(async () => {
  app = await aShop();
  // One piece is a whole order of 6,000.00, 7,009.25 with carriage and VAT.
  await stockUp(app, 'ARG-500', { per10k: 60_000_000, onHand: 100_000 });
  await app.system((tx) =>
    tx.query(
      `update product_variants set minimum_quantity = 1, step = 1, tiers = '[]' where sku = 'ARG-500'`,
    ),
  );
});
afterAll(() => app.close());

const ONE_ORDER = 700_925;
const DAY_MS = 86_400_000;

/** Gives a member a limit in halalas. */
const limit = (who: Trader, minor: number, window: string): Promise<unknown> =>
  app.system((tx) =>
    tx.query(
      `insert into member_terms (company_id, person_id, limit_minor, limit_window, version) values ($1, $2, $3, $4, 2)
       on conflict (company_id, person_id) do update set limit_minor = $3, limit_window = $4`,
      [who.companyId, who.personId, minor, window],
    ),
  );
const limitCompany = (
  who: Trader,
  given: { minor: number; window: string; zone?: string },
): Promise<unknown> =>
  app.system((tx) =>
    tx.query(
      `insert into company_settings (company_id, time_zone, locale, limit_minor, limit_window, version)
       values ($1, $2, 'en', $3, $4, 2)`,
      [who.companyId, given.zone ?? 'Asia/Riyadh', given.minor, given.window],
    ),
  );
/** Places one order of 7,009.25. */
async function place(who: Trader) {
  const draft = await aDraft(app, who, { 'ARG-500': 1 });
  return { id: draft.id, answer: await submit(app, who, draft) };
}
const moved = (sql: string, parameters: readonly unknown[]): Promise<unknown> =>
  app.system((tx) => tx.query(sql, parameters));

describe('a spending limit', () => {
  it('lets through what it covers and refuses the next with amounts and the day it begins anew', async () => {
    const owner = await app.aTrader();
    const buyer = await app.aTrader({ role: 'buyer', company: owner });
    await limit(buyer, ONE_ORDER + 100_000, 'month');
    expect((await place(buyer)).answer.status).toBe(200);
    const { answer, id } = await place(buyer);
    expect(answer.body).toMatchObject({
      code: 'LIMIT_REACHED',
      params: {
        limit: { minor: ONE_ORDER + 100_000, currency: 'SAR' },
        left: { minor: 100_000, currency: 'SAR' },
      },
    });
    expect(answer.body.params.until).toMatch(/^\d{4}-\d{2}-01$/);
    const shown = await app.call(getOrder, { as: buyer, params: { id } });
    expect(shown.body.state).toBe('draft');
  });

  it('covers an order to the last halala', async () => {
    const buyer = await app.aTrader();
    await limit(buyer, ONE_ORDER, 'day');
    expect((await place(buyer)).answer.status).toBe(200);
    const other = await app.aTrader();
    await limit(other, ONE_ORDER - 1, 'day');
    expect((await place(other)).answer.body.code).toBe('LIMIT_REACHED');
  });

  it('stands in the review before anybody submits', async () => {
    const buyer = await app.aTrader();
    await limit(buyer, 100, 'year');
    const draft = await aDraft(app, buyer, { 'ARG-500': 1 });
    const review = await app.call(reviewOrder, { as: buyer, params: { id: draft.id } });
    expect(review.body.blockers.map((each) => each.code)).toEqual(['LIMIT_REACHED']);
  });

  it('binds who places the order, not who began it, and nobody else', async () => {
    const owner = await app.aTrader();
    const buyer = await app.aTrader({ role: 'buyer', company: owner });
    await limit(buyer, 100, 'month');
    const draft = await aDraft(app, owner, { 'ARG-500': 1 });
    expect((await submit(app, buyer, draft)).body.code).toBe('LIMIT_REACHED');
    expect((await submit(app, owner, draft)).status).toBe(200);
    expect((await place(owner)).answer.status).toBe(200);
  });

  it('of the company counts everybody', async () => {
    const owner = await app.aTrader();
    const buyer = await app.aTrader({ role: 'buyer', company: owner });
    await limitCompany(owner, { minor: 2 * ONE_ORDER, window: 'week' });
    expect((await place(owner)).answer.status).toBe(200);
    expect((await place(buyer)).answer.status).toBe(200);
    expect((await place(owner)).answer.body).toMatchObject({
      code: 'COMPANY_LIMIT_REACHED',
      params: { left: { minor: 0, currency: 'SAR' } },
    });
  });

  it('gets back what a cancelled and an expired order took', async () => {
    const buyer = await app.aTrader();
    await limit(buyer, ONE_ORDER, 'year');
    const first = await place(buyer);
    const { version } = first.answer.body;
    await app.call(cancelOrder, { as: buyer, params: { id: first.id }, version });
    const second = await place(buyer);
    expect(second.answer.status).toBe(200);
    await moved('update orders set hold_until = submitted_at where id = $1', [second.id]);
    await app.clock.advance(1000);
    await app.drain();
    expect((await place(buyer)).answer.status).toBe(200);
  });

  it('counts calendar days of the company: an order before midnight there is yesterday’s', async () => {
    const buyer = await app.aTrader();
    await limit(buyer, ONE_ORDER, 'day');
    const first = await place(buyer);
    expect((await place(buyer)).answer.body.code).toBe('LIMIT_REACHED');
    await moved(
      `update orders set submitted_at = (date_trunc('day', $2::timestamptz at time zone 'Asia/Riyadh')
         at time zone 'Asia/Riyadh') - interval '1 millisecond' where id = $1`,
      [first.id, app.clock.now()],
    );
    expect((await place(buyer)).answer.status).toBe(200);
  });

  it('counts no order in another currency', async () => {
    const buyer = await app.aTrader();
    await limit(buyer, ONE_ORDER, 'month');
    const first = await place(buyer);
    await moved(`update orders set currency = 'USD' where id = $1`, [first.id]);
    expect((await place(buyer)).answer.status).toBe(200);
  });

  it('costs one statement while an order is placed, two where somebody is limited', async () => {
    const sizes: number[] = [];
    for (const isLimited of [false, true]) {
      const buyer = await app.aTrader();
      if (isLimited) await limit(buyer, 10 * ONE_ORDER, 'month');
      const draft = await aDraft(app, buyer, { 'ARG-500': 1 });
      const review = await app.call(reviewOrder, { as: buyer, params: { id: draft.id } });
      const statements = await app.statements(async () => {
        const placed = await app.call(submitOrder, {
          as: buyer,
          params: { id: draft.id },
          version: draft.version,
          body: { expectedTotal: review.body.totals.total, method: 'bank_transfer' },
        });
        expect(placed.status).toBe(200);
      });
      sizes.push(statements.length);
    }
    expect(sizes[1]).toBe((sizes[0] ?? 0) + 1);
    expect(sizes[1]).toBeLessThanOrEqual(20);
  });

  it('does not move with the clock of the server’s zone', async () => {
    const buyer = await app.aTrader();
    await limitCompany(buyer, { minor: ONE_ORDER, window: 'day', zone: 'Europe/Oslo' });
    const first = await place(buyer);
    expect(first.answer.status).toBe(200);
    await moved('update orders set submitted_at = submitted_at - $2::interval where id = $1', [
      first.id,
      `${DAY_MS} milliseconds`,
    ]);
    expect((await place(buyer)).answer.status).toBe(200);
  });
});
