import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listProducts, productPicture } from '@qafila/shared/catalogue/catalogue.contract';
import { aTestApp, type TestApp } from '../../../test/support/test-app';
import { demoProductId, demoVariantId, loadCatalogue } from '../../demo/load-catalogue';
import { Catalogue } from './catalogue.api';

let app: TestApp;
let trader: Awaited<ReturnType<TestApp['aTrader']>>;
beforeAll(async () => {
  app = await aTestApp();
  await app.system((tx) => loadCatalogue(tx, app.clock.now()));
  trader = await app.aTrader();
});
afterAll(() => app.close());

const find = async (search: string): Promise<string[]> => {
  const { body } = await app.call(listProducts, { as: trader, query: { search } });
  return body.rows.map((row) => row.slug);
};
const argan = 'argan-oil-cold-pressed';

describe('the list of products', () => {
  it('comes in pages, by category and position, each product once', async () => {
    const seen: string[] = [];
    const categories: string[] = [];
    for (let after: string | undefined; ; ) {
      const { body } = await app.call(listProducts, {
        as: trader,
        query: { limit: 20, ...(after ? { after } : {}) },
      });
      seen.push(...body.rows.map((row) => row.id));
      categories.push(...body.rows.map((row) => row.categorySlug));
      if (body.next === null) break;
      after = body.next;
    }
    expect(seen.length).toBeGreaterThanOrEqual(60);
    expect(new Set(seen).size).toBe(seen.length);
    expect([...new Set(categories)]).toHaveLength(8);
    // Each category is one run: nothing of it comes after the next has begun.
    expect(categories.filter((slug, at) => slug !== categories[at - 1])).toHaveLength(8);
  });

  it('answers with prices, tiers and stock in three statements', async () => {
    const statements = await app.statements(async () => {
      const { body } = await app.call(listProducts, { as: trader });
      const variant = body.rows.find((row) => row.slug === argan)?.variants[0];
      expect(variant).toMatchObject({
        sku: 'ARG-030',
        price: { per10k: 184_000, currency: 'SAR' },
        available: 1320,
        tiers: [{ from: 48, percentOff: 8 }],
      });
    });
    expect(statements.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['a SKU', 'arg-030'],
    ['a SKU without its hyphen', 'ARG030'],
    ['Arabic with harakat and another alef', 'زَيت اركان'],
    ['French without its accents', 'huile argan pressee'],
    ['Norwegian', 'kaldpresset'],
  ])('finds by %s', async (_, search) => {
    expect(await find(search)).toContain(argan);
  });

  it('finds nothing for words that do not stand together', async () => {
    expect(await find('argan babouche')).toEqual([]);
  });

  it('takes a percent sign for nothing, not for everything', async () => {
    expect((await find('%')).length).toBe((await find('')).length);
    expect(await find('qqqq%')).toEqual([]);
  });

  it('leaves out what is not in stock when asked to', async () => {
    await app.system((tx) =>
      tx.query(
        `update stock set on_hand = 0 where variant_id in (select id from product_variants where product_id = $1)`,
        [demoProductId('argan-oil-roasted')],
      ),
    );
    const all = await app.call(listProducts, { as: trader, query: { category: 'oils-argan' } });
    const inStock = await app.call(listProducts, {
      as: trader,
      query: { category: 'oils-argan', inStock: 'true' },
    });
    expect(all.body.rows.map((row) => row.slug)).toContain('argan-oil-roasted');
    expect(inStock.body.rows.map((row) => row.slug)).not.toContain('argan-oil-roasted');
  });

  it('shows no price where there is none in the company’s currency', async () => {
    const dollars = await app.aTrader({ country: 'AE', currency: 'USD' });
    const { body } = await app.call(listProducts, { as: dollars, query: { limit: 1 } });
    expect(body.rows[0]?.variants.map((variant) => variant.price)).toEqual(
      body.rows[0]?.variants.map(() => null),
    );
  });

  it('shows each company the prices of its own list, and the published ones to a company without', async () => {
    const first = await app.aTrader({ priceList: 'trade-a' });
    const second = await app.aTrader({ priceList: 'trade-b' });
    const priceOf = async (as: typeof trader) => {
      const { body } = await app.call(listProducts, { as, query: { search: 'ARG-100' } });
      const [row] = body.rows;
      return row?.variants.find((variant) => variant.sku === 'ARG-100')?.price?.per10k;
    };
    expect(await priceOf(first)).toBe(394_000);
    expect(await priceOf(second)).toBe(410_000);
    expect(await priceOf(trader)).toBe(410_000);
  });

  it('shows no price where the company’s list has none, and lists no variant twice', async () => {
    const first = await app.aTrader({ priceList: 'trade-a' });
    await app.system((tx) =>
      tx.query(`delete from variant_prices where variant_id = $1 and price_list = 'trade-a'`, [
        demoVariantId('ARG-500'),
      ]),
    );
    const pricesFor = async (as: typeof trader) => {
      const { body } = await app.call(listProducts, { as, query: { search: argan.replaceAll('-', ' ') } });
      const row = body.rows.find((each) => each.slug === argan);
      return row?.variants.map((variant) => [variant.sku, variant.price?.per10k ?? null]);
    };
    expect(await pricesFor(first)).toEqual([
      ['ARG-030', 177_000],
      ['ARG-100', 394_000],
      ['ARG-500', null],
    ]);
    expect(await pricesFor(trader)).toEqual([
      ['ARG-030', 184_000],
      ['ARG-100', 410_000],
      ['ARG-500', 1_480_000],
    ]);
  });

  it('refuses a cursor that is none of ours', async () => {
    const answer = await app.call(listProducts, { as: trader, query: { after: 'AAAA' } });
    expect(answer.status).toBe(422);
    expect(answer.body.fields).toEqual([{ path: 'after', code: 'invalid', params: {} }]);
  });
});

describe('a picture', () => {
  it('is an SVG that cannot act, and may be kept when its address carries the hash', async () => {
    const answer = await app.call(productPicture, {
      as: trader,
      params: { id: demoProductId(argan) },
      query: { v: 'x' },
    });
    expect(answer.raw.toString('utf8')).toMatch(/^<svg /);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-security-policy': expect.stringContaining('sandbox'),
      'cache-control': 'private, max-age=86400, immutable',
    });
  });

  it('does not exist for an unknown product', async () => {
    const answer = await app.call(productPicture, { as: trader, params: { id: demoVariantId('none') } });
    expect(answer.status).toBe(404);
  });
});

