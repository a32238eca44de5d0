import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reviewOrder, submitOrder } from '@qafila/shared/ordering/ordering.contract';
import type { TestApp } from '../../../../test/support/test-app';
import { aDraft, aShop, stockUp } from '../../ordering/testing/a-draft';

let app: TestApp;
beforeAll(async () => {
  app = await aShop();
  await stockUp(app, 'ARG-500', { per10k: 60_000_000, onHand: 1000 });
  await app.system((tx) =>
    tx.query(
      `update product_variants set minimum_quantity = 1, step = 1, tiers = '[]' where sku = 'ARG-500'`,
    ),
  );
});
afterAll(() => app.close());

describe('a spending limit under parallel orders', () => {
  it('of ten orders at once lets exactly the three through that it covers', async () => {
    const buyer = await app.aTrader();
    await app.system((tx) =>
      tx.query(
        `insert into member_terms (company_id, person_id, limit_minor, limit_window, version) values ($1, $2, $3, 'month', 2)`,
        [buyer.companyId, buyer.personId, 3 * 700_925],
      ),
    );
    const drafts = [];
    for (let count = 0; count < 10; count += 1) {
      const draft = await aDraft(app, buyer, { 'ARG-500': 1 });
      const review = await app.call(reviewOrder, { as: buyer, params: { id: draft.id } });
      drafts.push({ draft, expectedTotal: review.body.totals.total });
    }
    const answers = await Promise.all(
      drafts.map(({ draft, expectedTotal }) =>
        app.call(submitOrder, {
          as: buyer,
          params: { id: draft.id },
          version: draft.version,
          body: { expectedTotal, method: 'bank_transfer' },
        }),
      ),
    );
    const codes = answers.map(({ status, body }) => (status === 200 ? 'placed' : body.code)).sort();
    expect(codes).toEqual([...Array(7).fill('LIMIT_REACHED'), ...Array(3).fill('placed')]);
  });
});