describe('stock', () => {
  const orderId = demoProductId('an order');
  const hold = () => ({ companyId: trader.companyId, orderId });
  const variantId = demoVariantId('ARG-500');
  const counts = async (sku: string): Promise<{ on_hand: number; reserved: number } | undefined> => {
    const rows = await app.system((tx) =>
      tx.query<{ on_hand: number; reserved: number }>(
        'select on_hand, reserved from stock where variant_id = $1',
        [demoVariantId(sku)],
      ),
    );
    return rows[0];
  };

  it('is reserved as a whole or not at all, and says what is short', async () => {
    const short = await app.system((tx) =>
      app.get(Catalogue).reserve(tx, hold(), [
        { variantId, quantity: 97 },
        { variantId: demoVariantId('ARG-030'), quantity: 12 },
      ]),
    );
    expect(short).toEqual([{ variantId, sku: 'ARG-500', available: 96 }]);
    expect((await counts('ARG-030'))?.reserved).toBe(0);
  });

  it('is given back once, however often it is released, and can be held again', async () => {
    const { reserve, release } = {
      reserve: () =>
        app.system((tx) => app.get(Catalogue).reserve(tx, hold(), [{ variantId, quantity: 96 }])),
      release: () => app.system((tx) => app.get(Catalogue).release(tx, hold())),
    };
    expect(await reserve()).toEqual([]);
    expect((await counts('ARG-500'))?.reserved).toBe(96);
    await release();
    await release();
    expect((await counts('ARG-500'))?.reserved).toBe(0);
    expect(await reserve()).toEqual([]);
    await app.system((tx) => app.get(Catalogue).confirm(tx, hold()));
    await release();
    expect((await counts('ARG-500'))?.reserved).toBe(96);
  });

  it('that left is not given back with what stayed', async () => {
    const stock = app.get(Catalogue);
    await app.system(async (tx) => {
      expect(await stock.shipped(tx, hold())).toBe('nothing');
      await stock.ship(tx, hold(), [{ variantId, quantity: 36 }]);
      expect(await stock.shipped(tx, hold())).toBe('some');
      await stock.holdAgain(tx, hold());
      await stock.release(tx, hold());
    });
    expect(await counts('ARG-500')).toEqual({ on_hand: 60, reserved: 0 });
  });
});
